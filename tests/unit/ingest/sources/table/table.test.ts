import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Draft } from '../../../../../src/ingest/drafts/draft.ts';
import type { Item } from '../../../../../src/ingest/sources/source.ts';
import { readTable } from '../../../../../src/ingest/sources/table/table.ts';
import { receivedOf as takeReceived, saidBy as sayAll, useReader } from '../read-source.ts';

const reader = useReader(readTable, 'table', 'table');
const { readFixture, loadFixture, readAnything } = reader;
const readText = (text: string | Uint8Array, columns: Record<string, string> = {}) =>
  reader.readText(text, { columns: new Map(Object.entries(columns)) });

/** What a draft says, without where it stands and the notice of its columns. */
function saidBy(item: Item | undefined): Partial<Draft> {
  const { notices = [], ...said } = sayAll(item);
  return { ...said, notices: notices.slice(1) };
}

function receivedOf(item: Item | undefined): string {
  return `${item?.kind === 'draft' ? item.draft.received.extension : ''}: ${takeReceived(item)}`;
}

/** Where each item begins, and what became of it. */
function outlineOf(items: readonly Item[]): string[] {
  return items.map((item) => {
    const { origin } = item.kind === 'draft' ? item.draft : item.kind === 'failed' ? item.failure : item;
    const found = item.kind === 'failed' ? `:${item.failure.line}: ${item.failure.found}` : '';
    return `${origin.item}, line ${origin.line}: ${item.kind}${found}`;
  });
}

