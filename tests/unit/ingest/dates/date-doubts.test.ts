import { describe, expect, test } from 'vitest';

import { isDefaultDate } from '../../../../src/ingest/dates/date-doubts.ts';
import { readFirstDate } from '../../../../src/ingest/dates/first-date.ts';

const read = (...written: string[]) =>
  readFirstDate(
    written.map((text) => ({ text, where: '<date>' })),
    { languages: ['en'] },
    undefined,
    '',
  );

describe('isDefaultDate', () => {
  test.for([
    '0000-00-00',
    '0000-00-00 00:00:00',
    '-0001-11-30T00:00:00',
    '-001-11-30',
    'Wed, 30 Nov -0001 00:00:00 +0000',
    '0001-01-01T00:00:00Z',
    '1900-01-00',
    '0',
    '1970-01-01T00:00:00Z',
    '1970-01-01 00:00:00',
    'Thu, 01 Jan 1970 00:00:00 +0000',
    '1969-12-31T19:00:00-05:00',
  ])('knows %s', (written) => {
    expect(isDefaultDate(written)).toBe(true);
  });

  test.for([
    '1970-01-01',
    '1970-01-01 08:00:00',
    '1969-12-31T20:00:00Z',
    '1900-01-01',
    '2000-01-01T00:00:00Z',
    '1',
  ])('takes %s for a date', (written) => {
    expect(isDefaultDate(written)).toBe(false);
  });
});

describe('readFirstDate', () => {
  test('passes over what is no date, and tells it', () => {
    expect(read('0000-00-00')).toEqual({
      notices: ['"0000-00-00" in <date> is what programs write where they know no date; it was not taken.'],
    });
    expect(read('0000-00-00', '2021-07-18')).toMatchObject({
      date: '2021-07-18',
      notices: [expect.any(String)],
    });
  });

  test('tells a weekday that does not fit, and only that', () => {
    expect(read('Mon, 18 Jul 2021 10:00:00 GMT')).toEqual({
      date: '2021-07-18',
      notices: [
        'The date "Mon, 18 Jul 2021 10:00:00 GMT" in <date> says Monday, but 2021-07-18 is a Sunday.',
      ],
    });
    expect(read('Sun, 18 Jul 2021 10:00:00 GMT').notices).toEqual([]);
    expect(read('Sunday 18 July 2021').notices).toEqual([]);
  });

  test('tells a date in the future, and the first day of Unix time', () => {
    expect(read('2999-04-14')).toEqual({
      date: '2999-04-14',
      notices: ['The date 2999-04-14 in <date> is in the future.'],
    });
    expect(read('1970-01-01').notices).toEqual([expect.stringContaining('check it')]);
    expect(read('1971').notices).toEqual([]);
  });

  test('says what to do about a number that only programs take for a date', () => {
    expect(() => read('44395')).toThrow('Format the column as text, or as a date like 2021-07-18.');
    expect(() => read('Jul-21')).toThrow('Write the whole year');
  });
});
