import { DateError, parseArchiveDate } from '../../records/date/archive-date.ts';
import { language } from '../../records/schemas/fields.ts';
import { dateNamesOf, type DateNames } from './date-names.ts';
import { approximation, datePatterns, dayAndMonth, leadingWord, unclearYear } from './date-patterns.ts';
import { refuseNumber, UnclearDate } from './unclear-date.ts';
import { readSpelledDate } from './spelled-date.ts';

/** How the dates of a source are read. */
export interface DateReading {
  /** Languages (BCP 47) in which names of months and days are recognized besides English, the most likely first. */
  languages: readonly string[];
  /** Whether day or month comes first in a date like 03/04/2021; without it such a date is rejected. */
  dateOrder?: DateOrder | undefined;
}

/** Whether day or month comes first: `dmy` or `mdy`. */
type DateOrder = (typeof dateOrders)[number];

/** Both orders of day and month. */
export const dateOrders = ['dmy', 'mdy'] as const;

/** The languages of the interface, in which dates are read whatever language a source is in. */
const always = ['en', 'fr'];

/** The names of months and days in a language, and the language, by which words are lower-cased. */
type Names = DateNames & { language: string };

/**
 * Reads a date as sources write it: EDTF, ISO 8601 and RFC 3339, RFC 5322, in numbers, or in words in English or another
 * likely language. The day is the one that the source writes: time and zone are ignored, since the day on which an article
 * was published is that of its publisher. What may be less exact than it looks (`May 2020 or earlier`), or is ambiguous
 * (03/04/2021), is rejected.
 *
 * @returns an archive date in EDTF, as exact as what is written
 * @throws {DateError} when it is not a date, or an impossible one (31 February)
 *
 * @example
 * readSourceDate('Sun, 18 Jul 2021 23:30:00 -0500', { languages: ['en'] }) // '2021-07-18'
 */
export function readSourceDate(text: string, { languages, dateOrder }: DateReading): string {
  const written = text.trim().replace(/\s+/gu, ' ');
  const isApproximate = approximation.test(written);
  const names = namesIn(languages);
  const unqualified = written.replace(approximation, '');
  const { date } = splitWeekday(unqualified, names);
  refuseNumber(date);
  const edtf =
    matchPatterns(date, names) ??
    matchDayAndMonth(date, dateOrder) ??
    readSpelledDate(unqualified, languages) ??
    refuseUnclearYear(date, names);
  return parseArchiveDate(isApproximate ? `${edtf}~` : edtf).edtf;
}

/** The day of the week that a date names, 0 for Sunday; `undefined` when it names none. */
export function weekdayOf(text: string, { languages }: DateReading): number | undefined {
  const written = text.trim().replace(/\s+/gu, ' ').replace(approximation, '');
  return splitWeekday(written, namesIn(languages)).weekday;
}

function namesIn(languages: readonly string[]): Names[] {
  const tags = [always[0] ?? 'en', ...languages, ...always].filter((tag) => language.safeParse(tag).success);
  return [...new Set(tags)].map((tag) => ({ ...dateNamesOf(tag), language: tag }));
}

function splitWeekday(written: string, names: readonly Names[]): { date: string; weekday?: number } {
  const [prefix = '', word = ''] = leadingWord.exec(written) ?? [];
  const [weekday] = names.flatMap(
    ({ weekdays, language }) => weekdays.get(word.toLocaleLowerCase(language)) ?? [],
  );
  return weekday === undefined ? { date: written } : { date: written.slice(prefix.length), weekday };
}

/** @throws {UnclearDate} when the year has two digits, or may be missing; @returns the date otherwise */
function refuseUnclearYear(date: string, names: readonly Names[]): string {
  const { name, month = name, day, first, last = '' } = unclearYear.exec(date)?.groups ?? {};
  if (month === undefined || monthOf(month, names) === undefined) return date;
  if (first !== undefined) throw new UnclearDate(`"${date}", which has no year`, writeYear);
  if (day !== undefined && last.length === 2)
    throw new UnclearDate(`"${date}", whose year has only two digits`, writeYear);
  throw new UnclearDate(
    `"${date}", which may be a day without a year, or a year of two digits without a day`,
    `${writeYear} Spreadsheets shorten dates like that: format the column as text.`,
  );
}

const writeYear = 'Write the whole year, as in 2021-07-18.';

function matchPatterns(date: string, names: readonly Names[]): string | undefined {
  for (const pattern of datePatterns) {
    const { year, shortYear, month, name, day } = pattern.exec(date)?.groups ?? {};
    const fullYear = year ?? (shortYear && (shortYear < '50' ? '20' : '19') + shortYear);
    if (fullYear === undefined) continue;
    if (name === undefined) return formatEdtf(fullYear, month, day);
    const number = monthOf(name, names);
    if (number !== undefined) return formatEdtf(fullYear, String(number), day);
  }
  return undefined;
}

function monthOf(name: string, names: readonly Names[]): number | undefined {
  return names.flatMap(({ months, language }) => months.get(name.toLocaleLowerCase(language)) ?? [])[0];
}

/** Reads a numeric date with the year last. Day and month are distinguished when one is greater than 12 or both are equal. */
function matchDayAndMonth(date: string, order: DateOrder | undefined): string | undefined {
  const { first = '', second = '', year = '' } = dayAndMonth.exec(date)?.groups ?? {};
  if (year === '') return undefined;
  if (year.length < 4) throw new UnclearDate(`"${date}", whose year has only two digits`, writeYear);
  if (Number(first) > 12) return formatEdtf(year, second, first);
  if (Number(second) > 12 || Number(first) === Number(second)) return formatEdtf(year, first, second);
  if (order === undefined) {
    throw new DateError(`"${date}", whose day and month are ambiguous without --date-order`);
  }
  return order === 'dmy' ? formatEdtf(year, second, first) : formatEdtf(year, first, second);
}

function formatEdtf(year: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}
