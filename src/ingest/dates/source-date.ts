import { DateError, parseArchiveDate } from '../../records/date/archive-date.ts';
import { language } from '../../records/schemas/fields.ts';
import { dateNamesOf, type DateNames } from './date-names.ts';
import { approximation, datePatterns, dayAndMonth, leadingWord } from './date-patterns.ts';

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
  const names = ['en', ...languages.filter((tag) => language.safeParse(tag).success)].map((tag): Names => ({
    ...dateNamesOf(tag),
    language: tag,
  }));
  const date = removeWeekday(written.replace(approximation, ''), names);
  const edtf = matchPatterns(date, names) ?? matchDayAndMonth(date, dateOrder) ?? date;
  return parseArchiveDate(isApproximate ? `${edtf}~` : edtf).edtf;
}

function removeWeekday(date: string, names: readonly Names[]): string {
  const [prefix = '', word = ''] = leadingWord.exec(date) ?? [];
  const isWeekday = names.some(({ weekdays, language }) => weekdays.has(word.toLocaleLowerCase(language)));
  return isWeekday ? date.slice(prefix.length) : date;
}

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
  if (year.length < 4) throw new DateError(`"${date}", whose year has only two digits`);
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
