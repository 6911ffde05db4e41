import { describe, expect, test } from 'vitest';

import { findNearestName } from '../../../../src/records/check/nearest-name.ts';

describe('findNearestName', () => {
  test.for([
    ['titel', ['subtitle', 'title', 'date'], 'title'],
    ['dat', ['title', 'date'], 'date'],
    ['x', ['a', 'bcd'], 'a'],
    ['berg', ['ada-lind', 'berg-tomas-of-norhaven'], 'berg-tomas-of-norhaven'],
    ['astronomy', ['trade', 'shipping'], undefined],
    ['be', ['berg-tomas-of-norhaven'], undefined],
    ['title', [], undefined],
  ] as const)('takes %s of %j for %s', ([word, candidates, expected]) => {
    expect(findNearestName(word, candidates)).toBe(expected);
  });

  test('does not compare a word with what is far too short for it', () => {
    const candidates = Array.from({ length: 20_000 }, (_, index) => `name-${index}`);
    expect(findNearestName('x'.repeat(1_000_000), candidates)).toBeUndefined();
    expect(findNearestName('name-19999x', candidates)).toBe('name-19999');
  });
});
