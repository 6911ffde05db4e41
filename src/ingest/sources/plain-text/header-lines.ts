import { subjectVocabularies } from '../../../records/vocabularies.ts';
import { positionAt } from '../../../records/read/decode-text.ts';
import { normalizeFieldName, type Field } from '../shared/field-names.ts';
import type { FieldValue } from '../shared/fill-draft.ts';

/** A line of a header; without a key when its name is not known. */
export interface HeaderLine extends FieldValue {
  key?: Field | undefined;
  written: string;
  /** The offset after the line. */
  end: number;
}

/** The longest header, and how many empty lines may precede a line of it, in lines. */
const [longestHeader, maxBlankLines] = [100, 10];

const headerLine = /^([ \t]*)(\p{L}[\p{L}-]*(?: +[\p{L}-]+)*)([ \t]*:[ \t]*)([^]*)$/u;
/** The longest name of a header line, in characters. */
const longestName = 31;

/** The names of header lines, normalized by `normalizeFieldName`. Only a few: a text may begin with a word and a colon. */
const headerKeys = new Map<string, Field>([
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
  ['publication', 'publisher'],
  ['newspaper', 'publisher'],
  ['issue', 'issue'],
  ['edition', 'edition'],
  ['section', 'section'],
  ['page', 'page'],
  ['column', 'column'],
  ['url', 'url'],
  ['language', 'language'],
  ['dateline', 'dateline'],
  ['summary', 'summary'],
  ['rights', 'rights'],
  ['copyright', 'rights'],
  ['keywords', 'keywords'],
  ['tags', 'tags'],
  ...subjectVocabularies.map(({ name }) => [name, name] as const),
  ['organisations', 'organizations'],
]);

/** Keys whose values are too short to continue on a second line. */
const shortKeys: ReadonlySet<Field | undefined> = new Set(['date', 'url', 'language', undefined]);

/**
 * Lists the lines at the start of a text that have the form of a header, up to the first that does not. An empty line ends
 * the header, unless a header line follows whose key has not occurred yet. A line with deeper indentation continues the
 * previous one (as in RFC 5322, section 2.2.3) if another header line or an empty line follows; otherwise it may be the
 * first line of the text.
 */
export function listHeaderLines(text: string): HeaderLine[] {
  const lines: HeaderLine[] = [];
  let at = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(text)?.[0].length ?? 0;
  let line = positionAt(text, at).line;
  while (at < text.length && lines.length < longestHeader) {
    const start = lines.at(-1)?.key === undefined ? at : skipBlankLines(text, at, 1);
    const isAfterBlank = start > at;
    const read = readLine(text, start);
    const key = read && headerKeys.get(normalizeFieldName(read.name));
    if (!read || (isAfterBlank && (key === undefined || lines.some((each) => each.key === key)))) break;
    line += Number(isAfterBlank);
    const column = read.indent.length + read.name.length + read.colon.length + 1;
    const more = shortKeys.has(key)
      ? { values: [], end: read.end }
      : readContinuation(text, read.end, read.indent);
    const value = [read.value, ...more.values].join(' ');
    lines.push({
      key,
      written: text.slice(start, more.end).trim(),
      values: [value],
      where: `"${read.name}:"`,
      line,
      column,
      end: more.end,
    });
    line += 1 + more.values.length;
    at = more.end;
  }
  return lines;
}

/** The first line of a text, if it could be a header line. */
export function findHeaderLine(text: string, start: number): string | undefined {
  const at = skipBlankLines(text, start, maxBlankLines);
  const read = readLine(text, at);
  return read && headerKeys.has(normalizeFieldName(read.name)) ? text.slice(at, read.end).trim() : undefined;
}

function readLine(text: string, start: number) {
  const { written, end } = takeLine(text, start);
  const [, indent = '', name, colon = '', value = ''] = headerLine.exec(written) ?? [];
  return name === undefined || name.length > longestName ? undefined : { indent, name, colon, value, end };
}

/** Reads the continuation lines of a header line. */
function readContinuation(text: string, start: number, indent: string): { values: string[]; end: number } {
  const values: string[] = [];
  for (let at = start; at < text.length;) {
    const { written, end } = takeLine(text, at);
    const [, space = ''] = /^([ \t]*)/.exec(written) ?? [];
    const read = readLine(text, at);
    const isKnown = read !== undefined && headerKeys.has(normalizeFieldName(read.name));
    if (isKnown || written.trim() === '') return { values, end: at };
    if (space.length <= indent.length || values.length === longestHeader) break;
    values.push(written.trim());
    at = end;
  }
  return { values: [], end: start };
}

/** The offset after the empty lines that follow, up to a limit. */
function skipBlankLines(text: string, start: number, most: number): number {
  for (let lines = 0, at = start; ; lines++) {
    const { written, end } = takeLine(text, at);
    if (written.trim() !== '' || at >= text.length || lines === most) return at;
    at = end;
  }
}

function takeLine(text: string, start: number): { written: string; end: number } {
  const lineEnd = /\r\n?|\n|$/g;
  lineEnd.lastIndex = start;
  const { index = text.length, 0: sign = '' } = lineEnd.exec(text) ?? {};
  return { written: text.slice(start, index), end: index + sign.length };
}
