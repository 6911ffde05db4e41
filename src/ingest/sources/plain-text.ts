import { placeAt } from '../../records/decode-text.ts';
import { language, webAddress } from '../../records/fields.ts';
import { attempt } from '../attempt.ts';
import { readSourceText } from '../decode-source.ts';
import { SourceError, type Item, type ReceivedFile, type SourceOptions } from '../draft.ts';
import { writePlainText } from '../markdown-text.ts';
import { fillDraft, foldKey, listKeys, type EntryKey, type Said } from './column-map.ts';

/** A header that begins the text itself, as in `date 2021-07-18 The ferry …`: without a word of its own it is no date. */
const datePrefix = /^(\s*date[ \t]+)(\d{4}-\d[\d/~-]*)(?:\s+|$)/;

/** Lines. */
const longestHeader = 100;

const headerLine = /^([ \t]*)(\p{L}[\p{L} -]{0,30}?)([ \t]*:[ \t]*)(.*)$/u;

/** What the lines of a header are called, folded as by `foldKey`. These few only: a text may begin with a word and a colon. */
const headerKeys = new Map<string, EntryKey>([
  ['title', 'title'],
  ['headline', 'title'],
  ['subtitle', 'subtitle'],
  ['date', 'date'],
  ['by', 'byline'],
  ['byline', 'byline'],
  ['author', 'byline'],
  ['authors', 'byline'],
  ['source', 'publisher'],
  ['publisher', 'publisher'],
  ['url', 'url'],
  ['language', 'language'],
  ['dateline', 'dateline'],
  ['summary', 'summary'],
  ['rights', 'rights'],
  ['copyright', 'rights'],
  ['keywords', 'keywords'],
  ['tags', 'tags'],
  ['topics', 'topics'],
  ['people', 'people'],
  ['places', 'places'],
  ['organizations', 'organizations'],
  ['organisations', 'organizations'],
]);

interface Header {
  said: Map<EntryKey, Said>;
  notices: string[];
  /** The offset at which the text begins. */
  end: number;
}

/** A line of a header; without a key when its name is not known. */
interface HeaderLine extends Said {
  key?: EntryKey | undefined;
  written: string;
  /** The offset after it. */
  end: number;
}

/**
 * Reads a plain text as one article: a header, which may be missing, then paragraphs parted by empty lines. The header is
 * a date before the first word (`date 2021-07-18 The ferry …`), or lines like `Title: …` and `Date: …`. Of these, it ends
 * with the last whose name is known; an unknown one between them is told in a notice, so that no letter is lost without a
 * word. Lists are parted by semicolons or bars, else by commas.
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
      throw new SourceError('no text after the header', 'a text', fix, placeAt(text, header.end));
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
  const said: Said = { values: [date], where: 'the header', ...placeAt(text, before.length) };
  return { said: new Map([['date', said]]), notices: [], end: whole.length };
}

function readHeaderLines(text: string): Header {
  const lines = listHeaderLines(text);
  const last = lines.findLastIndex(({ key }) => key !== undefined);
  const header: Header = { said: new Map(), notices: [], end: lines[last]?.end ?? 0 };
  for (const { key, written, end, ...said } of lines.slice(0, last + 1)) {
    const before = key && header.said.get(key);
    if (key === undefined) {
      header.notices.push(`Line ${said.line} of the header was not taken: "${written.trim()}".`);
    } else if (before && !listKeys.has(key)) {
      const fix = 'Keep the one that is right.';
      throw new SourceError(`${said.where} after ${before.where}`, 'one of them', fix, said);
    } else {
      header.said.set(key, { ...said, values: [...(before?.values ?? []), ...checkValues(key, said)] });
    }
  }
  return header;
}

/** The lines at the start of a text that have the form of a header, up to the first that has not. */
function listHeaderLines(text: string): HeaderLine[] {
  const lines: HeaderLine[] = [];
  let start = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(text)?.[0].length ?? 0;
  let line = placeAt(text, start).line;
  while (start < text.length && lines.length < longestHeader) {
    const end = /[\r\n]|$/g;
    end.lastIndex = start;
    const written = text.slice(start, end.exec(text)?.index);
    const [, indent = '', name, colon = '', value = ''] = headerLine.exec(written) ?? [];
    if (name === undefined) break;
    const next = start + written.length + (text.startsWith('\r\n', start + written.length) ? 2 : 1);
    const column = indent.length + name.length + colon.length + 1;
    const key = headerKeys.get(foldKey(name));
    lines.push({ key, written, values: [value], where: `"${name}:"`, line: line++, column, end: next });
    start = next;
  }
  return lines;
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
  if (key === 'language' && !language.safeParse(value.replaceAll('_', '-')).success) {
    const fix = 'Look the tag up in the IANA Language Subtag Registry, or take the line out.';
    throw new SourceError(`"${value}" in ${where}`, 'a language tag like en, fr-CA or zh-Hant', fix, {
      line,
      column,
    });
  }
  if (!listKeys.has(key)) return [value];
  if (key === 'byline') return value.split(/[;|]/);
  return value.split(/[;|]/.test(value) ? /[;|]/ : ',');
}
