import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import {
  listWeekdays,
  formatDate,
  formatDayOfYear,
  formatPeriod,
  formatSpan,
  formatWithin,
} from '../../../../src/archive/dates/dates.ts';
import { en } from '../../../../src/languages/en.ts';
import { fr } from '../../../../src/languages/fr.ts';
import { parseArchiveDate } from '../../../../src/records/date/archive-date.ts';

const words = (edtf: string, language = en) => formatDate(parseArchiveDate(edtf), language);

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

  test.for([
    ['2021-07-18', 'dimanche 18 juillet 2021', '18 juillet 2021', '2021-07-18'],
    ['2021-07-01', 'jeudi 1er juillet 2021', '1er juillet 2021', '2021-07-01'],
    ['2021-07-21', 'mercredi 21 juillet 2021', '21 juillet 2021', '2021-07-21'],
    ['2021-07', 'juillet 2021', 'juillet 2021', '2021-07'],
    ['2021', '2021', '2021', '2021'],
    ['2021~', 'vers 2021', 'vers 2021', undefined],
    ['2021-07~', 'vers juillet 2021', 'vers juillet 2021', undefined],
    ['2021-07-01~', 'vers le jeudi 1er juillet 2021', 'vers le 1er juillet 2021', undefined],
    ['2021-07/2021-09', 'juillet 2021 à septembre 2021', 'juillet 2021 à septembre 2021', undefined],
    [
      '2021-07-01/2021-07-20',
      'du jeudi 1er juillet 2021 au mardi 20 juillet 2021',
      'du 1er juillet 2021 au 20 juillet 2021',
      undefined,
    ],
    ['1923~/1925-05-01', 'vers 1923 à vendredi 1er mai 1925', 'vers 1923 à 1er mai 1925', undefined],
  ] as const)('%s is %s in French', ([edtf, long, short, datetime]) => {
    expect(words(edtf, fr)).toEqual({ long, short, ...(datetime && { datetime }) });
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
    expect(['2021', '2021-07', '2021-07-18'].map((period) => formatPeriod(period, en))).toEqual([
      '2021',
      'July 2021',
      'Sunday, 18 July 2021',
    ]);
    expect(['2021', '2021-07', '2021-07-18'].map((period) => formatWithin(period, en))).toEqual([
      '2021',
      'July',
      'Sunday 18',
    ]);
  });
});

describe('a year before 1000', () => {
  test('is written alike alone, with its month and with its day', () => {
    const years = ['0987', '0987-05', '0987-05-01'].map((edtf) => words(edtf).short.split(' ').at(-1));
    expect(new Set(years).size).toBe(1);
  });
});

describe('in French', () => {
  test('periods are named within the larger one, the first of a month by its ordinal', () => {
    const within = ['2021', '2021-07', '2021-07-01', '2021-07-18'].map((period) => formatWithin(period, fr));
    expect(within).toEqual(['2021', 'juillet', 'jeudi 1er', 'dimanche 18']);
    expect(['2021-07-01', '2021-07-18'].map((day) => formatDayOfYear(day, fr))).toEqual([
      '1er juillet',
      '18 juillet',
    ]);
  });

  test('the week begins on Monday', () => {
    expect(listWeekdays(fr).map(({ name }) => name)).toEqual([
      'lundi',
      'mardi',
      'mercredi',
      'jeudi',
      'vendredi',
      'samedi',
      'dimanche',
    ]);
    expect(listWeekdays(en)[0]).toEqual({ name: 'Monday', short: 'Mo' });
  });
});

describe('what has no date', () => {
  test('is said to have none', () => {
    expect([en, fr].map((language) => formatDate(undefined, language).long)).toEqual([
      'Undated',
      'Sans date',
    ]);
  });
});

describe('formatSpan', () => {
  const dated = (edtf: string, language = en) => {
    const date = parseArchiveDate(edtf);
    return { date, formattedDate: formatDate(date, language) };
  };
  const undated = { date: undefined, formattedDate: formatDate(undefined, en) };

  test('goes from the oldest date to the newest, and leaves out what has none', () => {
    expect(formatSpan([dated('2021-07-18'), dated('1999-05'), undated], en)).toBe('May 1999 to 18 July 2021');
    expect(formatSpan([dated('2021-07-18'), undated], en)).toBe('18 July 2021');
    expect(formatSpan([undated], en)).toBeUndefined();
    const french = ['2021-07-18', '1999-05-01'].map((edtf) => dated(edtf, fr));
    expect(formatSpan(french, fr)).toBe('du 1er mai 1999 au 18 juillet 2021');
  });
});
