import { describe, expect, test } from 'vitest';

import { count } from '../../../src/records/count.ts';

describe('count', () => {
  test.for([
    [0, '0 articles'],
    [1, '1 article'],
    [2, '2 articles'],
    [20000, '20,000 articles'],
  ] as const)('words %i as %s', ([number, words]) => {
    expect(count(number, 'article')).toBe(words);
  });

  test('takes an irregular plural', () => {
    expect([count(1, 'person', 'people'), count(2, 'person', 'people')]).toEqual(['1 person', '2 people']);
  });
});
