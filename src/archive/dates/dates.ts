import { UTCDate } from '@date-fns/utc';
import { format } from 'date-fns/format';

import type { Messages } from '../../languages/messages.ts';
import type { ArchiveDate, DatePoint } from '../../records/date/archive-date.ts';

/** A date as pages show it, or the label of undated articles. In English: */
export interface FormattedDate {
  /** For a dateline: `Sunday, 18 July 2021`, `July 2021`, `about 2021`, `July 2021 to September 2021`. */
  long: string;
  /** For a list: as above, without the day of the week. */
  short: string;
  /** For `<time datetime>`: `2021-07-18`, `2021-07` or `2021`. Intervals and dates that are not exact have none. */
  datetime?: string;
}

/**
 * Formats a date. Nothing passes through local time, so that a day is the same day everywhere.
 *
 * @param date undefined when nothing is known of it
 */
export function formatDate(date: ArchiveDate | undefined, messages: Messages): FormattedDate {
  if (!date) return { long: messages.undated, short: messages.undated };
  const { long, short } = messages.dates;
  const datetime = exactDate(date);
  return {
    long: formatEnds(date, long, messages),
    short: formatEnds(date, short, messages),
    ...(datetime && { datetime }),
  };
}

/** A date that is exact to the day, month or year, in the format of `<time datetime>`; undefined for others. */
function exactDate({ start, end }: ArchiveDate): string | undefined {
  return end || start.approximate ? undefined : isoPoint(start);
}

/** Formats the key of a year, month or day: `2021-07` is `July 2021`. */
export function formatPeriod(period: string, messages: Messages): string {
  return formatPoint(readPeriod(period), messages.dates.long, messages);
}

/** Formats the key of a period relative to the next larger one: `2021-07` is `July`, `2021-07-18` is `Sunday 18`. */
export function formatWithin(period: string, messages: Messages): string {
  const point = readPeriod(period);
  const { locale, monthOfYear, dayOfMonth } = messages.dates;
  if (!point.month) return String(point.year);
  return formatIn(locale, point, point.day ? dayOfMonth(point.day) : monthOfYear);
}

/** Formats the keys of the first and the last of several days: `13 March 1998 to 15 March 1998`. */
export function formatDays(first: string, last: string, messages: Messages): string {
  const [from, to] = [first, last].map((day) => formatPoint(readPeriod(day), messages.dates.short, messages));
  return from === to ? `${from}` : messages.dates.interval(`${from}`, `${to}`, true);
}

/** Formats the key of a day without its year: `2021-07-18` is `18 July`. */
export function formatDayOfYear(day: string, { dates: { locale, dayOfYear } }: Messages): string {
  return formatIn(locale, readPeriod(day), dayOfYear);
}

/**
 * Formats the first and the last date of articles: `18 July 2021`, `May 1999 to 18 July 2021`.
 *
 * @param articles newest first, undated ones last
 * @returns undefined when none has a date
 */
export function formatSpan(
  articles: readonly { date: ArchiveDate | undefined; formattedDate: FormattedDate }[],
  messages: Messages,
): string | undefined {
  const last = articles[0];
  const first = articles.findLast(({ date }) => date);
  if (!last?.date || !first?.date) return undefined;
  const [from, to] = [first.formattedDate.short, last.formattedDate.short];
  return from === to
    ? to
    : messages.dates.interval(from, to, isExactDay(first.date) && isExactDay(last.date));
}

/** The names of the days of the week and their abbreviations, from Monday (ISO 8601). */
export function listWeekdays({ dates: { locale } }: Messages): { name: string; short: string }[] {
  return ([1, 2, 3, 4, 5, 6, 0] as const).map((day) => ({
    name: locale.localize.day(day),
    short: locale.localize.day(day, { width: 'short' }),
  }));
}

/** The names of the months and their abbreviations, from January. */
export function listMonths({ dates: { locale } }: Messages): { name: string; short: string }[] {
  return ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const).map((month) => ({
    name: locale.localize.month(month, { context: 'standalone' }),
    short: locale.localize.month(month, { width: 'abbreviated', context: 'standalone' }),
  }));
}

function formatEnds({ start, end }: ArchiveDate, dayFormat: string, messages: Messages): string {
  const from = formatPoint(start, dayFormat, messages);
  if (!end) return from;
  const areDays = [start, end].every(({ day, approximate }) => day && !approximate);
  return messages.dates.interval(from, formatPoint(end, dayFormat, messages), areDays);
}

function formatPoint(point: DatePoint, dayFormat: string, { dates }: Messages): string {
  const { locale, month, about } = dates;
  const text = formatIn(locale, point, point.day ? dayFormat : point.month ? month : 'y');
  return point.approximate ? about(text, point.day !== undefined) : text;
}

/** What has been formatted, by locale. An archive has far fewer dates than places that show one. */
const formatted = new WeakMap<Messages['dates']['locale'], Map<string, string>>();

function formatIn(locale: Messages['dates']['locale'], point: DatePoint, pattern: string): string {
  const texts = formatted.get(locale) ?? new Map<string, string>();
  formatted.set(locale, texts);
  const key = `${point.year}-${point.month}-${point.day} ${pattern}`;
  const text = texts.get(key) ?? format(toDate(point), pattern, { locale });
  texts.set(key, text);
  return text;
}

/** Whether a date is one day, exactly. */
export function isExactDay({ start, end }: ArchiveDate): boolean {
  return start.day !== undefined && !start.approximate && !end;
}

/** Reads `2021`, `2021-07` or `2021-07-18`. */
function readPeriod(period: string): DatePoint {
  const [year = 0, month, day] = period.split('-').map(Number);
  return { year, ...(month && { month }), ...(day && { day }) };
}

function isoPoint({ year, month, day }: DatePoint): string {
  const parts = [String(year).padStart(4, '0')];
  for (const part of [month, day]) if (part) parts.push(String(part).padStart(2, '0'));
  return parts.join('-');
}

function toDate({ year, month = 1, day = 1 }: DatePoint): UTCDate {
  const date = new UTCDate(0);
  // The constructor would read the years 1 to 99 as 1901 to 1999.
  date.setFullYear(year, month - 1, day);
  return date;
}
