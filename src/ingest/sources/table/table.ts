import { attempt } from '../../read/attempt.ts';
import { readSourceText, sizeLimit, streamSourceText } from '../../text/decode-source.ts';
import {
  SourceError,
  type Item,
  type Origin,
  type ReceivedFile,
  type SourceOptions,
} from '../../drafts/draft.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { writePlainText } from '../../text/markdown-text.ts';
import { readMarkdownText } from '../markdown/clean-markdown.ts';
import {
  fillDraft,
  listKeys,
  planColumns,
  readTexts,
  type ColumnPlan,
  type EntryKey,
  type Said,
} from './column-map.ts';
import { cutRecords, delimiterLine, isBlank, readCells, type Delimiter } from './csv-records.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listLines } from './json-lines.ts';
import { checkSize } from '../shared/marked-up-text.ts';

/** A row of a table. */
interface Row {
  /** By column a text, or texts where the format has lists. */
  cells: ReadonlyMap<string, string | readonly string[]>;
  received: { bytes: Uint8Array; extension: 'csv' | 'tsv' | 'json' };
  notices: string[];
}

/**
 * Reads a table, a row an article: CSV (RFC 4180; also with semicolons), TSV, a JSON object a line, or a JSON array of
 * objects. The columns are those that are given, or are known by their names; how they were taken stands in the notices.
 */
export async function* readTable(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  let start = '';
  for await (const piece of streamSourceText(file, options.encoding)) {
    start += piece;
    if (start.trimStart() !== '') break;
  }
  if (start.trimStart().startsWith('[')) yield* readJsonArray(file, options);
  else if (start.trimStart().startsWith('{')) yield* readJsonLines(file, options, start);
  else yield* readCsv(file, options, chooseDelimiter(start.trimStart()));
}

/** The sign that is told, or that the first line has most of. */
function chooseDelimiter(start: string): Delimiter {
  const [, told] = delimiterLine.exec(start) ?? [];
  if (told !== undefined) return told as Delimiter;
  const [line = ''] = start.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (sign: string) => line.split(sign).length;
  const [best] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a));
  return best ?? ',';
}

async function* readCsv(
  file: ReceivedFile,
  options: SourceOptions,
  delimiter: Delimiter,
): AsyncIterable<Item> {
  let header: { names: string[]; text: string; plan: ColumnPlan } | undefined;
  let number = 0;
  for await (const { text, line } of cutRecords(streamSourceText(file, options.encoding), delimiter)) {
    if (text !== undefined && isBlank(text, delimiter)) continue;
    if (!header) {
      if (delimiterLine.test(text?.trimStart() ?? '')) continue;
      const names = readCells(text, delimiter).map((name) => name.trim());
      header = { names, text: text ?? '', plan: planColumns(names, options.columns) };
      continue;
    }
    const { names, plan, text: head } = header;
    const origin = { file: file.name, item: `row ${++number}`, line };
    yield attempt(origin, () => {
      const record = readCells(text, delimiter);
      if (record.length !== names.length) {
        const fix = 'Put a cell that holds the separator into quotation marks, or add what is missing.';
        const expected = `${names.length}, as in the header`;
        throw new SourceError(`${record.length} cells in the row`, expected, fix);
      }
      const bytes = new TextEncoder().encode(head + text);
      const cells = new Map(names.map((name, index) => [name, record[index] ?? '']));
      const received = { bytes, extension: delimiter === '\t' ? ('tsv' as const) : ('csv' as const) };
      return makeItem({ cells, received, notices: [] }, origin, plan, options);
    });
  }
  if (number === 0) throw noRows();
}

/** @param start of the file; where its first line is not whole, the file may be one object */
async function* readJsonLines(
  file: ReceivedFile,
  options: SourceOptions,
  start: string,
): AsyncIterable<Item> {
  const [first = ''] = start.trimStart().split('\n', 1);
  if (file.size <= sizeLimit && findJsonError(first)) {
    const { text } = await readSourceText(file, options.encoding);
    if (!findJsonError(text)) return yield readJsonRow(text, 1, 1, file, options);
  }
  let number = 0;
  for await (const { text, line } of listLines(file, options.encoding)) {
    if (text !== '') yield readJsonRow(text, ++number, line, file, options);
  }
}

async function* readJsonArray(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  const elements = listJsonElements(text);
  for (const [index, element] of elements.entries()) {
    yield readJsonRow(element.text, index + 1, element.line, file, options);
  }
  const error = findJsonError(text);
  if (error) {
    const item = `the rest after row ${elements.length}`;
    const origin = { file: file.name, item, line: error.problem.line };
    yield { kind: 'failed', failure: { origin, ...error.problem } };
  } else if (elements.length === 0) throw noRows();
}

