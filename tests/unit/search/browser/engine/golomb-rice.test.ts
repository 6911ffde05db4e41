import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeNumbers, encodeNumbers } from '../../../../../src/search/browser/engine/golomb-rice.ts';
import { dayNumber, dayOfNumber } from '../../../../../src/search/browser/engine/day-number.ts';

describe('encodeNumbers', () => {
  test('is read back as the same numbers', () => {
    const list = fc.array(fc.nat(99_999)).map((numbers) => numbers.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(list), (lists) => {
        const text = encodeNumbers(lists, 100_000);
        const counts = lists.map(({ length }) => length);
        expect(decodeNumbers(text, counts, 100_000).map((each) => [...each])).toEqual(lists);
      }),
    );
  });

  test('is small: a tag in one of a hundred articles costs a byte or so', () => {
    const numbers = Array.from({ length: 1000 }, (_, index) => index * 100 + ((index * 37) % 100));
    expect(encodeNumbers([numbers], 100_000).length).toBeLessThan(1000 * 1.5);
  });
});

describe('dayNumber', () => {
  test('counts days, in every century', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
    for (const day of ['0001-01-01', '0099-12-31', '0987-05-06', '1900-02-28', '2021-07-18', '9999-12-31']) {
      expect(dayOfNumber(dayNumber(day))).toBe(day);
    }
  });
});