describe('CSV', () => {
  test('is read row by row; a wrong one fails, and the next follows', async () => {
    const items = await readFixture('articles.csv');
    expect(outlineOf(items)).toEqual([
      'row 1, line 2: draft',
      'row 2, line 6: failed:6: no text in the column "Body"',
      'row 3, line 7: failed:7: 3 cells in the row',
      'row 4, line 8: failed:8: date "2020-02-31": 2020-02 has 29 days, not a day 31 in the column "Published"',
      'row 5, line 9: draft',
      'row 6, line 10: failed:10: a quotation mark that is neither doubled nor encloses a cell',
      'row 7, line 11: draft',
    ]);
    expect(saidBy(items[0])).toEqual({
      title: 'Ferry "Alma" sinks',
      date: '2021-07-18',
      byline: [],
      terms: [{ name: 'ferries' }, { name: 'accidents' }, { name: 'sea' }],
      body: 'First paragraph, with a comma.\n\nSecond \\* paragraph.\n',
      leftOut: [{ what: 'a cell of the column "Id"', text: '1' }],
      notices: [],
    });
    expect(saidBy(items[4])).toMatchObject({ title: 'Bad "quotes" are fine', body: 'It is 6" long.\n' });
  });

  test('is kept letter for letter: the header and the row', async () => {
    const items = await readFixture('articles.csv');
    const header = 'csv: Headline,Published,Body,Tags,Id\r\n';
    expect(receivedOf(items[0])).toBe(
      `${header}"Ferry ""Alma"" sinks",2021-07-18,"First paragraph, with a comma.\r\n\r\n` +
        'Second * paragraph.",ferries;accidents|sea,1\r\n',
    );
    expect(receivedOf(items[6])).toBe(`${header}Last,2021-07,The end.  ,,7`);
  });

  test('has several words in a cell by their commas, and names by other signs only', async () => {
    const [item] = await readText(
      'text,tags,topics,people,author\nFog,"sea, weather","fog, cold; wet","Lind, Ada","Lind, Ada"\n',
    );
    expect(saidBy(item)).toMatchObject({
      byline: ['Lind, Ada'],
      terms: [
        { name: 'Lind, Ada', vocabulary: 'people' },
        { name: 'fog, cold', vocabulary: 'topics' },
        { name: 'wet', vocabulary: 'topics' },
        { name: 'sea' },
        { name: 'weather' },
      ],
    });
  });

  test('tells how its columns were taken', async () => {
    const [item] = await readText('Kopf,Text,Nr,\nFog,Mist,3,x\n', { title: 'Kopf' });
    expect(item?.kind === 'draft' && item.draft.notices).toEqual([
      'Columns used: title = Kopf, text = Text.',
    ]);
    expect(saidBy(item).leftOut).toEqual([
      { what: 'a cell of the column "Nr"', text: '3' },
      { what: 'a cell of a column without a name', text: 'x' },
    ]);
  });

  test.for([
    ['semicolons', 'title;text;date\n"a; b";"c, d, e";2021\n', 'csv'],
    ['tabs', 'title\ttext\tdate\n"a; b"\tc, d, e\t2021\n', 'tsv'],
    [
      'commas, although a name has semicolons',
      '"title","text","date","a;b;c;d"\na; b,"c, d, e",2021,\n',
      'csv',
    ],
    ['what is told first', 'sep=;\r\ntitle;text;date;a,b,c,d,e\r\n"a; b";"c, d, e";2021;\r\n', 'csv'],
    ['old line ends', 'title,text,date\ra; b,"c, d, e",2021\r', 'csv'],
    [
      'a byte order mark and empty lines',
      '\uFEFF\r\ntitle,text,date\r\n\r\n,,\r\na; b,"c, d, e",2021\r\n',
      'csv',
    ],
  ])('may be parted by %s', async ([, text = '', extension]) => {
    const items = await readText(text);
    expect(items.map(saidBy)).toMatchObject([{ title: 'a; b', body: 'c, d, e\n', date: '2021' }]);
    expect(receivedOf(items[0]).split(':')[0]).toBe(extension);
  });

  test('with tabs may have quotation marks that are only signs', async () => {
    const [item] = await readFixture('articles.tsv');
    expect(saidBy(item)).toEqual({
      title: '"Yes," says mayor',
      date: '2021-07-18',
      byline: [],
      terms: [],
      body: 'One **word**.\n',
      leftOut: [expect.objectContaining({ what: expect.stringContaining('script') as unknown })],
      notices: [],
    });
  });

  test('fails once for all that follows a quotation mark that is not closed', async () => {
    const items = await readText('title,text\na,b\n"c,d\ne,f\ng,h\n');
    expect(outlineOf(items)).toEqual([
      'row 1, line 2: draft',
      'row 2, line 3: failed:3: a quotation mark that is not closed',
    ]);
  });

  test('counts lines within cells, however the file is cut into pieces', async () => {
    const long = `${'Fog '.repeat(50)}\r\n"" `.repeat(4000);
    const rows = [1, 2, 3].map((number) => `Title ${number},"${long}"\r\n`);
    const items = await readText(`title,text\r\n${rows.join('')}`);
    expect(outlineOf(items)).toEqual([
      'row 1, line 2: draft',
      'row 2, line 4003: draft',
      'row 3, line 8004: draft',
    ]);
    expect(receivedOf(items[1])).toBe(`csv: title,text\r\n${rows[1]}`);
  });

  test('refuses a table of which nobody can tell what is what', async () => {
    await expect(readText('a,b\nc,d\n')).rejects.toThrow('found no column for the text;');
    await expect(readText('title,text\na,b\n', { text: 'Txt' })).rejects.toThrow('Did you mean "text"?');
    await expect(readText('title,text\n')).rejects.toThrow('found a table without rows;');
    await expect(readText(Uint8Array.of(0x61, 0x2c, 0xff, 0x0a))).rejects.toThrow('0xFF at offset 2');
  });

  test('may have the text as HTML or Markdown, and says when a plain text looks like HTML', async () => {
    const [html] = await readText('title,body\nFog,"<p>The <a href=""/map"">fog</a></p>"\n', {
      html: 'body',
    });
    expect(saidBy(html)).toMatchObject({ body: 'The fog\n', notices: [] });
    const [markdown] = await readText('markdown,url\n"# Fog\n\n*Mist* <b>here</b>.",https://post.example\n');
    expect(saidBy(markdown)).toMatchObject({ title: 'Fog', body: '*Mist* **here**.\n' });
    const [text] = await readText('title,body\nFog,<p>The fog</p>\n');
    expect(saidBy(text)).toMatchObject({
      body: '\\<p>The fog\\</p>\n',
      notices: ['The text looks like HTML but was read as plain text: --map html=… reads it as HTML.'],
    });
  });
});

