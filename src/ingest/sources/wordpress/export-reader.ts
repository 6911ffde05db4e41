import type { Position } from '../../../records/problem.ts';
import { sizeLimit } from '../../text/decode-source.ts';
import { blankDeclaration } from '../shared/xml-parser.ts';
import { SourceError } from '../source-error.ts';
import { ExportParser, type OpenItem } from './export-parser.ts';
import { MalformedXml, malformedXml } from './malformed-xml.ts';
import { TextWindow } from './text-window.ts';
import type { WordpressItem, WordpressSite } from './wordpress-export.ts';

/** Characters that are parsed at once: V8 soon garbage-collects strings of this size. */
export const pieceLength = 1 << 15;

const itemEnd = '</item>';

/** Enough of the text before a piece that a tag that begins there can be found: more characters than `<item` has. */
const overlap = 8;

/**
 * Reads an export piece by piece and cuts it into its items. No more than one item is kept in memory. A malformed item
 * becomes an item with an error, and reading goes on after its end tag.
 */
export class ExportReader {
  readonly #window = new TextWindow();
  readonly #parser = new ExportParser(this.#window);
  /** While the end tag of a malformed item is searched for: the position of the window's first character. */
  #skipping: Position | undefined;

  get site(): WordpressSite {
    return this.#parser.site;
  }

  /** How many items have begun. */
  get begun(): number {
    return this.#parser.begun;
  }

  /** The items that have been read since the last call. */
  takeItems(): WordpressItem[] {
    return this.#parser.items.splice(0);
  }

  /** @throws {SourceError} when what is outside of items is malformed, or the file must not be read */
  read(piece: string): void {
    if (!this.#skipping) this.#dropParsed();
    const text = this.#window.end === 0 ? blankDeclaration(piece) : piece;
    this.#window.append(text);
    this.#parse(text);
  }

  /** @throws {SourceError} when the file is truncated outside of items, or is not an export */
  end(): void {
    while (!this.#skipping) {
      try {
        this.#parser.close();
        if (!this.#parser.hasChannel) throw notAnExport();
        return;
      } catch (error) {
        this.#giveUpItem(error);
        this.#parse('');
      }
    }
  }

  #dropParsed(): void {
    const { start, end } = this.#window;
    this.#window.dropBefore(this.#parser.openItem?.start ?? Math.max(start, end - overlap));
  }

  #parse(text: string): void {
    while (!this.#skipping || this.#skipToItemEnd()) {
      try {
        this.#parser.write(this.#skipping ? this.#window.slice(this.#window.start) : text);
        this.#skipping = undefined;
        this.#checkElements();
        return;
      } catch (error) {
        this.#giveUpItem(error);
      }
    }
  }

  #checkElements(): void {
    const { openItem, parsed, position } = this.#parser;
    const size = this.#window.end - (openItem?.start ?? parsed);
    if (size <= sizeLimit) return;
    const [found, limit] = [size, sizeLimit].map((number) => number.toLocaleString('en'));
    throw new MalformedXml(`an item of ${found} characters`, `at most ${limit}`, 'Remove it.', position);
  }

  /** @throws {unknown} the error itself, when it is not about a malformed item */
  #giveUpItem(error: unknown): void {
    const { openItem } = this.#parser;
    if (!(error instanceof MalformedXml) || !openItem) throw error;
    const { cause, resumeAt } = this.#locateFault(error, openItem);
    this.#parser.items.push({ ...openItem.item, error: cause });
    this.#skipping = advance(openItem.position, this.#window.slice(openItem.start, resumeAt));
    this.#window.dropBefore(resumeAt);
  }

  /** What is wrong with an item, and the offset from which on its end tag is to be searched for. */
  #locateFault(
    error: MalformedXml,
    { start, position }: OpenItem,
  ): { cause: MalformedXml; resumeAt: number } {
    const { offset } = this.#parser;
    const ampersand = findBareAmpersand(this.#window.slice(start, offset));
    // If the item's end tag comes too early, the end tag is where the error is.
    if (ampersand === undefined) return { cause: error, resumeAt: Math.max(start, offset - itemEnd.length) };
    const resumeAt = start + ampersand;
    const errorPosition = advance(position, this.#window.slice(start, resumeAt));
    return { cause: malformedXml('an & that does not begin an entity', errorPosition), resumeAt };
  }

  /** Restarts the parser after the end tag of the item that was given up; `false` when that is not in the window yet. */
  #skipToItemEnd(): boolean {
    const end = this.#window.indexOf(itemEnd);
    const { start } = this.#window;
    const next = end === undefined ? Math.max(start, this.#window.end - overlap) : end + itemEnd.length;
    const position = advance(this.#skipping ?? { line: 1, column: 1 }, this.#window.slice(start, next));
    this.#skipping = position;
    this.#window.dropBefore(next);
    if (end === undefined) return false;
    this.#parser.restart(position, next);
    return true;
  }
}

/** The position after some text. */
function advance({ line, column }: Position, text: string): Position {
  const lineEnds = text.match(/\n/g)?.length ?? 0;
  const lastLineEnd = text.lastIndexOf('\n');
  return { line: line + lineEnds, column: lineEnds === 0 ? column + text.length : text.length - lastLineEnd };
}

/** The parser takes all text up to the next semicolon for the name of an entity, whole items included. */
function findBareAmpersand(xml: string): number | undefined {
  const marked = /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|&(?!#?[\w.:-]{1,60};)/g;
  for (const { 0: found, index } of xml.matchAll(marked)) if (found === '&') return index;
  return undefined;
}

function notAnExport(): SourceError {
  return new SourceError('no <channel>', 'a WordPress export', 'Give the file’s format with --format.');
}