/** @param text missing when it is longer than what is read in one piece */
function readJsonRow(
  text: string | undefined,
  number: number,
  line: number,
  file: ReceivedFile,
  options: SourceOptions,
): Item {
  const origin = { file: file.name, item: `row ${number}`, line };
  return attempt(origin, () => {
    if (text === undefined) throw new SourceError('a longer row', 'a row of one article', 'Take it out.');
    const error = findJsonError(text);
    if (error) throw error;
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new SourceError('a value that is no object', 'an object: {"title": …}', 'Take it out.');
    }
    const read = new Map(
      Object.entries(value).map(([name, cell]) => [
        name,
        { ...readTexts(cell), isList: Array.isArray(cell) },
      ]),
    );
    const given = [...options.columns.values()];
    // A row need not have every column that others have.
    const plan = planColumns([...new Set([...read.keys(), ...given])], options.columns);
    const taken = new Set(plan.columns.values());
    const notices = [...read].flatMap(([name, { isMore }]) =>
      isMore && taken.has(name) ? `Not all of "${name}" was taken; it stands in the source text.` : [],
    );
    const missing = given.filter((name) => !read.has(name));
    if (missing.length > 0)
      notices.push(`The row does not have all columns of --map: ${missing.join(', ')}.`);
    const received = { bytes: new TextEncoder().encode(text), extension: 'json' as const };
    const cells = new Map(
      Array.from(read, ([name, { texts, isList }]) => [name, isList ? texts : (texts[0] ?? '')]),
    );
    return makeItem({ cells, received, notices }, origin, plan, options);
  });
}

function makeItem(row: Row, origin: Origin, plan: ColumnPlan, options: SourceOptions): Item {
  const said = new Map<EntryKey, Said>();
  for (const [key, column] of plan.columns) {
    const cell = row.cells.get(column) ?? [];
    const values = listKeys.has(key)
      ? [cell].flat().flatMap((text) => splitList(key, text, typeof cell === 'string'))
      : [cell].flat();
    said.set(key, { values, where: `the column "${column}"`, line: 1, column: 1 });
  }
  const { notices, ...fields } = fillDraft(said, options);
  const { title, body, notices: left } = readBody(said, fields);
  const draft = {
    origin,
    ...(title !== undefined && { title }),
    ...fields,
    body,
    received: row.received,
    notices: [wordPlan(plan), ...row.notices, ...notices, ...left],
  };
  return { kind: 'draft', draft };
}

/** @param isAll whether it is all that there is, which then may be a list with commas of words, though not of names */
function splitList(key: EntryKey, text: string, isAll: boolean): string[] {
  const hasCommas = isAll && /^(?:topics|tags|categories|keywords)$/.test(key) && !/[;|]/.test(text);
  return text.split(hasCommas ? ',' : /[;|]/);
}

/** The text, in whichever of its forms there is a column for. */
function readBody(
  said: ReadonlyMap<EntryKey, Said>,
  { title, url }: { title?: string; url?: string },
): { title?: string; body: string; notices: string[] } {
  const textOf = (key: EntryKey) => said.get(key)?.values.join('\n\n') ?? '';
  const html = textOf('html');
  checkSize(html);
  const markdown = textOf('markdown');
  const texts = [
    markdown === '' ? undefined : readMarkdownText(markdown, title),
    html === '' ? undefined : readHtmlText(html, url),
    { body: writePlainText(textOf('text')), notices: noticeHtml(textOf('text')) },
  ];
  const text = texts.find((each) => each !== undefined && each.body.trim() !== '');
  if (text) return text;
  const columns = (['markdown', 'html', 'text'] as const).flatMap((key) => said.get(key)?.where ?? []);
  throw new SourceError(
    `no text in ${columns.join(' or ')}`,
    'a text',
    'Take the row out, or say with --map which column the text is in.',
  );
}

/** A column that is merely named "text" or "body" may hold either. */
function noticeHtml(text: string): string[] {
  if (!/<\/(?:p|div|a|em|strong|span|h[1-6]|li)>/i.test(text)) return [];
  return ['The text looks like HTML, and was taken as it is written: --map html=… reads it as that.'];
}

function wordPlan({ columns, unused }: ColumnPlan): string {
  const taken = Array.from(columns, ([key, column]) => `${key} = ${column}`).join(', ');
  const rest = unused.filter((column) => column !== '');
  return `Columns taken: ${taken}${rest.length > 0 ? `; not taken, but kept in the source text: ${rest.join(', ')}` : ''}.`;
}

function noRows(): SourceError {
  return new SourceError('a table without rows', 'a header and a row an article', 'Leave it out.');
}
