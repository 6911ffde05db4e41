import { describe, expect, test } from 'vitest';

import { listMonthNames, readDate, readRange } from '../../../../../src/search/browser/state/read-date.ts';

const [en, fr] = ['en', 'fr'].map(listMonthNames);

describe('readDate', () => {
  test.for([
    ['1987', '1987'],
    [' 1987-04 ', '1987-04'],
    ['1987-4', '1987-04'],
    ['1987/4/8', '1987-04-08'],
    ['1987.12', '1987-12'],
    ['4/1987', '1987-04'],
    ['04-1987', '1987-04'],
    ['April 1987', '1987-04'],
    ['apr 1987', '1987-04'],
    ['Sept. 1987', '1987-09'],
    ['18 April 1987', '1987-04-18'],
    ['April 18th, 1987', '1987-04-18'],
    ['1987 May', '1987-05'],
    ['30 February 1987', '1987-02-30'],
  ] as const)('reads %s as %s', ([text, date]) => {
    expect(readDate(text, en ?? [])).toBe(date);
  });

  test.for([
    ['avril 1987', '1987-04'],
    ['Février 1987', '1987-02'],
    ['fevr. 1987', '1987-02'],
    ['1er août 1987', '1987-08-01'],
    ['juil 1987', '1987-07'],
  ] as const)('reads %s as %s in French', ([text, date]) => {
    expect(readDate(text, fr ?? [])).toBe(date);
  });

  test.for([
    '',
    'April',
    '87',
    '4/5/1987',
    'yesterday',
    'April May 1987',
    'ma 1987',
    '1987 1988',
    'Aprilfool 1987',
  ])('does not guess what %j is', (text) => {
    expect(readDate(text, en ?? [])).toBeUndefined();
  });

  test('does not guess between two months', () => {
    expect(readDate('jui 1987', fr ?? [])).toBeUndefined();
  });
});

describe('readRange', () => {
  test.for([
    ['1987..1989', ['1987', '1989']],
    ['1987-1989', ['1987', '1989']],
    ['April 1987 – 5/1988', ['April 1987', '5/1988']],
    ['1987-04 - 1987-06', ['1987-04', '1987-06']],
    ['1987..', ['1987', '']],
  ] as const)('reads %s', ([text, ends]) => {
    expect(readRange(text)).toEqual(ends);
  });

  test.for(['1987', '1987-04', '1987-04-18', 'April 1987'])('sees that %s is one date', (text) => {
    expect(readRange(text)).toBeUndefined();
  });
});
