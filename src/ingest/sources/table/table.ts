import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText, sizeLimit, streamSourceText } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import { chooseColumns, type ColumnChoice } from './choose-columns.ts';
import { listTexts } from '../shared/list-texts.ts';
import {
  chooseDelimiter,
  cutRecords,
  delimiterLine,
  isBlank,
  readCells,
  type Delimiter,
} from './csv-records.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { emptyTable, makeItem, type Cell } from './row-item.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listLines } from '../shared/json-lines.ts';

/**
 * Reads a table with one article per row: CSV (RFC 4180; also with semicolons), TSV, one JSON object per line, or a JSON
 * array of objects. Columns are given, or recognized by their names; a notice says which were used.
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

async function* readCsv(
  file: ReceivedFile,
  options: SourceOptions,
  delimiter: Delimiter,
): AsyncIterable<Item> {
  let header: { names: string[]; text: string; plan: ColumnChoice } | undefined;
  let number = 0;
  for await (const { text, line } of cutRecords(streamSourceText(file, options.encoding), delimiter)) {
    if (text !== undefined && isBlank(text, delimiter)) continue;
    if (!header) {
      if (delimiterLine.test(text?.trimStart() ?? '')) continue;
      const names = readCells(text, delimiter).map((name) => name.trim());
      header = { names, text: text ?? '', plan: chooseColumns(names, options.columns) };
      continue;
    }
    const { names, plan, text: head } = header;
    const origin = { file: file.name, item: `row ${++number}`, line };
    yield catchFailure(origin, () => {
      const record = readCells(text, delimiter);
      if (record.length !== names.length) {
        const fix = 'Quote cells that contain the separator, or add the missing cells.';
        const expected = `${names.length}, as in the header`;
        throw new SourceError(`${record.length} cells in the row`, expected, fix);
      }
      const bytes = new TextEncoder().encode(head + text);
      const received = { bytes, extension: delimiter === '\t' ? ('tsv' as const) : ('csv' as const) };
      return makeItem({ ...gatherCells(names, record), received, leftOut: [] }, origin, plan, options);
    });
  }
  if (number === 0) throw emptyTable();
}

/** The cells of a record by their columns. Several columns of one name are one. */
function gatherCells(
  names: readonly string[],
  record: readonly string[],
): { cells: Map<string, Cell>; notices: string[] } {
  const cells = new Map<string, Cell>();
  const notices: string[] = [];
  for (const [index, name] of names.entries()) {
    const written = record[index] ?? '';
    const { text, notice } = readFormula(written);
    if (notice !== undefined) notices.push(notice);
    const before = cells.get(name)?.texts ?? [];
    cells.set(name, { texts: [...before, text], isList: false });
  }
  return { cells, notices };
}

/** Spreadsheets write `="00123"` for a text that looks like a number; other formulas have no value in the file. */
function readFormula(written: string): { text: string; notice?: string } {
  const [, quoted] = /^="((?:[^"]|"")*)"$/.exec(written) ?? [];
  if (quoted !== undefined) {
    const text = quoted.replaceAll('""', '"');
    return { text, notice: `The cell ${written} is a formula; it was read as its text, ${text}.` };
  }
  const isFormula = /^=[A-Z][A-Z.]*\(/i.test(written);
  return { text: written, ...(isFormula && { notice: `The cell ${written} is a formula, not its result.` }) };
}

/** @param start of the file; when its first line is incomplete, the file may be one object */
async function* readJsonLines(
  file: ReceivedFile,
  options: SourceOptions,
  start: string,
): AsyncIterable<Item> {
  const [first = ''] = start.trimStart().split('\n', 1);
  if (file.size <= sizeLimit && findJsonError(first)) {
    const { text } = await readSourceText(file, options.encoding);
    if (!findJsonError(text)) return yield makeJsonItem(text, 1, 1, file, options);
  }
  let number = 0;
  for await (const { text, line } of listLines(file, options.encoding)) {
    if (text !== '') yield makeJsonItem(text, ++number, line, file, options);
  }
}

async function* readJsonArray(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  const elements = listJsonElements(text);
  for (const [index, element] of elements.entries()) {
    yield makeJsonItem(element.text, index + 1, element.line, file, options);
  }
  const error = findJsonError(text);
  if (error) {
    const item = `the rest after row ${elements.length}`;
    const origin = { file: file.name, item, line: error.problem.line };
    yield { kind: 'failed', failure: { origin, ...error.problem } };
  } else if (elements.length === 0) throw emptyTable();
}

/** @param text missing when it is too long */
function makeJsonItem(
  text: string | undefined,
  number: number,
  line: number,
  file: ReceivedFile,
  options: SourceOptions,
): Item {
  const origin = { file: file.name, item: `row ${number}`, line };
  return catchFailure(origin, () => {
    if (text === undefined)
      throw new SourceError('a row that is too long for an article', 'one article per row', 'Remove it.');
    const error = findJsonError(text);
    if (error) throw error;
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new SourceError('a value that is not an object', 'an object: {"title": …}', 'Remove it.');
    }
    const read = new Map(
      Object.entries(value).map(([name, cell]) => [
        name,
        { ...listTexts(cell), isList: Array.isArray(cell), value: cell as unknown },
      ]),
    );
    const given = [...options.columns.values()];
    // A row may lack columns that other rows have.
    const plan = chooseColumns([...new Set([...read.keys(), ...given])], options.columns);
    const taken = new Set(plan.columns.values());
    const leftOut = [...read].flatMap(([name, { hasMore, value }]): LeftOut | [] =>
      hasMore && taken.has(name) ? { what: `a part of "${name}"`, text: JSON.stringify(value) } : [],
    );
    const notices: string[] = [];
    const missing = given.filter((name) => !read.has(name));
    if (missing.length > 0) notices.push(`The row lacks columns that --map names: ${missing.join(', ')}.`);
    const received = { bytes: new TextEncoder().encode(text), extension: 'json' as const };
    const cells = new Map(
      Array.from(read, ([name, { texts, isList, hasMore, value }]): [string, Cell] =>
        // What is no text is left out as it is written.
        [name, hasMore && !taken.has(name) ? { texts: [JSON.stringify(value)], isList } : { texts, isList }],
      ),
    );
    return makeItem({ cells, received, leftOut, notices }, origin, plan, options);
  });
}