describe('a table of a spreadsheet', () => {
  const header = 'sep=;\r\nTitle;Date;Author;Author;Tag;Tag;Body;\r\n';
  const one = async (row: string) => (await readText(`\uFEFF${header}${row}\r\n`))[0];

  test('may have several columns of one name', async () => {
    const row =
      'Fog;18.07.2021;Ada Lind;"Berg, Eva; Holm, Ben";Sea;Rain, fog;"It came.\r\n\r\nIt ""went"";\r\ngone.";';
    expect(saidBy(await one(row))).toMatchObject({
      title: 'Fog',
      date: '2021-07-18',
      byline: ['Ada Lind', 'Berg, Eva', 'Holm, Ben'],
      terms: [{ name: 'Sea' }, { name: 'Rain' }, { name: 'fog' }],
      body: 'It came.\n\nIt "went";\ngone.\n',
    });
    const [twice] = await readText('title,title,text,text\nFog,Mist,It came.,It went.\n');
    expect(saidBy(twice)).toMatchObject({
      title: 'Fog',
      body: 'It came.\n\nIt went.\n',
      leftOut: [{ what: 'a further value in the column "title"', text: 'Mist' }],
      notices: ['The 2 texts in the column "text" were joined.'],
    });
  });

  test.for([
    ['44395', 'date "44395", which looks like a serial number of Excel (2021-07-18'],
    ['18/07/21', 'whose year has only two digits'],
    ['Jul-21', 'may be a day without a year'],
  ])('has no date in %s', async ([date, found]) => {
    const item = await one(`Fog;${date};;;;;It came.;`);
    expect(item?.kind === 'failed' && item.failure.found).toContain(found);
  });

  test('has dates with a time, of Americans, and none that is day nought', async () => {
    expect(saidBy(await one('Fog;2021-07-18 00:00;;;;;It came.;')).date).toBe('2021-07-18');
    expect(saidBy(await one('Fog;07/18/2021;;;;;It came.;')).date).toBe('2021-07-18');
    const nought = saidBy(await one('Fog;1900-01-00;;;;;It came.;'));
    expect(nought).not.toHaveProperty('date');
    expect(nought.notices).toEqual([expect.stringContaining('know no date')]);
  });

  test('has formulas that are only texts', async () => {
    expect(saidBy(await one('"=""00123""";;;;;;It came.;'))).toMatchObject({
      title: '00123',
      notices: ['The cell ="00123" is a formula; it was read as its text, 00123.'],
    });
    expect(saidBy(await one('=SUM(A1:A2);;;;;;It came.;')).notices).toEqual([
      'The cell =SUM(A1:A2) is a formula, not its result.',
    ]);
  });

  test('has nothing in its empty rows', async () => {
    const items = await readText(`${header};;;;;;;\r\n"";"";;;;;;\r\nFog;;;;;;It came.;\r\n`);
    expect(outlineOf(items)).toEqual(['row 1, line 5: draft']);
  });
});

