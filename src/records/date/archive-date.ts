/**
 * A date that is as exact as is known. It follows the Extended Date/Time Format (EDTF, ISO 8601-2:2019
 * Annex A): level 0 dates and intervals, and level 1 "approximate" (`~`). It is plain data, so that it can be
 * stored, compared as text and formatted without involving a time zone.
 */
export interface ArchiveDate {
  /** The date as written, in EDTF: `2021-07-18`, `2021-07`, `2021`, `2021~`, `2021-07/2021-09`. */
  edtf: string;
  /** What is known of the day, or of the interval's first day. */
  start: DatePoint;
  /** What is known of the interval's last day; only intervals have it. */
  end?: DatePoint;
}

/** A year, month or day, exact or approximate. */
export interface DatePoint {
  /** 1 to 9999. */
  year: number;
  /** 1 to 12. */
  month?: number;
  /** 1 to 31. */
  day?: number;
  /** Written with `~`: the date is this one or near it. */
  approximate?: true;
}

/** Thrown for a text that is not a valid archive date; the message completes "found date …". */
export class DateError extends Error {}

const pointPattern = /^\d{4}(?:-\d{2}(?:-\d{2})?)?~?$/;
// No `String.raw`, which a bundler would leave in scripts that do not use the pattern.
const point = '(?!0000)\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?~?';

/**
 * A regular expression that every archive date matches, for schemas. It also accepts 30 February, and intervals that end
 * before they begin.
 */
export const archiveDatePattern = `^${point}(?:/${point})?$`;

/**
 * Reads an archive date.
 *
 * @param text EDTF as described at {@link ArchiveDate}
 * @throws {DateError} when the text is not such a date, the date is impossible (30 February), or an interval ends before
 *   it begins
 *
 * @example
 * parseArchiveDate('2021-07') // { edtf: '2021-07', start: { year: 2021, month: 7 } }
 */
export function parseArchiveDate(text: string): ArchiveDate {
  const [first = '', second, ...rest] = text.split('/');
  if (rest.length > 0) throw new DateError(`"${text}", which has more than one "/"`);
  for (const each of second === undefined ? [first] : [first, second]) checkPoint(each, text);
  const date = readKnownDate(text);
  if (latest(date) < earliest(date)) throw new DateError(`"${text}", an interval that ends before it begins`);
  return date;
}

/** Reads a date that is known to be valid, as those of published articles are. @param edtf see {@link parseArchiveDate} */
export function readKnownDate(edtf: string): ArchiveDate {
  const [start = '', end] = edtf.split('/');
  return { edtf, start: readPoint(start), ...(end !== undefined && { end: readPoint(end) }) };
}

/** Whether a text is a single exact day: `2021-07-18`. */
export function isDay(text: string): boolean {
  try {
    const { start, end } = parseArchiveDate(text);
    return start.day !== undefined && !start.approximate && end === undefined;
  } catch {
    return false;
  }
}

/** The first day that a date can mean, as `YYYY-MM-DD`, which sorts by date. */
export function earliest(date: ArchiveDate): string {
  return earliestDay(date.start);
}

/** The last day that a date can mean, as `YYYY-MM-DD`. */
export function latest(date: ArchiveDate): string {
  return latestDay(date.end ?? date.start);
}

/**
 * The part of a date that is known, as a prefix of `YYYY-MM-DD`; for an interval, what its two ends have in common, but
 * at least the year in which it begins. Articles are filed under it.
 *
 * @example
 * knownPart(parseArchiveDate('2021-07-18/2021-07-20')) // '2021-07'
 */
export function knownPart({ start, end = start }: ArchiveDate): string {
  const first = earliestDay(start)
    .split('-')
    .slice(0, start.day ? 3 : start.month ? 2 : 1);
  const last = earliestDay(end)
    .split('-')
    .slice(0, end.day ? 3 : end.month ? 2 : 1);
  const firstDifference = first.findIndex((part, index) => part !== last[index]);
  return first.slice(0, firstDifference === -1 ? first.length : Math.max(1, firstDifference)).join('-');
}

/** @throws {DateError} as {@link parseArchiveDate} */
function checkPoint(point: string, whole: string): void {
  if (!pointPattern.test(point)) throw new DateError(`"${whole}", which is not a date`);
  const { year, month, day } = readPoint(point);
  if (year === 0) throw new DateError(`"${whole}": there is no year 0000 in an archive`);
  if (month === undefined) return;
  if (month < 1 || month > 12) throw new DateError(`"${whole}": there is no month ${pad(month, 2)}`);
  const days = daysInMonth(year, month);
  if (day !== undefined && (day < 1 || day > days))
    throw new DateError(`"${whole}": ${point.slice(0, 7)} has ${days} days, not a day ${pad(day, 2)}`);
}

function readPoint(point: string): DatePoint {
  const [year = 0, month, day] = point.replace('~', '').split('-').map(Number);
  return {
    year,
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(point.endsWith('~') && { approximate: true as const }),
  };
}

function earliestDay({ year, month = 1, day = 1 }: DatePoint): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function latestDay({ year, month = 12, day = daysInMonth(year, month) }: DatePoint): string {
  return earliestDay({ year, month, day });
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
