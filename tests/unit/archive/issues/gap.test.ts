import { describe, expect, test } from 'vitest';

import { daysBetween } from '../../../../src/archive/issues/gap.ts';

describe('the days between two', () => {
  test.for([
    ['2020-02-28', '2020-03-01', '2020-02-29', '2020-02-29'],
    ['1999-12-30', '2000-01-02', '1999-12-31', '2000-01-01'],
    ['0099-12-31', '0100-01-03', '0100-01-01', '0100-01-02'],
    ['1881-05-01', '1999-05-01', '1881-05-02', '1999-04-30'],
  ] as const)('%s and %s', ([before, after, first, last]) => {
    expect(daysBetween(before, after)).toEqual({ first, last });
  });

  test('are none where one follows the other', () => {
    expect(daysBetween('2021-02-28', '2021-03-01')).toBeUndefined();
  });
});
