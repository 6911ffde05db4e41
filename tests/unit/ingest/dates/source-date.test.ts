import { UTCDate } from '@date-fns/utc';
import { format } from 'date-fns';
import * as locales from 'date-fns/locale';
import { describe, expect, test } from 'vitest';

import { readSourceDate } from '../../../../src/ingest/dates/source-date.ts';
import { DateError } from '../../../../src/records/date/archive-date.ts';

const english = { languages: ['en', 'de'] };

describe('readSourceDate', () => {
  test.for([
    ['2021-07-18', 'en', '2021-07-18'],
    ['2021-7-8', 'en', '2021-07-08'],
    ['1999/12/31', 'en', '1999-12-31'],
    ['20210718T120000Z', 'en', '2021-07-18'],
    ['2004-11-06 12:00:00', 'en', '2004-11-06'],
    ['2021-07', 'en', '2021-07'],
    ['1923', 'en', '1923'],
    ['c. 1923', 'en', '1923~'],
    ['2021~', 'en', '2021~'],
    ['2021-07/2021-09', 'en', '2021-07/2021-09'],
    ['July 18, 2021', 'en', '2021-07-18'],
    ['Sunday, July 18, 2021 at 5pm', 'en', '2021-07-18'],
    ['18th July 2021', 'en', '2021-07-18'],
    ['Sept. 5, 1999', 'en', '1999-09-05'],
    ['  July\n 2021 ', 'en', '2021-07'],
    ['18-Jul-2021', 'en', '2021-07-18'],
    ['2021-Jul-18', 'en', '2021-07-18'],
    ['2021-07-18T24:00:00Z', 'en', '2021-07-18'],
    ['18 juillet 2021', 'en', '2021-07-18'],
    ['18. Juli 2021', 'de', '2021-07-18'],
    ['1er août 1944', 'fr', '1944-08-01'],
    ['18 июля 2021', 'ru', '2021-07-18'],
    ['18 de julio de 2021', 'es', '2021-07-18'],
    ['2021年7月18日', 'zh', '2021-07-18'],
    ['2021年7月', 'ja', '2021-07'],
    ['July 18, 2021', 'de', '2021-07-18'],
  ])('reads %s (%s)', ([text = '', language = '', date]) => {
    expect(readSourceDate(text, { languages: [language] })).toBe(date);
  });

  test.for([
    ['Sun, 18 Jul 2021 23:30:00 -0500', '2021-07-18'],
    ['Mon, 19 Jul 2021 00:30:00 +1400', '2021-07-19'],
    ['2021-07-18T23:30:00-05:00', '2021-07-18'],
    ['2021-07-19T00:30:00+14:00', '2021-07-19'],
    ['2021-07-18T23:59:59Z', '2021-07-18'],
    ['2021-07-18T23:59:59.123456+0530', '2021-07-18'],
    ['2021-07-18T23:59:59+02:00[Europe/Berlin]', '2021-07-18'],
    ['2021-07-18+02:00', '2021-07-18'],
    ['2021-07-18 23:59 EDT', '2021-07-18'],
    ['Sun, 18 Jul 2021 23:30 -0500 (EST)', '2021-07-18'],
    ['Sun Jul 18 2021 23:30:00 GMT-0500 (Eastern Standard Time)', '2021-07-18'],
    ['Sun Jul 18 23:30:00 UTC 2021', '2021-07-18'],
    ['Sun Jul  8 23:30:00 2021', '2021-07-08'],
    ['July 18, 2021 - 5:30 p.m. ET', '2021-07-18'],
    ['July 18, 2021 12:00am (EDT)', '2021-07-18'],
    ['2021-07-18 23:30:00 +0000 UTC', '2021-07-18'],
    ['18 July 2021, 17.30 Uhr', '2021-07-18'],
    ['18 July 2021 à 17h30', '2021-07-18'],
    ['2021-07-18T23', '2021-07-18'],
    ['18/07/2021 5:30 PM', '2021-07-18'],
  ])('takes the day that %s writes, whatever its zone', ([text = '', date]) => {
    expect(readSourceDate(text, english)).toBe(date);
  });

  test.for([
    ['0000-00-00', 'no year 0000'],
    ['0000-00-00 00:00:00', 'no year 0000'],
    ['31 February 2021', '2021-02 has 28 days'],
    ['2021-13-01', 'no month 13'],
    ['03/04/2021', 'are ambiguous'],
    ['yesterday', 'not a date'],
    ['5 Brumaire 1799', 'not a date'],
    ['18 Jul 21', 'whose year has only two digits'],
    ['18-Jul-21', 'whose year has only two digits'],
    ['Jul-21', 'may be a day without a year, or a year of two digits'],
    ['21. Juli', 'has no year'],
    ['1626649800', 'looks like a Unix time (2021-07-18 in UTC'],
    ['1626649800000', 'looks like a Unix time (2021-07-18 in UTC'],
    ['44395', 'looks like a serial number of Excel (2021-07-18,'],
    ['44395.75', 'looks like a serial number of Excel (2021-07-18,'],
    ['', 'not a date'],
    ['18/07/21', 'has only two digits'],
    ['13/13/2021', 'no month 13'],
    ['18/07-2021', 'not a date'],
    ['18 Jul 21 10:00', 'whose year has only two digits'],
    ['18 mål 21', 'not a date'],
  ])('refuses "%s"', ([text = '', reason]) => {
    expect(() => readSourceDate(text, english)).toThrow(DateError);
    expect(() => readSourceDate(text, english)).toThrow(reason);
  });

  test.for([
    '12 May 2020 - 14 June 2021',
    '12 May 2020 to 14 May 2020',
    '2021-07-18 to 2021-07-20',
    '2021-07-18-20',
    '2021-07-18 - 20.07.2021',
    '2021-07-18T10:00/2021-07-20T10:00',
    '20210718T10/20210720T10',
    '2021/07/18 (updated)',
    'May 2020 or earlier',
    'before May 2020',
    'May 1923 (approx.)',
    'May 12, 2020 and later',
    'May 2020 2021',
    '2021年7月18日から20日',
    '2021年頃',
  ])('makes nothing more exact of %s', (text) => {
    expect(() => readSourceDate(text, { languages: ['en', 'ja'] })).toThrow(DateError);
  });

  test('reads numbers where only one of them can be the day, and others as it is told', () => {
    expect(readSourceDate('25/12/2021', english)).toBe('2021-12-25');
    expect(readSourceDate('12/25/2021', english)).toBe('2021-12-25');
    expect(readSourceDate('5.5.2021', english)).toBe('2021-05-05');
    for (const [dateOrder, date] of [
      ['dmy', '2021-04-03'],
      ['mdy', '2021-03-04'],
    ] as const) {
      expect(readSourceDate('03/04/2021', { ...english, dateOrder })).toBe(date);
      expect(readSourceDate('25-12-2021', { ...english, dateOrder })).toBe('2021-12-25');
    }
  });

  test.for(Object.entries(locales))('reads the long dates that date-fns writes in %s', ([, locale]) => {
    const day = new UTCDate(2021, 6, 18);
    for (const pattern of ['PPPP', 'PPP', 'd MMMM yyyy', 'LLLL yyyy']) {
      const written = format(day, pattern, { locale });
      const read = () => readSourceDate(written, { languages: [locale.code] });
      expect(read(), written).toBe(pattern === 'LLLL yyyy' ? '2021-07' : '2021-07-18');
    }
  });

  test.for([
    ['Sat, 07 Sep 02 00:00:01 GMT', '2002-09-07'],
    ['07 Sep 49 00:00 GMT', '2049-09-07'],
    ['07 Sep 50 00:00 GMT', '1950-09-07'],
    ['Saturday July 17 2021', '2021-07-17'],
    ['Tues., Sept. 5, 1999', '1999-09-05'],
    ['dimanche 18 juillet 2021', '2021-07-18'],
    ['воскресенье, 18 июля 2021 г.', '2021-07-18'],
    ['2021年7月18日（日）10時30分', '2021-07-18'],
  ])('reads %s in any of the languages that are likely', ([text = '', date]) => {
    expect(readSourceDate(text, { languages: ['no tag', 'ru', 'fr', 'ja'] })).toBe(date);
  });
});
