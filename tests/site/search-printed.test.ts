import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createExcerpt } from '../../src/search/browser/engine/excerpt.ts';
import { createMarker } from '../../src/search/browser/engine/find-marks.ts';
import { readQuery } from '../../src/search/browser/state/query.ts';
import { escapeXml } from '../../src/exports/xml.ts';
import { findBest } from '../../src/search/text-index/scores.ts';
import type { TextIndex } from '../../src/search/text-index/text-index.ts';
import { openIndexOf, type OpenedIndex } from './opened-index.ts';

// What is printed is found when it is searched for as it is printed, whatever signs are in it.

const titles = [
  'GENERAL MOTORS <GM> TO SELL UNIT',
  'TEXACO <TX.N>, PENNZOIL <PZL> IN TALKS - SOURCES',
  '<MINE>',
  'Bread at $5 a loaf',
  'Dollar falls to 1.85 marks, £ at $1.61',
  'Temperature + humidity = misery',
  'Two + two',
  'Losses ~5 pct, profit ^ margin',
  'x=y in new algebra book',
  'Prices up | Wages down',
  'The `quoted` mark',
  'A < B, says court; B > C',
  'Hull & Sons wins prize',
  'AT&T sued',
  'Harbour – a history',
  'Harbour — another history',
  'Ferry / Tram / Bus',
  'C++ and C# for farmers',
  "Don't stop: 'never', says mayor",
  '“Never,” says the mayor’s wife',
  'Mayor "tough" on "soft" ferries',
  '«Jamais», dit le maire',
  'U.S. oil at 3,000,000 bbl/day',
  '50% of #1 ferries @ quay (north) [east] {west} *',
  'Rock ’n’ roll',
  'under_scored words',
  'C:\\TEMP lost',
  'Why? ... Because!',
  'Heat of 100°C, 10 × 10 m, ½ price™ ©',
  'The − sign and the ± sign',
  'Café Zoë',
  '港口 & 渡船 <HK>',
  '5 < 6',
];

let opened: OpenedIndex;
let text: TextIndex;

beforeAll(async () => {
  const html = (title: string, number: number) =>
    `<p>It was printed in column ${'abcdefgh'[number % 8]}: ${escapeXml(title)} it said.</p>`;
  opened = await openIndexOf(titles.map((title, number) => ({ title, html: html(title, number) })));
  text = opened.text;
});

afterAll(() => opened.close());

async function find(words: string): Promise<(string | undefined)[]> {
  const found = await text.findWords(readQuery(words));
  const urls = await Promise.all(
    findBest(found, Infinity).map(async (number) => (await text.loadFragment(number)).url),
  );
  return urls.map((url) => titles[parseInt(url.replace(/^\//, ''), 10)]);
}

const hasWord = (words: string) => /[\p{L}\p{N}]/u.test(words);
/** Quotation marks end a phrase. */
const isWithoutMarks = (title: string) => !/["“”«»]/u.test(title);

describe('what is printed is found', () => {
  test.for(titles)('as it is printed: %s', async (title) => {
    expect(await find(title)).toContain(title);
  });

  test.for(titles.filter(isWithoutMarks))('as it is printed, within quotation marks: %s', async (title) => {
    expect(await find(`"${title}"`)).toEqual([title]);
  });

  test.for(titles)(
    'by each of its words with all signs, alone and within quotation marks: %s',
    async (title) => {
      for (const word of title.split(' ').filter(hasWord)) {
        expect(await find(word), word).toContain(title);
        if (isWithoutMarks(word)) expect(await find(`"${word}"`), word).toContain(title);
      }
    },
  );
});

test('signs that stand alone between the words of a phrase make no difference', async () => {
  expect(await find('"Ferry / Tram / Bus"')).toEqual(['Ferry / Tram / Bus']);
  expect(await find('"Ferry Tram"')).toEqual(['Ferry / Tram / Bus']);
  expect(await find('"Ferry / Bus"')).toEqual([]);
  expect(await find('"Tram / Ferry"')).toEqual([]);
});

test('an excerpt shows a text as it is printed', async () => {
  const query = readQuery('"Ferry / Tram"');
  const [number = 0] = findBest(await text.findWords(query), 1);
  const fragment = await text.loadFragment(number);
  const excerpt = createExcerpt(fragment.title, fragment.text, createMarker(query));
  expect(excerpt.title.map((run) => run.text).join('')).toBe('Ferry / Tram / Bus');
  expect(excerpt.text.map((run) => run.text).join('')).toBe(
    'It was printed in column a: Ferry / Tram / Bus it said.',
  );
});
