import { positionAt } from '../../../records/read/decode-text.ts';
import { webAddress } from '../../../records/schemas/fields.ts';
import { attempt } from '../../read/attempt.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { SourceError, type Item, type ReceivedFile, type SourceOptions } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import { writePlainText } from '../../text/markdown-text.ts';
import { fillDraft, listKeys, type EntryKey, type Said } from '../table/column-map.ts';
import { findHeaderLine, listHeaderLines } from './header-lines.ts';

/**
 * A header that begins the text itself, as in `date 2021-07-18 The ferry …`: without a word of its own it is no date, nor
 * is the first of two.
 */
const datePrefix = /^(\s*date[ \t]+)(\d{4}-\d[\d/~-]*)(?:\s+(?!\s|(?:to|until|or|and|[-–—])\s+\d{4}-\d)|$)/;

interface Header {
  said: Map<EntryKey, Said>;
  notices: string[];
  /** The offset at which the text begins. */
  end: number;
}

/**
 * Reads a plain text as one article: a header, which may be missing, then paragraphs parted by empty lines. The header is
 * a date before the first word (`date 2021-07-18 The ferry …`), or lines like `Title: …` and `Date: …`. Of these, it ends
 * with the last whose name is known; an unknown one between them, and a known one that may belong to the text, is told in
 * a notice, so that no letter is lost without a word. Lists are parted by semicolons or bars, else by commas.
 */
export async function* readPlainText(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  yield attempt(origin, () => {
    const header = readDatePrefix(text) ?? readHeaderLines(text);
    const { notices, ...fields } = fillDraft(header.said, options);
    const body = writePlainText(text.slice(header.end));
    if (body.trim() === '') {
      const fix = 'Put the text below the header, or leave the file out.';
      throw new SourceError('no text after the header', 'a text', fix, positionAt(text, header.end));
    }
    const received = { bytes, extension: 'txt' as const };
    const all = [...notices, ...header.notices];
    return { kind: 'draft', draft: { origin, ...fields, body, received, notices: all } };
  });
}

function readDatePrefix(text: string): Header | undefined {
  const match = datePrefix.exec(text);
  if (!match) return undefined;
  const [whole, before = '', date = ''] = match;
  const said: Said = { values: [date], where: 'the header', ...positionAt(text, before.length) };
  return { said: new Map([['date', said]]), notices: [], end: whole.length };
}

function readHeaderLines(text: string): Header {
  const lines = listHeaderLines(text);
  const last = lines.findLastIndex(({ key }) => key !== undefined);
  const header: Header = { said: new Map(), notices: [], end: lines[last]?.end ?? 0 };
  const next = last === -1 ? undefined : findHeaderLine(text, header.end);
  if (next !== undefined) {
    header.notices.push(`What looks like one more line of the header was taken for text: "${toLine(next)}".`);
  }
  for (const { key, written, end, ...said } of lines.slice(0, last + 1)) {
    const before = key && header.said.get(key);
    if (key === undefined) {
      header.notices.push(`Line ${said.line} of the header was not taken: "${written}".`);
    } else if (before && !listKeys.has(key)) {
      const fix = 'Keep the one that is right.';
      throw new SourceError(`${said.where} after ${before.where}`, 'one of them', fix, said);
    } else {
      header.said.set(key, { ...said, values: [...(before?.values ?? []), ...checkValues(key, said)] });
    }
  }
  return header;
}

/** @throws {SourceError} when the value is none that the key can have */
function checkValues(key: EntryKey, { values, where, line, column }: Said): string[] {
  const [value = ''] = values.map((each) => each.trim());
  if (value === '') return [];
  if (key === 'url' && !webAddress.safeParse(value).success) {
    const fix = 'Write the whole address, or take the line out.';
    throw new SourceError(`"${value}" in ${where}`, 'an address that begins with https:// or http://', fix, {
      line,
      column,
    });
  }
  if (!listKeys.has(key)) return [value];
  if (key === 'byline') return value.split(/[;|]/);
  return value.split(/[;|]/.test(value) ? /[;|]/ : ',');
}