describe('JSON', () => {
  test('is read line by line; a wrong one fails, and the next follows', async () => {
    const items = await readFixture('articles.ndjson');
    expect(outlineOf(items)).toEqual([
      'row 1, line 1: draft',
      'row 2, line 2: failed:2: malformed JSON',
      'row 3, line 4: draft',
      'row 4, line 5: failed:5: a value that is not an object',
    ]);
    expect(saidBy(items[0])).toEqual({
      title: 'One',
      byline: ['Ada Lind', 'Otto Brandt'],
      terms: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
      body: 'First.\n\nSecond.\n',
      leftOut: [
        { what: 'a part of "author"', text: '[{"name":"Ada Lind"},{"name":"Otto Brandt","id":7}]' },
        { what: 'a cell of the column "year"', text: '1' },
      ],
      notices: ['The 2 texts in the column "text" were joined.'],
    });
    expect(saidBy(items[2])).toMatchObject({ title: 'Three', date: '2021' });
    const [line] = (await loadFixture('articles.ndjson')).toString().split('\n');
    expect(receivedOf(items[0])).toBe(`json: ${line}`);
  });

  test('in an array is read up to where it is cut', async () => {
    const items = await readFixture('cut.json');
    expect(outlineOf(items)).toEqual([
      'row 1, line 2: draft',
      'row 2, line 3: draft',
      'the rest after row 2, line 4: failed:4: malformed JSON',
    ]);
    expect(receivedOf(items[1])).toBe('json: {"title": "Two", "body": "Text", "published": "2021-07-18"}');
  });

  test('may be one object on several lines', async () => {
    const text = '\n{\n  "title": "One",\n  "text": "Text"\n}\n';
    const items = await readText(text);
    expect(items.map(saidBy)).toMatchObject([{ title: 'One', body: 'Text\n' }]);
  });

  test('says which given columns a row does not have', async () => {
    const [item] = await readText('{"Kop": "Fog", "text": "Mist"}\n', { title: 'Kopf' });
    expect(saidBy(item).notices).toEqual(['The row lacks columns that --map names: Kopf.']);
  });

  test('takes nothing from what objects have by themselves', async () => {
    const [item] = await readText('{"__proto__": {"title": "x"}, "text": "Fog", "constructor": 1}\n');
    expect(saidBy(item)).toMatchObject({ byline: [], terms: [], body: 'Fog\n', notices: [] });
    expect(saidBy(item)).not.toHaveProperty('title');
  });

  test('has lists of its own, whose names may have commas', async () => {
    const items = await readText(
      '{"text": "Fog", "tags": "sea, weather"}\n{"text": "Fog", "tags": ["fog, cold", "sea"]}\n',
    );
    expect(items.map((item) => saidBy(item).terms?.map(({ name }) => name))).toEqual([
      ['sea', 'weather'],
      ['fog, cold', 'sea'],
    ]);
  });

  test('refuses an empty array', async () => {
    await expect(readText('[]')).rejects.toThrow('found a table without rows;');
  });
});

describe('readTable', () => {
  test('reads what any program for CSV writes', { timeout: 60_000 }, async () => {
    const cell = fc
      .array(fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', '\r', ' ', 'é', '𝕏', '#'), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    const quote = (text: string, delimiter: string) =>
      new RegExp(`["\\r\\n${delimiter}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    const table = fc.tuple(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n', '\r'));
    await fc.assert(
      fc.asyncProperty(table, async ([cells, delimiter, end]) => {
        const lines = [['title', 'text'], ...cells.map(([title, text]) => [title, `${text}Fog`])];
        const written = lines.map((line) => line.map((each) => quote(each, delimiter)).join(delimiter) + end);
        const items = await readText(written.join(''));
        expect(items.map(saidBy).map(({ title }) => title)).toEqual(
          cells.map(([title]) => title.replace(/\s+/g, ' ').trim() || undefined),
        );
        const kept = items.map((item) => receivedOf(item).slice(5));
        expect(kept).toEqual(written.slice(1).map((line) => `${written[0]}${line}`));
      }),
      { numRuns: 200 },
    );
  });

  test('survives anything', { timeout: 60_000 }, async () => {
    const names = ['articles.csv', 'articles.tsv', 'articles.ndjson', 'cut.json'];
    const files = (await Promise.all(names.map((name) => loadFixture(name)))).map(String);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\n', ',', '\r', '{', '[', '\\', ''),
    );
    const mutated = fc
      .tuple(fc.constantFrom(...files), fc.nat(), fc.nat(30), piece)
      .map(([file, at, length, text]) => {
        const start = at % (file.length + 1);
        return file.slice(0, start) + text + file.slice(start + length);
      });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          mutated,
          fc.json().map((json) => `{"text": ${json}}`),
        ),
        async (text) => {
          await readAnything(text);
        },
      ),
      { numRuns: 200 },
    );
  });
});
