import { describe, expect, test } from 'vitest';

import { readXlsx } from '../../../../../src/ingest/sources/spreadsheet/spreadsheet.ts';
import type { SourceOptions } from '../../../../../src/ingest/sources/source.ts';
import { makeXlsx, textRow, type Spreadsheet } from '../../../../support/spreadsheets.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { describeItem, receivedOf, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readXlsx, 'xlsx', 'articles.xlsx');

const read = (book: Spreadsheet, options?: Partial<SourceOptions>) => readText(makeXlsx(book), options);
const header = textRow(1, 'Title', 'Date', 'Text', 'Page');
const number = (value: string, style: number) => `<c s="${style}"><v>${value}</v></c>`;
const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
/** A row that has a date and a page as numbers. */
const row = (index: number, date: string, page: string) =>
  `<row r="${index}">${text('Fog')}${date}${text('The fog came.')}${page}</row>`;

describe('readXlsx', () => {
  test('reads a row as an article, with shared texts, and keeps the header and the row', async () => {
    const items = await read({
      strings: [
        '<t>Fog</t>',
        '<r><t>The fog </t></r><r><rPr><b/></rPr><t>came.</t></r><rPh sb="0" eb="1"><t>reading aid</t></rPh>',
      ],
      sheets: {
        Articles: `${textRow(1, 'Title', 'Text')}<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row>`,
      },
    });
    expect(items.map(describeItem)).toEqual(['row 1, line 3: draft']);
    expect(saidBy(items[0])).toMatchObject({ title: 'Fog', body: 'The fog came.\n' });
    expect(receivedOf(items[0])).toBe('Title,Text\r\nFog,The fog came.\r\n');
  });

  test.each([
    ['yyyy\\-mm\\-dd', '35927', false, '1998-05-12'],
    ['d mmm yy', '35927', false, '1998-05-12'],
    ['d/m/yyyy h:mm', '35927.999', false, '1998-05-12T23:58'],
    ['[$-407]d. mmmm yyyy', '34465', true, '1998-05-12'],
    ['mmm yyyy', '35927', false, '1998-05'],
    ['yyyy', '35927', false, '1998'],
    ['yyyy-mm-dd', '59', false, '1900-02-28'],
    ['yyyy-mm-dd', '61', false, '1900-03-01'],
  ])(
    'takes a date as exact as it is shown, in either system of days: %s %s',
    async (pattern, value, is1904, date) => {
      const book = {
        formats: [pattern, '000'],
        is1904,
        sheets: { A: header + row(2, number(value, 1), number('7', 2)) },
      };
      const [item] = await read(book);
      expect(saidBy(item)).toMatchObject({ date: date.slice(0, 10), page: '007' });
      expect(receivedOf(item)).toContain(`Fog,${date},`);
    },
  );

  test.each([
    ['General', '0.30000000000000004', '0.3'],
    ['#,##0.00', '1234.5', '1,234.50'],
    ['0%', '0.07', '7%'],
    ['"A"0', '12', 'A12'],
    ['h:mm', '0.5', '12:00'],
    ['nonsense[', '7', '7'],
  ])('takes a number as it is shown: %s', async (pattern, value, shown) => {
    const book = {
      formats: ['yyyy', pattern],
      sheets: { A: header + row(2, number('35927', 1), number(value, 2)) },
    };
    expect(saidBy((await read(book))[0])).toMatchObject({ page: shown });
  });

  test('takes the stored values of formulas, and tells where they are, where they have none, and errors', async () => {
    const cells = [
      '<c t="str"><f>A1&amp;"x"</f><v>Fog</v></c>',
      '<c><f>TODAY()</f></c>',
      text('The fog came.'),
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ];
    const [item] = await read({ sheets: { A: `${header}<row r="2">${cells.join('')}</row>` } });
    expect(saidBy(item)).toMatchObject({ title: 'Fog', page: '#DIV/0!' });
    expect(saidBy(item).notices).toEqual([
      'Columns used: text = Text, title = Title, date = Date, page = Page.',
      'The formula in B2, TODAY(), has no value in the file.',
      'The cell D2 has an error, #DIV/0!.',
      'Formulas have the values that the file has for them: A2, B2, D2.',
    ]);
  });

  test('tells merged and hidden cells, links, comments, macros, and cells below no header', async () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const [first, second] = await read({
      sheets: {
        A: `${header}<row r="2" hidden="1">${text('Fog')}<c/>${text('The fog came.')}${text('3')}<c/>${text('beside')}</row>${textRow(3, 'Rain', '', 'It rained.', '4')}`,
      },
      after:
        '<mergeCells><mergeCell ref="A2:A3"/></mergeCells><hyperlinks><hyperlink ref="C3" r:id="rId1"/></hyperlinks>',
      relationships: `<Relationship Id="rId1" Type="${relation}/hyperlink" Target="https://port.example/" TargetMode="External"/><Relationship Id="rId2" Type="${relation}/comments" Target="../comments1.xml"/>`,
      parts: {
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A3"><text><t>Check this</t></text></comment></commentList></comments>',
        'xl/vbaProject.bin': 'Sub',
      },
    });
    expect(saidBy(first).notices).toEqual([
      'Columns used: text = Text, title = Title, date = Date, page = Page.',
      'The spreadsheet has macros, which were not run.',
      'The row is hidden in the spreadsheet.',
      'The cells A2:A3 are merged: what they say is in the first alone.',
    ]);
    expect(saidBy(first).leftOut).toEqual([{ what: 'a cell below no header, F2', text: 'beside' }]);
    expect(saidBy(second).leftOut).toEqual([
      { what: 'the address of a link of a cell', text: 'C3', address: 'https://port.example/' },
      { what: 'a comment on a cell', text: 'A3: Check this' },
    ]);
  });

  test('takes the first sheet or the one that is named, and skips others and pictures by name', async () => {
    const sheets = {
      One: textRow(1, 'Text') + textRow(2, 'First.'),
      Two: textRow(1, 'Text') + textRow(2, 'Second.'),
    };
    const book = { sheets, parts: { 'xl/media/image1.png': 'png' } };
    const [taken, ...others] = await read(book);
    expect(saidBy(taken).body).toBe('First.\n');
    expect(others.map(describeItem)).toEqual([
      'sheet "Two", line 1: another sheet of the spreadsheet: --sheet says which is taken',
      'xl/media/image1.png, line 1: a picture in a spreadsheet, of which no row is',
    ]);
    expect(saidBy((await read(book, { sheet: 'Two' }))[0]).body).toBe('Second.\n');
    await expect(read(book, { sheet: 'Twoo' })).rejects.toThrow(
      'found no sheet "Twoo"; expected a sheet. Did you mean "Two"? Available: One, Two.',
    );
  });

  test('refuses a row by itself, and a table without rows', async () => {
    const items = await read({
      sheets: {
        A: header + textRow(2, 'Fog', 'some day', 'The fog came.') + textRow(3, 'Rain', '', 'It rained.'),
      },
    });
    expect(items.map(describeItem)).toEqual([
      'row 1, line 2: 2:1 date "some day", which is not a date in the column "Date"',
      'row 2, line 3: draft',
    ]);
    await expect(read({ sheets: { A: header } })).rejects.toThrow('found a table without rows');
  });

  test('refuses a cell that is longer than a text can be, and takes the other rows', async () => {
    const long = 'The fog came. '.repeat(750_000).trim();
    const items = await read({
      sheets: {
        A:
          header +
          textRow(
            2,
            'Fog',
            '',
            long.replace(/fog/g, () => String(Math.random())),
          ) +
          textRow(3, 'Rain', '', 'It rained.'),
      },
    });
    expect(items.map(describeItem)).toEqual([
      expect.stringMatching(/^row 1, line 2: 2:1 a text of [\d,]+ characters$/),
      'row 2, line 3: draft',
    ]);
  });
});

describe('npm run ingest of spreadsheets', () => {
  test('takes columns by --map, and misses nothing in the audit', async () => {
    const [folder, root] = [await makeFolder(), await makeArchive()];
    const book = {
      formats: ['d mmm yyyy'],
      sheets: {
        Notes: textRow(1, 'Nothing'),
        Articles: `${textRow(1, 'Heading', 'Day', 'Words')}<row r="2">${text('Fog')}${number('35927', 1)}${text('The fog came, and stayed.')}</row>`,
      },
    };
    await writeFiles(folder, { 'articles.xlsx': makeXlsx(book) });
    const options = ['--sheet', 'Articles', '--map', 'title=Heading,date=Day,text=Words', folder];
    expect((await ingest(root, options)).code).toBe(0);
    const files = await readFolder(root);
    const id = '1998/05/12/fog';
    expect(files.get(`articles/${id}.md`)).toContain(`file: ${id}.csv`);
    expect(files.get(`sources/${id}.csv`)).toBe(
      'Heading,Day,Words\r\nFog,1998-05-12,"The fog came, and stayed."\r\n',
    );
    const audit = await ingest(root, ['--audit', ...options]);
    expect(audit.stdout.trim()).toBe('2 items compared: 0 with something missing.');
  });
});
