import { describe, expect, test } from 'vitest';

import { nearest } from '../../../../src/records/check/nearest.ts';

describe('nearest', () => {
  test.for([
    ['titel', ['subtitle', 'title', 'date'], 'title'],
    ['dat', ['title', 'date'], 'date'],
    ['x', ['a', 'bcd'], 'a'],
    ['berg', ['ada-lind', 'berg-tomas-of-norhaven'], 'berg-tomas-of-norhaven'],
    ['astronomy', ['trade', 'shipping'], undefined],
    ['be', ['berg-tomas-of-norhaven'], undefined],
    ['title', [], undefined],
  ] as const)('takes %s of %j for %s', ([word, candidates, expected]) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
