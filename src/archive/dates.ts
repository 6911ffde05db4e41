import { UTCDate } from '@date-fns/utc';
import { format } from 'date-fns/format';

import type { ArchiveDate, DatePoint } from '../records/archive-date.ts';

/** A date as pages show it. */
export interface DateWords {
  /** For a dateline: `Sunday, 18 July 2021`, `July 2021`, `about 2021`, `July 2021 to September 2021`. */
  long: string;
  /** For a list: as above, without the day of the week. */
  short: string;
  /** For `<time datetime>`: `2021-07-18`, `2021-07` or `2021`. Intervals and dates that are not exact have none. */
  datetime?: string;
}

/** Words a date in English. Nothing passes through local time, so that a day is the same day everywhere. */
export function wordDate({ start, end }: ArchiveDate): DateWords {
  const until = (words: (point: DatePoint) => string) =>
    end ? `${words(start)} to ${words(end)}` : words(start);
  const exact = !end && !start.approximate;
  return {
    long: until((point) => wordPoint(point, 'EEEE, d MMMM y')),
    short: until((point) => wordPoint(point, 'd MMMM y')),
    ...(exact && { datetime: isoPoint(start) }),
  };
}

/** Words a year, month or day that is known by its path: `2021-07` is `July 2021`. */
export function wordPeriod(period: string): string {
  const [year = 0, month, day] = period.split('-').map(Number);
  return wordPoint({ year, ...(month && { month }), ...(day && { day }) }, 'EEEE, d MMMM y');
}

/** The name of a period within the next larger one: `2021-07` is `July`, `2021-07-18` is `Sunday 18`. */
export function wordWithin(period: string): string {
  const [year = 0, month, day] = period.split('-').map(Number);
  if (!month) return String(year);
  return format(toDate({ year, month, ...(day && { day }) }), day ? 'EEEE d' : 'MMMM');
}

/**
 * The first and the last date of articles in words: `18 July 2021`, `May 1999 to 18 July 2021`.
 *
 * @param articles newest first, those without a date last
 * @returns nothing when none has a date
 */
export function wordSpan(articles: readonly { dateWords: DateWords | undefined }[]): string | undefined {
  const last = articles[0]?.dateWords?.short;
  const first = articles.findLast(({ dateWords }) => dateWords)?.dateWords?.short;
  return first === last ? last : `${first} to ${last}`;
}

function wordPoint(point: DatePoint, dayFormat: string): string {
  const words = format(toDate(point), point.day ? dayFormat : point.month ? 'MMMM y' : 'y');
  return point.approximate ? `about ${words}` : words;
}

function isoPoint({ year, month, day }: DatePoint): string {
  const parts = [String(year).padStart(4, '0')];
  for (const part of [month, day]) if (part) parts.push(String(part).padStart(2, '0'));
  return parts.join('-');
}

function toDate({ year, month = 1, day = 1 }: DatePoint): UTCDate {
  const date = new UTCDate(0);
  // The constructor would take the years 1 to 99 for those of the twentieth century.
  date.setFullYear(year, month - 1, day);
  return date;
}
