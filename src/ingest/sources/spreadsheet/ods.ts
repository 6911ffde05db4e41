import { toLine } from '../../text/lines.ts';
import { readXmlPart, readXmlPieces, type Attributes } from '../shared/xml-part.ts';
import type { Zip } from '../shared/zip.ts';
import { SourceError } from '../source-error.ts';
import { columnLimit, nameColumn, sheetLimit, type SheetRow, type Workbook } from './workbook.ts';

/** How many rows one that is repeated may be. */
const repeatLimit = 10_000;

/**
 * Opens a spreadsheet of OpenDocument (ODF 1.3 part 3, section 9).
 *
 * @throws {SourceError} when a part of it is malformed or exceeds a limit
 */
export async function openOds(zip: Zip): Promise<Workbook> {
  const hidden = new Set<string>();
  const tables: { name: string; style: string }[] = [];
  let style = '';
  await readXmlPart(
    zip,
    'content.xml',
    {
      open(element, attributes, path) {
        if (element === 'style') style = attributes.get('name') ?? '';
        if (element === 'table-properties' && attributes.get('display') === 'false') hidden.add(style);
        if (element === 'table' && path.at(-2) === 'spreadsheet')
          tables.push({ name: attributes.get('name') ?? '', style: attributes.get('style-name') ?? '' });
      },
    },
    sheetLimit,
  );
  const names = [...zip.entries.keys()];
  return {
    sheets: tables.map((table, index) => ({
      name: table.name,
      isHidden: hidden.has(table.style),
      readRows: () => readTableRows(zip, index),
    })),
    notices: names.some((name) => /^(?:Basic|Scripts)\/.*\.(?:xml|py|js|bsh)$/i.test(name))
      ? ['The spreadsheet has macros, which were not run.']
      : [],
    leftOut: names.flatMap((name) =>
      /^(?:Pictures|media)\/|^Object [^/]*\/content\.xml$/.test(name)
        ? [{ what: 'a picture or chart in a spreadsheet', text: name }]
        : [],
    ),
  };
}

interface OpenCell {
  type: string;
  date: string;
  paragraphs: string[];
  repeated: number;
  hasFormula: boolean;
}

/** @param index of the table among those of the spreadsheet */
async function* readTableRows(zip: Zip, index: number): AsyncIterable<SheetRow> {
  let ready: SheetRow[] = [];
  let [table, number, repeated, column, comment, address] = [-1, 0, 1, 0, '', ''];
  let row: SheetRow | undefined;
  let cell: OpenCell | undefined;
  const formulas: string[] = [];
  const repeatOf = (attributes: Attributes, what: string) =>
    Math.max(1, Number(attributes.get(`number-${what}-repeated`) ?? 1) || 1);
  const open = (element: string, attributes: Attributes, path: readonly string[]) => {
    if (element === 'table' && path.at(-2) === 'spreadsheet') table++;
    if (table !== index) return;
    if (element === 'table-row') {
      row = { number: number + 1, cells: [], leftOut: [], notices: [] };
      repeated = repeatOf(attributes, 'rows');
      column = 0;
      if (/^(?:collapse|filter)$/.test(attributes.get('visibility') ?? ''))
        row.notices.push('The row is hidden in the spreadsheet.');
    } else if (/^(?:covered-)?table-cell$/.test(element)) {
      cell = {
        type: attributes.get('office:value-type') ?? '',
        date: attributes.get('date-value') ?? '',
        paragraphs: [],
        repeated: repeatOf(attributes, 'columns'),
        hasFormula: attributes.has('formula'),
      };
      const [wide, high] = ['columns', 'rows'].map((way) => attributes.get(`number-${way}-spanned`) ?? '1');
      if (wide !== '1' || high !== '1')
        row?.notices.push(
          `The cell ${nameColumn(column)}${number + 1} is merged with others (${wide} by ${high}): what they say is in it alone.`,
        );
    } else if (element === 'p' && path.includes('annotation')) comment += ' ';
    else if (element === 'p') cell?.paragraphs.push('');
    else if (element === 'annotation') comment = '';
    else if (/^(?:s|tab|line-break)$/.test(element)) say(element === 'line-break' ? '\n' : ' ', path);
    else if (element === 'a' && (address = attributes.get('href') ?? '') !== '')
      row?.leftOut.push({
        what: 'the address of a link of a cell',
        text: `${nameColumn(column)}${number + 1}`,
        address,
      });
  };
  const say = (text: string, path: readonly string[]) => {
    if (table !== index || !path.includes('p')) return;
    const noted = path.slice(path.indexOf('annotation'));
    if (path.includes('annotation')) comment += noted.includes('p') ? text : '';
    else if (cell && cell.paragraphs.length > 0) cell.paragraphs.push((cell.paragraphs.pop() ?? '') + text);
  };
  const closeCell = () => {
    if (!row || !cell) return;
    const text = showCell(cell);
    const name = `${nameColumn(column)}${row.number}`;
    if (cell.hasFormula && text !== '') formulas.push(name);
    if (text !== '' && column + cell.repeated > columnLimit)
      throw new SourceError(
        `something in the cell ${name}`,
        `at most ${columnLimit} columns`,
        'Remove it, or take another sheet.',
      );
    if (text !== '') for (let each = 0; each < cell.repeated; each++) row.cells[column + each] = text;
    column += cell.repeated;
    cell = undefined;
  };
  const closeRow = () => {
    if (!row) return;
    if (formulas.length > 0)
      row.notices.push(
        `Formulas have the values that the file has for them: ${formulas.splice(0).join(', ')}.`,
      );
    const cells = Array.from(row.cells, (text = '') => text);
    if (cells.length > 0 && repeated > repeatLimit)
      throw new SourceError(
        `the row ${row.number}, which is repeated ${repeated.toLocaleString('en')} times`,
        `at most ${repeatLimit.toLocaleString('en')}`,
        'Remove it, or take another sheet.',
      );
    for (let each = 0; cells.length > 0 && each < repeated; each++)
      ready.push({ ...row, cells, number: row.number + each });
    number += repeated;
    row = undefined;
  };
  const close = (element: string) => {
    if (table !== index) return;
    if (/^(?:covered-)?table-cell$/.test(element)) closeCell();
    else if (element === 'table-row') closeRow();
    else if (element === 'annotation' && toLine(comment) !== '') {
      const text = `${nameColumn(column)}${number + 1}: ${toLine(comment)}`;
      row?.leftOut.push({ what: 'a comment on a cell', text });
    }
  };
  for await (const _ of readXmlPieces(zip, 'content.xml', { open, text: say, close }, sheetLimit)) {
    yield* ready;
    ready = [];
  }
}

/** What a cell shows; a date as ISO 8601 has it, unless what is shown has no day. */
function showCell({ type, date, paragraphs }: OpenCell): string {
  const shown = paragraphs.map((line) => line.replace(/[ \t]+/g, ' ')).join('\n');
  const [, day = '', hours = ''] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d)?/.exec(date) ?? [];
  if (type !== 'date' || day === '') return shown;
  const [ofMonth, month] = [Number(day.slice(8)), Number(day.slice(5, 7))];
  const numbers = (shown.match(/\d+/g) ?? []).map(Number).filter((number) => number === ofMonth);
  // A number that may be the month is the day only where there are two of it, or the month is a word.
  const hasDay = numbers.length > (ofMonth === month && !/\p{L}/u.test(shown) ? 1 : 0);
  const hasTime = /\d:\d/.test(shown) && hours !== '' && hours !== 'T00:00';
  return hasDay || shown === '' ? `${day}${hasTime ? hours : ''}` : shown;
}
