import { describe, expect, test } from 'vitest';

import { formatCount } from '../../../src/records/format-count.ts';

describe('formatCount', () => {
  test.for([
    [0, '0 articles'],
    [1, '1 article'],
    [2, '2 articles'],
    [20000, '20,000 articles'],
  ] as const)('words %i as %s', ([number, words]) => {
    expect(formatCount(number, 'article')).toBe(words);
  });

  test('takes an irregular plural', () => {
    expect([formatCount(1, 'person', 'people'), formatCount(2, 'person', 'people')]).toEqual([
      '1 person',
      '2 people',
    ]);
  });
});
