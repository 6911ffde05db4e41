import { normalizeUnicode } from '../../../records/normalize-unicode.ts';

/** The names of the months in a language: each in full and abbreviated, folded. */
export type MonthNames = readonly (readonly string[])[];

/**
 * Lists the names of the months.
 *
 * @param language BCP 47
 */
export function listMonthNames(language: string): MonthNames {
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
    // In some languages a month has another form beside a day.
    new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
  ]);
  return Array.from({ length: 12 }, (_, month) =>
    formats.flatMap((format) =>
      format
        .formatToParts(Date.UTC(2000, month))
        .flatMap(({ type, value }) => (type === 'month' ? [fold(value)] : [])),
    ),
  );
}

/**
 * Reads a date as people write it: numbers from the year on (`1987-4`, `1987/04/18`), a month and a year (`4/1987`), or the
 * name of a month with a year and a day (`April 1987`, `18 Apr 1987`). `4/5/1987` is not read: it is of April in one
 * country and of May in another.
 *
 * @returns `1987`, `1987-04` or `1987-04-18`, which may not exist; undefined for other texts
 */
export function readDate(text: string, months: MonthNames): string | undefined {
  const numbers = text.trim();
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d\d?))?(?:[-/.](\d\d?))?$/.exec(numbers) ?? [];
  if (year) return join(year, month, day);
  const [, monthFirst, yearLast] = /^(\d\d?)[-/.](\d{4})$/.exec(numbers) ?? [];
  if (yearLast) return join(yearLast, monthFirst);
  return readWords(text, months);
}

/** Reads a range: `1987..1989`, `April 1987 – May 1987`, `1987-1989`. @returns its two ends, each as it was written */
export function readRange(text: string): [from: string, to: string] | undefined {
  const [, from, to] =
    /^(\d{4})[-/](\d{4})$/.exec(text.trim()) ?? /^(.*?)(?:\.{2,3}|…|–|—|\s-\s)(.*)$/su.exec(text) ?? [];
  return from === undefined || to === undefined ? undefined : [from.trim(), to.trim()];
}

function readWords(text: string, months: MonthNames): string | undefined {
  const parts = fold(text).match(/\p{L}+|\d+/gu) ?? [];
  const found = parts.map((part) => findMonth(part, months)).filter((month) => month > 0);
  const numbers = parts.filter((part) => /^\d/.test(part));
  const years = numbers.filter((number) => number.length === 4);
  const days = numbers.filter((number) => number.length < 3);
  const [year] = years;
  if (!year || found.length !== 1 || days.length > 1 || years.length + days.length !== numbers.length)
    return undefined;
  return join(year, String(found[0]), days[0]);
}

/** @returns the number of the month that a word names, or is the beginning of; 0 for others */
function findMonth(word: string, months: MonthNames): number {
  const exact = months.findIndex((names) => names.includes(word));
  if (exact >= 0) return exact + 1;
  const begun = [...months.entries()].filter(([, names]) => names.some((name) => name.startsWith(word)));
  const [only] = begun;
  return word.length >= 3 && begun.length === 1 && only ? only[0] + 1 : 0;
}

function join(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}

function fold(text: string): string {
  return normalizeUnicode(text.toLowerCase(), 'NFD').replaceAll(/\p{M}|\./gu, '');
}
