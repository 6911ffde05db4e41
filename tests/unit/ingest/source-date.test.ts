import { describe, expect, test } from 'vitest';

import { readSourceDate } from '../../../src/ingest/source-date.ts';
import { DateError } from '../../../src/records/archive-date.ts';

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
    ['18. Juli 2021', 'de', '2021-07-18'],
    ['1er août 1944', 'fr', '1944-08-01'],
    ['18 июля 2021', 'ru', '2021-07-18'],
    ['18 de julio de 2021', 'es', '2021-07-18'],
    ['2021年7月18日', 'zh', '2021-07-18'],
    ['2021年7月', 'ja', '2021-07'],
    ['July 18, 2021', 'de', '2021-07-18'],
  ])('reads %s (%s)', ([text = '', language = '', date]) => {
    expect(readSourceDate(text, language)).toBe(date);
  });

  test.for([
    ['Sun, 18 Jul 2021 23:30:00 -0500', '2021-07-18'],
    ['Mon, 19 Jul 2021 00:30:00 +1400', '2021-07-19'],
    ['2021-07-18T23:30:00-05:00', '2021-07-18'],
    ['2021-07-19T00:30:00+14:00', '2021-07-19'],
    ['2021-07-18T23:59:59Z', '2021-07-18'],
  ])('takes the day that %s writes, whatever its zone', ([text = '', date]) => {
    expect(readSourceDate(text, 'en')).toBe(date);
  });

  test.for([
    ['0000-00-00', 'no year 0000'],
    ['0000-00-00 00:00:00', 'no year 0000'],
    ['31 February 2021', '2021-02 has 28 days'],
    ['2021-13-01', 'no month 13'],
    ['03/04/2021', 'cannot be told apart'],
    ['yesterday', 'not a date'],
    ['5 Brumaire 1799', 'not a date'],
    ['18 Jul 21', 'not a date'],
    ['', 'not a date'],
  ])('refuses "%s"', ([text = '', reason]) => {
    expect(() => readSourceDate(text, 'en')).toThrow(DateError);
    expect(() => readSourceDate(text, 'en')).toThrow(reason);
  });
});
