import { describe, expect, test } from 'vitest';

import {
  DateError,
  earliest,
  knownPart,
  latest,
  parseArchiveDate,
  type ArchiveDate,
} from '../../../../src/records/date/archive-date.ts';

describe('parseArchiveDate', () => {
  test.for<[string, Omit<ArchiveDate, 'edtf'>]>([
    ['2021-07-18', { start: { year: 2021, month: 7, day: 18 } }],
    ['2021-07', { start: { year: 2021, month: 7 } }],
    ['2021', { start: { year: 2021 } }],
    ['0987', { start: { year: 987 } }],
    ['0001-01-01', { start: { year: 1, month: 1, day: 1 } }],
    ['9999-12-31', { start: { year: 9999, month: 12, day: 31 } }],
    ['2021~', { start: { year: 2021, approximate: true } }],
    ['2021-07~', { start: { year: 2021, month: 7, approximate: true } }],
    ['2021-07-18~', { start: { year: 2021, month: 7, day: 18, approximate: true } }],
    ['2021-07/2021-09', { start: { year: 2021, month: 7 }, end: { year: 2021, month: 9 } }],
    ['2020/2021-09-01', { start: { year: 2020 }, end: { year: 2021, month: 9, day: 1 } }],
    ['1923~/1925', { start: { year: 1923, approximate: true }, end: { year: 1925 } }],
    ['2021-07-18/2021-07', { start: { year: 2021, month: 7, day: 18 }, end: { year: 2021, month: 7 } }],
    ['2021/2021', { start: { year: 2021 }, end: { year: 2021 } }],
    ['2024-02-29', { start: { year: 2024, month: 2, day: 29 } }],
    ['2000-02-29', { start: { year: 2000, month: 2, day: 29 } }],
  ])('reads %s', ([text, expected]) => {
    expect(parseArchiveDate(text)).toEqual({ edtf: text, ...expected });
  });

  test.for([
    ['', '"", which is not a date'],
    ['18 July 2021', '"18 July 2021", which is not a date'],
    ['2021-7-18', '"2021-7-18", which is not a date'],
    ['20210718', '"20210718", which is not a date'],
    ['987', '"987", which is not a date'],
    ['12021', '"12021", which is not a date'],
    ['-0044', '"-0044", which is not a date'],
    [' 2021', '" 2021", which is not a date'],
    ['2021\n', '"2021\n", which is not a date'],
    ['٢٠٢١', '"٢٠٢١", which is not a date'],
    ['2021-07-18T10:00:00Z', '"2021-07-18T10:00:00Z", which is not a date'],
    ['2021?', '"2021?", which is not a date'],
    ['~2021', '"~2021", which is not a date'],
    ['202X', '"202X", which is not a date'],
    ['2021/', '"2021/", which is not a date'],
    ['2021/..', '"2021/..", which is not a date'],
    ['/2021', '"/2021", which is not a date'],
    ['2019/2020/2021', '"2019/2020/2021", which has more than one "/"'],
    ['0000', '"0000": there is no year 0000 in an archive'],
    ['2021-00', '"2021-00": there is no month 00'],
    ['2021-13', '"2021-13": there is no month 13'],
    ['2021-07-00', '"2021-07-00": 2021-07 has 31 days, not a day 00'],
    ['2021-07-32', '"2021-07-32": 2021-07 has 31 days, not a day 32'],
    ['2021-04-31', '"2021-04-31": 2021-04 has 30 days, not a day 31'],
    ['2021-02-30', '"2021-02-30": 2021-02 has 28 days, not a day 30'],
    ['2021-02-29', '"2021-02-29": 2021-02 has 28 days, not a day 29'],
    ['2024-02-30', '"2024-02-30": 2024-02 has 29 days, not a day 30'],
    ['1900-02-29', '"1900-02-29": 1900-02 has 28 days, not a day 29'],
    ['2021-07/2021-02-29', '"2021-07/2021-02-29": 2021-02 has 28 days, not a day 29'],
    ['2021-09/2021-07', '"2021-09/2021-07", an interval that ends before it begins'],
    ['2021-07-18/2021-07-17', '"2021-07-18/2021-07-17", an interval that ends before it begins'],
    ['2021-01-01/2020', '"2021-01-01/2020", an interval that ends before it begins'],
  ] as const)('refuses %j', ([text, message]) => {
    expect(() => parseArchiveDate(text)).toThrow(new DateError(message));
  });
});

describe('earliest and latest', () => {
  test.for([
    ['2021-07-18', '2021-07-18', '2021-07-18'],
    ['2021-07', '2021-07-01', '2021-07-31'],
    ['2021-04', '2021-04-01', '2021-04-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['0987', '0987-01-01', '0987-12-31'],
    ['2021~', '2021-01-01', '2021-12-31'],
    ['2021-07/2021-09', '2021-07-01', '2021-09-30'],
    ['2021-07-18/2022', '2021-07-18', '2022-12-31'],
  ] as const)('%s is between %s and %s', ([text, first, last]) => {
    const date = parseArchiveDate(text);
    expect([earliest(date), latest(date)]).toEqual([first, last]);
  });
});

describe('knownPart', () => {
  test.for([
    ['2021-07-18', '2021-07-18'],
    ['2021-07', '2021-07'],
    ['2021', '2021'],
    ['2021~', '2021'],
    ['0987-05', '0987-05'],
    ['2021-07-18/2021-07-18', '2021-07-18'],
    ['2021-07-18/2021-07-20', '2021-07'],
    ['2021-07-18/2021-07', '2021-07'],
    ['2021-07/2021-07-20', '2021-07'],
    ['2021-07-18/2021-08-18', '2021'],
    ['2021-07/2021-09', '2021'],
    ['2021/2021-07', '2021'],
    ['2020-12-31/2021-01-01', '2020'],
    ['2019/2021', '2019'],
  ] as const)('of %s is %s', ([text, expected]) => {
    expect(knownPart(parseArchiveDate(text))).toBe(expected);
  });
});
