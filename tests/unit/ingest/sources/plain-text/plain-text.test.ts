import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SourceError } from '../../../../../src/ingest/sources/source-error.ts';
import { readPlainText } from '../../../../../src/ingest/sources/plain-text/plain-text.ts';
import { failureOf, only, saidBy, useReader } from '../read-source.ts';

const reader = useReader(readPlainText, 'plain-text', 'file.txt');
const { loadFixture, readAnything } = reader;
const readOnly = async (fixture: string) => only(await reader.readFixture(fixture));
const readText = async (text: string | Uint8Array) => only(await reader.readText(text));

const read = async (text: string) => saidBy(await readText(text));

describe('a date before the first word', () => {
  test('is the date, and nothing in the text is mark-up', async () => {
    expect(saidBy(await readOnly('date-prefix.txt'))).toEqual({
      date: '2019-03-02',
      byline: [],
      terms: [],
      body:
        'The ferry \\*Alma\\* left Norhaven at 7. Nobody was on board.\n\n' +
        'It came back at noon,\nwith 1. goats and 2. sheep.\n',
      leftOut: [],
      notices: [],
    });
  });

  test.for([
    ['date 2021-07 Fog.', '2021-07'],
    ['date 2021-07-18\n\nFog.', '2021-07-18'],
    ['\r\n\tdate 2021-07-18/2021-07-20 Fog.', '2021-07-18/2021-07-20'],
  ])('may be written as in %j', async ([text = '', date]) => {
    expect(await read(text)).toMatchObject({ date, body: 'Fog.\n' });
  });

  test.for([
    'date 2021 was a good year.',
    'Date 2021-07-18 was a Sunday.',
    'date 2021-07-18  to 2021-07-20 The fair is on.',
    'date 2021-07-18, they said, was a Sunday.',
    'date palms grow here.',
    'The date 2021-07-18 was a Sunday.',
  ])('is not seen in %j', async (text) => {
    const said = await read(text);
    expect(said).not.toHaveProperty('date');
    expect(said.body).toBe(`${text}\n`);
  });

  test('fails the item when there is no such day', async () => {
    expect(failureOf(await readText('  date 2021-02-31 Fog.'))).toBe(
      '1:8: found date "2021-02-31": 2021-02 has 28 days, not a day 31 in the header; expected a date like 2021-07-18. Correct the date, or remove it: an article may be undated.',
    );
  });

  test('is none where it is nought, and this is told', async () => {
    const draft = await read('date 0000-00-00 Fog.');
    expect(draft).not.toHaveProperty('date');
    expect(draft).toMatchObject({ body: 'Fog.\n', notices: [expect.stringContaining('know no date')] });
  });
});

describe('lines of a header', () => {
  test('say where it was printed', async () => {
    const lines = ['Title: Fog', 'Publication: Evening Post', 'Issue: 007', 'Edition: late edition'];
    const draft = await read([...lines, 'Section: Business', 'Page: iv', 'Column: 2', '', 'Fog.'].join('\n'));
    expect(draft).toMatchObject({
      publisher: 'Evening Post',
      issue: '007',
      edition: 'late edition',
      section: 'Business',
      page: 'iv',
      column: '2',
      notices: [],
    });
  });

  test('are read in any case, and unknown ones among them are told', async () => {
    expect(saidBy(await readOnly('header-lines.txt'))).toEqual({
      title: 'Ferry sinks',
      date: '2021-07-18',
      byline: ['Ada Lind', 'Otto Brandt'],
      dateline: 'NORHAVEN, July 18',
      language: 'en-GB',
      publisher: 'The Norhaven Post',
      url: 'https://post.example/ferry',
      rights: 'The Norhaven Post',
      terms: [
        { name: 'ferries' },
        { name: 'accidents' },
        { name: 'Lind, Ada', vocabulary: 'people' },
        { name: 'Brandt, Otto', vocabulary: 'people' },
      ],
      body: 'The ferry sank on Sunday.\n\nWeather: it was calm.\n',
      leftOut: [],
      notices: ['Line 4 of the header was not used: "Weather station: closed".'],
    });
  });

  test('end with the first line that is none', async () => {
    expect(await read('Title: Fog\r\nThe fog came.\r\nDate: unknown')).toEqual({
      title: 'Fog',
      byline: [],
      terms: [],
      body: 'The fog came.\nDate: unknown\n',
      leftOut: [],
      notices: [],
    });
  });

  test('end with the last that is known: what follows is text', async () => {
    expect(await read('Title: Fog\nNorhaven: the fog came.\n\nIt went.')).toMatchObject({
      title: 'Fog',
      body: 'Norhaven: the fog came.\n\nIt went.\n',
      notices: [],
    });
  });

  test.for([
    ['an empty line before the next', 'Title: Long fog\n\nDate: 2001-01-01\n\nFog.'],
    ['a line that goes on', 'Title: Long\n  fog\nDate: 2001-01-01\n\nFog.'],
    ['a last line that goes on', 'Date: 2001-01-01\nTitle: Long\n\tfog\n\nFog.'],
    ['a line separator within a line', 'Title: Long\u2028fog\nDate: 2001-01-01\n\nFog.'],
  ])('may have %s', async ([, text = '']) => {
    const said = await read(text);
    expect(said).toMatchObject({ title: 'Long fog', date: '2001-01-01', body: 'Fog.\n', notices: [] });
  });

  test('do not go on in the text', async () => {
    for (const [text, body] of [
      ['Date: 2001\n  The fog came.\n\nIt went.', 'The fog came.\n\nIt went.\n'],
      ['Title: Fog\n  The fog came,\n  and went.', 'The fog came,\nand went.\n'],
      ['Title: Fog\n  The fog came,\nand went.\n\nAgain.', 'The fog came,\nand went.\n\nAgain.\n'],
      ['Title: Fog\nPort: the fog came.\n\nSource: a pilot.', 'Port: the fog came.\n\nSource: a pilot.\n'],
    ] as const) {
      expect(await read(text)).toMatchObject({ body });
    }
  });

  test('are told of where they were taken for text', async () => {
    for (const text of ['Title: Fog\n\n\nDate: 2001\n\nFog.', 'Date: 2000\n\nDate: 2001\n\nFog.']) {
      expect(await read(text)).toMatchObject({
        body: 'Date: 2001\n\nFog.\n',
        notices: ['A line that looks like a header line was treated as text: "Date: 2001".'],
      });
    }
  });

  test('may have no language tag but the name of a language: what is made of drafts leaves it out', async () => {
    expect(await read('Language: English\nDate: 2001\n\nFog.')).toMatchObject({ language: 'English' });
  });

  test('are text when none is known', async () => {
    const text = 'Norhaven: the fog came.\nWeather: calm.\n';
    expect(await read(text)).toEqual({ byline: [], terms: [], body: text, leftOut: [], notices: [] });
  });

  test('may be given several times where several values can be', async () => {
    expect(await read('Author: Ada Lind\nBy: Otto Brandt\nTags: a\nTopics: b, c\n\nFog.')).toMatchObject({
      byline: ['Ada Lind', 'Otto Brandt'],
      terms: [{ name: 'a' }, { name: 'b', vocabulary: 'topics' }, { name: 'c', vocabulary: 'topics' }],
    });
  });

  test('without a value say nothing', async () => {
    expect(await read('Title:\nDate: \nURL:\nFog.')).toEqual({
      byline: [],
      terms: [],
      body: 'Fog.\n',
      leftOut: [],
      notices: [],
    });
  });

  test.for([
    [
      'Title: Fog\n  Date:  31 February\n\nFog.',
      /^2:10: found date "31 February", which has no year in "Date:"/,
    ],
    ['Date: 03\/04\/2021\n\nFog.', /^1:7: found date "03\/04\/2021", whose day and month are ambiguous/],
    ['Title: Fog\nURL: post.example\n\nFog.', /^2:6: found "post.example" in "URL:"/],
    [
      'Title: Fog\nHeadline: Mist\n\nFog.',
      /^2:11: found "Headline:" after "Title:"; expected only one of them/,
    ],
    ['Title: Fog\nDate: 2021\n\n \n', /^3:1: found no text after the header/],
  ] as const)('that are wrong fail the item: %j', async ([text, failure]) => {
    expect(failureOf(await readText(text))).toMatch(failure);
  });
});

