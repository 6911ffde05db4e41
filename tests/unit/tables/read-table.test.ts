import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { joinList, splitList } from '../../../src/tables/list-cell.ts';
import { readTable } from '../../../src/tables/read-table.ts';
import { renderTable } from '../../../src/tables/render-table.ts';
import { formatTableProblem } from '../../../src/tables/table-problem.ts';

const columns = { known: ['id', 'name', 'note'], required: ['id', 'name'] };

/** The rows of a table, as objects. */
async function rowsOf(bytes: Uint8Array) {
  const { rows, problems } = await readTable('t.csv', bytes, columns);
  expect(problems).toEqual([]);
  return rows.map(({ cells }) => Object.fromEntries(cells));
}

/** What is wrong with a table, one line for each problem. */
async function problemsOf(text: string): Promise<string> {
  try {
    const { problems } = await readTable('t.csv', Buffer.from(text), columns);
    return problems.map((problem) => formatTableProblem('t.csv', problem)).join('\n');
  } catch (error) {
    return (error as Error).message;
  }
}

const expected = [
  { id: 'a', name: 'Élodie; "E"', note: 'first\nsecond' },
  { id: 'b', name: 'Tom', note: '' },
];

describe('readTable reads what programs save', () => {
  test.for<[string, Uint8Array]>([
    ['CSV in UTF-8', Buffer.from('id,name,note\r\na,"Élodie; ""E""","first\nsecond"\r\nb,Tom,\r\n')],
    [
      'Excel’s CSV with semicolons and a byte order mark',
      Buffer.from('\uFEFFid;name;note\r\na;"Élodie; ""E""";"first\nsecond"\r\nb;Tom;\r\n'),
    ],
    [
      'Excel’s CSV in windows-1252',
      Buffer.from('id;name;note\r\na;"Élodie; ""E""";"first\nsecond"\r\nb;Tom;\r\n', 'latin1'),
    ],
    [
      'Excel’s Unicode text: UTF-16 with tabs',
      Buffer.from('\uFEFFid\tname\tnote\r\na\t"Élodie; ""E"""\t"first\nsecond"\r\nb\tTom\t\r\n', 'utf16le'),
    ],
    [
      'a line that tells the separator',
      Buffer.from('sep=;\r\nid;name;note\r\na;"Élodie; ""E""";"first\nsecond"\r\nb;Tom;\r\n'),
    ],
    [
      'columns in another order, empty unknown ones, and empty rows',
      Buffer.from('note,,name,more,id\n"first\nsecond",,"Élodie; ""E""",,a\n,,,,\n,,Tom,,b\n\n'),
    ],
  ])('%s', async ([, bytes]) => {
    expect(await rowsOf(bytes)).toEqual(expected);
  });

  test('without a column that is not needed', async () => {
    expect(await rowsOf(Buffer.from('name,id\nTom,b\n'))).toEqual([{ id: 'b', name: 'Tom' }]);
  });

  test('as not being Unicode, when it is not', async () => {
    const read = async (text: string, encoding: BufferEncoding) =>
      (await readTable('t.csv', Buffer.from(text, encoding), columns)).isUnicode;
    expect(await read('id,name\na,Élodie\n', 'latin1')).toBe(false);
    expect(await read('id,name\na,Élodie\n', 'utf8')).toBe(true);
  });
});

describe('readTable tells row, column and line', () => {
  test.for<[string, string, string]>([
    [
      'of a formula',
      'id,name\na,"two\nlines"\nb,=SUM(A1)\n',
      't.csv:4: row 3, column "name": found a formula; expected a text. ',
    ],
    [
      'of an unknown column with something in it, and the nearest name',
      'id,name,nota\na,Ada,\nb,Tom,x\n',
      't.csv:3: row 3, column "nota": found a cell in an unknown column; expected one of: id, name, note. Did you mean "note"?',
    ],
    ['of a cell too many', 'id,name\na,Ada,more\n', 't.csv:2: row 2: found more cells than the header has;'],
    [
      'of a column that is there twice',
      'id,name,name\na,Ada,A\n',
      't.csv:1: row 1, column "name": found a second column of this name;',
    ],
    ['of a missing column', 'id,naem\na,Ada\n', 't.csv:1: row 1: found no column "name"; '],
    [
      'of a quotation mark that is never closed',
      'id,name\na,Ada\nb,"Tom\nc,Eva\n',
      't.csv:3: row 3: found a quotation mark that is not closed;',
    ],
    ['of an empty file', '', 't.csv:1: row 1: found an empty file;'],
    ['of a file of a spreadsheet program', 'PK\u0003\u0004…', 'found a file of a spreadsheet program;'],
  ])('%s', async ([, text, message]) => {
    expect(await problemsOf(text)).toContain(message);
  });

  test('of everything at once', async () => {
    const found = await problemsOf('id,name,x\na,=A1,1\nb,=A2,\n');
    expect(found.split('\n')).toHaveLength(3);
  });
});

/** Cells as hostile as they come; spaces around them are not kept. */
const cell = fc
  .string({ unit: fc.constantFrom(...`=+-@'"\\|,;\t\r\nab é王`), maxLength: 12 })
  .map((text) => text.trim());

describe('a table', () => {
  test('has the same cells when it is read again, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell)), async (pairs) => {
        const rows = pairs.map(([name, note], index) => [`r${index}`, name, note]);
        const bytes = Buffer.from([...renderTable([columns.known, ...rows])].join(''));
        const read = await rowsOf(bytes);
        expect(read.map(({ id, name, note }) => [id, name, note])).toEqual(rows);
      }),
    );
  });

  test('has no cell that a spreadsheet reads as a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const [, row = ''] = renderTable([['id'], [text]]);
        expect(row.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]|^\r(?!\n$)/);
      }),
    );
  });

  test('begins with a byte order mark, and ends its lines with CRLF', () => {
    expect([...renderTable([['id'], ['-1']])].join('')).toBe("\uFEFFid\r\n'-1\r\n");
  });
});

describe('a list in a cell', () => {
  test('has the same items when it is read again', () => {
    const item = cell.filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(splitList(joinList(items))).toEqual(items);
      }),
    );
  });

  test('may be written without spaces, and with empty items', () => {
    expect(splitList('a|b | | c|')).toEqual(['a', 'b', 'c']);
  });
});
