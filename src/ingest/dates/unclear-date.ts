import { DateError } from '../../records/date/archive-date.ts';

/** Thrown for a date that means something, but not surely one day. */
export class UnclearDate extends DateError {
  /** What to do: whole sentences. */
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/** Day 0 of Unix and of Excel's serial numbers, in days before 1 January 1970. */
const excelEpoch = 25_569;

/**
 * Rejects a number that is a day only to a program: a Unix time, in seconds or milliseconds, or a serial number of Excel.
 *
 * @throws {UnclearDate} with the day that it is likely to be
 */
export function refuseNumber(date: string): void {
  const fix = 'Write the day instead, as in 2021-07-18.';
  if (/^-?(?:\d{9,10}|\d{12,13})(?:\.\d+)?$/.test(date)) {
    const seconds =
      date.replace('-', '').split('.', 1).join('').length > 10 ? Number(date) / 1000 : Number(date);
    const day = formatDay(seconds);
    throw new UnclearDate(
      `"${date}", which looks like a Unix time (${day} in UTC, maybe another day elsewhere)`,
      fix,
    );
  }
  if (/^[1-7]\d{4}(?:[.,]\d+)?$/.test(date)) {
    const day = formatDay((Math.floor(Number(date.replace(',', '.'))) - excelEpoch) * 86_400);
    throw new UnclearDate(
      `"${date}", which looks like a serial number of Excel (${day}, if it counts from 1900)`,
      `Format the column as text, or as a date like ${day}.`,
    );
  }
}

/** @param time in seconds since 1 January 1970, UTC */
function formatDay(time: number): string {
  return new Date(time * 1000).toISOString().slice(0, 10);
}
