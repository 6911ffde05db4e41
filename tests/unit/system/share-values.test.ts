import { expect, test } from 'vitest';

import { createSharing } from '../../../src/system/share-values.ts';

const read = () => JSON.parse('{"title":"A","people":["wang-yi"],"byline":[],"source":{"pages":[]}}') as Data;

interface Data {
  title: string;
  people: string[];
  byline: string[];
  source: { pages: string[] };
}

test('values that share what they have in common are the same as before', () => {
  const share = createSharing();
  for (let time = 0; time < 2; time++) expect(JSON.stringify(share(read()))).toBe(JSON.stringify(read()));
  expect(share(undefined)).toBeUndefined();
  expect(share(null)).toBeNull();
  expect(share([[], ['a', 1, null, { b: [] }]])).toEqual([[], ['a', 1, null, { b: [] }]]);
});

test('lists that are empty are one list, to which nothing can be added', () => {
  const [first, second] = [createSharing()(read()), createSharing()(read())];
  expect(first.byline).toBe(second.byline);
  expect(first.source.pages).toBe(first.byline);
  expect(() => first.byline.push('Jane Doe')).toThrow(TypeError);
});
