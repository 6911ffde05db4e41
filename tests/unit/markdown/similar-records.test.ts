import { describe, expect, test } from 'vitest';

import { findSimilarRecords } from '../../../src/markdown/similar-records.ts';
import type { TagRecord } from '../../../src/markdown/lint-tags.ts';
import { lintTags } from '../../../src/markdown/lint-tags.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { contentWith, makeContent, type Changes } from '../../support/content-folder.ts';

const records = (vocabulary: 'people' | 'organizations', names: readonly string[][]): TagRecord[] =>
  names.map((each, index) => ({
    key: `${vocabulary}/${index}`,
    id: String(index),
    vocabulary,
    singular: vocabulary === 'people' ? 'person' : 'organization',
    hyphenJoins: true,
    names: each,
  }));

/** Pairs of records of people that are alike. */
const similar = (...names: string[][]) =>
  findSimilarRecords(records('people', names)).map(({ names: pair }) => pair.join(' ~ '));

describe('records that are probably of the same', () => {
  test.for<[string, string[], string]>([
    ['in another order', ['Wang Yi', 'Yi Wang'], 'Wang Yi ~ Yi Wang'],
    ['in another order, with a comma', ['Tomas Berg', 'Berg, Tomas'], 'Tomas Berg ~ Berg, Tomas'],
    ['with accents', ['Tomás Berg', 'Tomas Berg'], 'Tomás Berg ~ Tomas Berg'],
    ['with other punctuation', ['Jean-Luc Dahl', 'Jean Luc Dahl'], 'Jean-Luc Dahl ~ Jean Luc Dahl'],
    ['with initials', ['T. Berg', 'Tomas Berg'], 'T. Berg ~ Tomas Berg'],
    ['with initials, and another middle name', ['Tomas Erik Berg', 'Berg, T.'], 'Tomas Erik Berg ~ Berg, T.'],
  ])('have the same name %s', ([, names, pair]) => {
    expect(similar(...names.map((name) => [name]))).toEqual([pair]);
  });

  test('are told once, whatever names they have', () => {
    expect(similar(['Wang Yi', 'Wáng Yì'], ['Yi Wang', 'Yì Wáng'])).toHaveLength(1);
  });

  test('are not two people of one surname, nor one record with several names', () => {
    expect(similar(['Tomas Berg', 'T. Berg', 'Berg, Tomas'], ['Tove Berg'], ['Eva Berg'])).toEqual([]);
  });

  test('are organizations only with the same words', () => {
    const names = [['B. Board'], ['Boat Board'], ['Board of Boats'], ['Boats, Board of']];
    const found = findSimilarRecords(records('organizations', names));
    expect(found.map(({ names: pair }) => pair)).toEqual([['Board of Boats', 'Boats, Board of']]);
  });

  // Comparing each with each other would take longer than a test may.
  test('are found among 40,000 that have one surname', () => {
    const many = Array.from({ length: 40_000 }, (_, index) => [`A. Berg`, `Anna${index} Berg`]);
    expect(findSimilarRecords(records('people', many)).length).toBeGreaterThan(0);
  });
});

const person = (name: string, variants: string) =>
  `---\nname: ${name}\ndescription: Made up\nvariants: [${variants}]\n---\n`;
const article = (text: string) =>
  `---\ntitle: A\ndate: 2021\npeople: [allan-crawford]\nplaces: []\ntopics: []\n---\n\n${text}\n`;

async function namesakesIn(text: string): Promise<string[]> {
  const changes: Changes = {
    'people/allan-crawford.md': person('Allan Crawford', 'Crawford'),
    'articles/2021/a.md': article(text),
  };
  return lintTags(await contentWith(changes)).namesakes.map(
    ({ name, article: { body }, offset }) => `${name} at ${body.slice(offset, offset + name.length)}`,
  );
}

describe('a record that is probably of two people', () => {
  test('has a surname that a text has with another given name', async () => {
    expect(
      await namesakesIn('They saw Allan Crawford. Then they met James Crawford, said Crawford.'),
    ).toEqual(['James Crawford at James Crawford']);
  });

  test('is not one with titles, initials or its own given name before the surname', async () => {
    const text =
      'They met Mr. Crawford, President Crawford, A. Crawford and Allan Crawford. Then Crawford left.';
    expect(await namesakesIn(text)).toEqual([]);
  });
});

test('npm run check -- --tags warns of both, with the file and line of the second', async () => {
  const root = await makeContent({
    'people/allan-crawford.md': person('Allan Crawford', 'Crawford'),
    'people/crawford-a.md': person('Crawford, Állan', ''),
    'articles/2021/a.md': article('They met James Crawford. Crawford left.'),
  });
  const { code, stdout } = await runWarm('check', root, ['--tags']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /people\/crawford-a\.md:2:7: found the name "Crawford, Állan", much like "Allan Crawford" in .*people\/allan-crawford\.md; expected/,
  );
  expect(stdout).toMatch(
    /articles\/2021\/a\.md:9:10: found "James Crawford", in an article that is tagged with the person "allan-crawford", whose given name is another/,
  );
});
