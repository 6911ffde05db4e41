import { afterEach, expect, test, vi } from 'vitest';

import {
  findPosition,
  keepResults,
  keptKey,
  readPosition,
  type KeptResults,
} from '../../../../../src/search/browser/from-result/kept-results.ts';

const kept: KeptResults = {
  words: 'ferry "night train"',
  search: '/news/search/?q=ferry+%22night+train%22',
  total: 152,
  results: [
    ['/news/a/', '#:~:text=ferry'],
    ['/news/b/', ''],
    ['/news/c/', '#:~:text=ferries'],
  ],
};
const stored = JSON.stringify(kept);

afterEach(() => {
  vi.unstubAllGlobals();
});

test('an article is found among the results, with those beside it and the way back', () => {
  expect(findPosition(stored, '/news/b/')).toEqual({
    words: kept.words,
    total: 152,
    position: 2,
    previous: '/news/a/#:~:text=ferry',
    next: '/news/c/#:~:text=ferries',
    search: `${kept.search}#result-2`,
  });
});

test('the first result has none before it, and the last that is known none after it', () => {
  expect(findPosition(stored, '/news/a/')).toMatchObject({ previous: undefined, next: '/news/b/' });
  expect(findPosition(stored, '/news/c/')).toMatchObject({ previous: '/news/b/', next: undefined });
});

test('other pages are none of the results', () => {
  expect(findPosition(stored, '/news/')).toBeUndefined();
  expect(findPosition(null, '/news/a/')).toBeUndefined();
});

test('a path is kept as pages look for it', () => {
  const setItem = vi.fn();
  vi.stubGlobal('sessionStorage', { setItem });
  keepResults(kept);
  expect(setItem).toHaveBeenCalledWith(keptKey, expect.stringContaining('"/news/b/"'));
});

test('a browser that forbids to keep them is no failure', () => {
  vi.stubGlobal('sessionStorage', {
    setItem() {
      throw new DOMException('no', 'QuotaExceededError');
    },
  });
  expect(() => keepResults(kept)).not.toThrow();
});

test.for([
  ['#result-25', 25],
  ['', 0],
  ['#results', 0],
  ['#result-100000', 0],
] as const)('the fragment %s is of the result %i', ([fragment, position]) => {
  expect(readPosition(fragment)).toBe(position);
});
