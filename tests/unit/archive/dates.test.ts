import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { wordDate, wordPeriod, wordWithin } from '../../../src/archive/dates.ts';
import { parseArchiveDate } from '../../../src/records/archive-date.ts';

const words = (edtf: string) => wordDate(parseArchiveDate(edtf));

describe.for([
  ['America/Los_Angeles', '2021-07-17'],
  ['UTC', '2021-07-18'],
  ['Asia/Shanghai', '2021-07-18'],
  ['Pacific/Kiritimati', '2021-07-18'],
])('in the time zone %s', ([zone, localDay]) => {
  beforeEach(() => {
    vi.stubEnv('TZ', zone);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('the zone is in force', () => {
    const date = new Date('2021-07-18T00:00:00Z');
    const local = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    expect(local.map((part) => String(part).padStart(2, '0')).join('-')).toBe(localDay);
  });

  test.for([
    ['2021-07-18', 'Sunday, 18 July 2021', '18 July 2021', '2021-07-18'],
    ['2021-01-01', 'Friday, 1 January 2021', '1 January 2021', '2021-01-01'],
    ['2021-12-31', 'Friday, 31 December 2021', '31 December 2021', '2021-12-31'],
    ['2024-02-29', 'Thursday, 29 February 2024', '29 February 2024', '2024-02-29'],
    ['1900-03-01', 'Thursday, 1 March 1900', '1 March 1900', '1900-03-01'],
    ['2021-07', 'July 2021', 'July 2021', '2021-07'],
    ['2021', '2021', '2021', '2021'],
    ['2021~', 'about 2021', 'about 2021', undefined],
    ['2021-07~', 'about July 2021', 'about July 2021', undefined],
    ['2021-07-18~', 'about Sunday, 18 July 2021', 'about 18 July 2021', undefined],
    ['2021-07/2021-09', 'July 2021 to September 2021', 'July 2021 to September 2021', undefined],
    [
      '2021-07-18/2021-07-20',
      'Sunday, 18 July 2021 to Tuesday, 20 July 2021',
      '18 July 2021 to 20 July 2021',
      undefined,
    ],
    ['1923~/1925', 'about 1923 to 1925', 'about 1923 to 1925', undefined],
  ] as const)('%s is %s', ([edtf, long, short, datetime]) => {
    expect(words(edtf)).toEqual({ long, short, ...(datetime && { datetime }) });
  });

  test('a year before 100 is not one of the twentieth century', () => {
    // 1 May 87 is a Thursday, 1 May 1987 a Friday (proleptic Gregorian calendar).
    expect(words('0087-05-01').long).toMatch(/^Thursday, 1 May (?:00)?87$/);
    expect(words('0087').long).toMatch(/^(?:00)?87$/);
    expect(['0087', '0087-05', '0087-05-01'].map((edtf) => words(edtf).datetime)).toEqual([
      '0087',
      '0087-05',
      '0087-05-01',
    ]);
  });

  test('periods are named by their paths', () => {
    expect(['2021', '2021-07', '2021-07-18'].map(wordPeriod)).toEqual([
      '2021',
      'July 2021',
      'Sunday, 18 July 2021',
    ]);
    expect(['2021', '2021-07', '2021-07-18'].map(wordWithin)).toEqual(['2021', 'July', 'Sunday 18']);
  });
});

describe('a year before 1000', () => {
  test('is written alike alone, with its month and with its day', () => {
    const years = ['0987', '0987-05', '0987-05-01'].map((edtf) => words(edtf).short.split(' ').at(-1));
    expect(new Set(years).size).toBe(1);
  });
});
