import { describe, expect, test } from 'vitest';

import { readOds } from '../../../../../src/ingest/sources/spreadsheet/spreadsheet.ts';
import type { SourceOptions } from '../../../../../src/ingest/sources/source.ts';
import { makeOds, type OpenDocument } from '../../../../support/open-documents.ts';
import { describeItem, receivedOf, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readOds, 'ods', 'articles.ods');

const read = (document: OpenDocument, options?: Partial<SourceOptions>) =>
  readText(makeOds(document), options);
const cell = (words: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}>${words
    .split('\n')
    .map((line) => `<text:p>${line}</text:p>`)
    .join('')}</table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (name: string, ...rows: string[]) =>
  `<table:table table:name="${name}">${rows.join('')}</table:table>`;
const date = (value: string, shown: string) =>
  `<table:table-cell office:value-type="date" office:date-value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
const header = row(...['Title', 'Date', 'Text', 'Page'].map((name) => cell(name)));
const empty = '<table:table-cell table:number-columns-repeated="16000"/>';

describe('readOds', () => {
  test('reads rows as they are shown, past those that are empty, with line breaks and repeated cells', async () => {
    const page =
      '<table:table-cell office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell>';
    const items = await read({
      body: table(
        'Articles',
        header,
        `<table:table-row table:number-rows-repeated="3">${empty}</table:table-row>`,
        row(
          cell('Fog'),
          date('1998-05-12', '12/05/98'),
          cell('The fog<text:s/>came.\n\nIt stayed.'),
          page,
          empty,
        ),
        row(cell('', 'table:number-columns-repeated="2"'), cell('Rain', 'table:number-columns-repeated="2"')),
        `<table:table-row table:number-rows-repeated="1000000">${empty}</table:table-row>`,
      ),
    });
    expect(items.map(describeItem)).toEqual(['row 1, line 5: draft', 'row 2, line 6: draft']);
    expect(saidBy(items[0])).toMatchObject({
      title: 'Fog',
      date: '1998-05-12',
      page: '007',
      body: 'The fog came.\n\nIt stayed.\n',
    });
    expect(saidBy(items[1])).toMatchObject({ page: 'Rain', body: 'Rain\n' });
    expect(receivedOf(items[0])).toBe(
      'Title,Date,Text,Page\r\nFog,1998-05-12,"The fog came.\n\nIt stayed.",007\r\n',
    );
  });

  test.each([
    ['1998-05-01', 'May 1998', 'May 1998'],
    ['1998-05-12T23:30:00', '12.05.98', '1998-05-12'],
    ['1998-05-12T23:30:00', '12.05.98 23:30', '1998-05-12T23:30'],
    ['1998-05-01', '1/5/98', '1998-05-01'],
    ['1998-01-01', '1 January 1998', '1998-01-01'],
    ['1998-01-01', '1/1/98', '1998-01-01'],
  ])('takes a date as exact as it is shown, without a time zone: %s as %s', async (value, shown, taken) => {
    const [item] = await read({
      body: table('A', header, row(cell('Fog'), date(value, shown), cell('It came.'))),
    });
    expect(receivedOf(item)).toContain(`Fog,${taken},`);
    expect(saidBy(item).date).toBe(taken === 'May 1998' ? '1998-05' : taken.slice(0, 10));
  });

  test('tells formulas, merged and hidden cells, links and comments', async () => {
    const [item] = await read({
      body: table(
        'A',
        header,
        `<table:table-row table:visibility="collapse">${[
          cell('Fog', 'table:formula="of:=1" table:number-columns-spanned="2"'),
          '<table:covered-table-cell/>',
          cell(
            'It <text:a xlink:href="https://port.example/">came</text:a>.<office:annotation><dc:creator>Eva</dc:creator><text:p>Check</text:p></office:annotation>',
          ),
        ].join('')}</table:table-row>`,
      ),
    });
    expect(saidBy(item).body).toBe('It came.\n');
    expect(saidBy(item).notices?.slice(1)).toEqual([
      'The row is hidden in the spreadsheet.',
      'The cell A2 is merged with others (2 by 1): what they say is in it alone.',
      'Formulas have the values that the file has for them: A2.',
    ]);
    expect(saidBy(item).leftOut).toEqual([
      { what: 'the address of a link of a cell', text: 'C2', address: 'https://port.example/' },
      { what: 'a comment on a cell', text: 'C2: Check' },
    ]);
  });

  test('takes the first sheet that is shown, or the one that is named', async () => {
    const styles =
      '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const hidden = table('Hidden', row(cell('Text')), row(cell('Secret.'))).replace(
      'table:name',
      'table:style-name="hid" table:name',
    );
    const document = { styles, body: hidden + table('Shown', row(cell('Text')), row(cell('Said.'))) };
    const [taken, other] = await read(document);
    expect(saidBy(taken).body).toBe('Said.\n');
    expect(other && describeItem(other)).toBe(
      'sheet "Hidden", line 1: a hidden sheet of the spreadsheet: --sheet says which is taken',
    );
    expect(saidBy((await read(document, { sheet: 'Hidden' }))[0]).body).toBe('Secret.\n');
  });

  test('refuses a row that is repeated without end', async () => {
    const many = row(cell('Fog'), '<table:table-cell/>', cell('It came.')).replace(
      '<table:table-row',
      '<table:table-row table:number-rows-repeated="1000000"',
    );
    await expect(read({ body: table('A', header, many) })).rejects.toThrow(
      'found the row 2, which is repeated 1,000,000 times; expected at most 10,000',
    );
  });
});