describe('readPlainText', () => {
  test('keeps the bytes, and takes white space at the ends for nothing', async () => {
    const bytes = Buffer.from('\uFEFF\r\n  Fog. \r\n\r\n\r\nMist.  ');
    const item = await readText(bytes);
    expect(saidBy(item).body).toBe('Fog.\n\nMist.\n');
    expect(item.kind === 'draft' && item.draft.received).toEqual({ bytes, extension: 'txt' });
  });

  test('refuses what is empty or no text', async () => {
    await expect(readText(' \n')).rejects.toThrow(SourceError);
    await expect(readText(Uint8Array.of(0x89, 0x50))).rejects.toThrow(SourceError);
  });

  test('survives anything', { timeout: 60_000 }, async () => {
    const fixture = (await loadFixture('header-lines.txt')).toString();
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '0000-00-00', ':', '99 May 2021'),
    );
    const headed = fc
      .array(fc.tuple(fc.constantFrom('Title', 'Date', 'URL', 'By', 'Tags', 'x', 'date 2021-01-01'), value))
      .map((lines) => lines.map(([key, text]) => `${key}: ${text}`).join('\n'));
    const mutated = fc
      .tuple(fc.nat(fixture.length), fc.nat(20), fc.string({ unit: 'binary' }))
      .map(([at, length, text]) => fixture.slice(0, at) + text + fixture.slice(at + length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(headed, mutated, value), async (text) => {
        await readAnything(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a text of text recognition', () => {
  test('has pages, of which the numbers are set apart', async () => {
    const draft = await read('The ferry was\n\n- 1 -\n\f\n2\n\nlate again.\n\fFog came.\n3\f\n');
    expect(draft).toMatchObject({
      body: 'The ferry was\nlate again.\n\nFog came.\n',
      leftOut: [
        { what: 'the number of a page', text: '- 1 -' },
        { what: 'the number of a page', text: '2' },
        { what: 'the number of a page', text: '3' },
      ],
    });
    expect((await read('The ferry:\n\n2\n')).body).toBe('The ferry:\n\n2\n');
  });

  test('has words that are parted at line ends: those that occur whole are joined, the others told', async () => {
    const draft = await read('HARBOUR OPEN\n\nThe har-\nbour is open since yester-\nday.\n');
    expect(draft.body).toBe('HARBOUR OPEN\n\nThe harbour\nis open since yester-\nday.\n');
    expect(draft.notices).toEqual([
      '1 word at line ends: left parted, since the text does not have them whole elsewhere: "yester-day".',
    ]);
  });

  test('may hold several articles, which is told', async () => {
    const text = 'HARBOUR OPEN\n\nIt is open.\n\nFERRY LATE\n\nIt was late.\n';
    expect((await read(text)).notices).toEqual([
      'It may be several articles: it has 2 lines that look like headlines: "HARBOUR OPEN", "FERRY LATE".',
    ]);
    expect((await read('HARBOUR OPEN\n\nIt is open.\n\nTHE END\n')).notices).toEqual([]);
  });

  test('that has tags is told', async () => {
    expect((await read('The <b>fog</b> came.')).notices).toEqual([expect.stringContaining('--format html')]);
  });
});
