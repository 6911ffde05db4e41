const millisecondsInDay = 86_400_000;

/**
 * Counts the days from 1970-01-01 to a day.
 *
 * @param day `YYYY-MM-DD`
 */
export function dayNumber(day: string): number {
  // With a time zone, so that local time does not matter; in this form, years before 100 are not read as 19xx.
  return Date.parse(`${day}T00:00:00Z`) / millisecondsInDay;
}

/** @returns the day as `YYYY-MM-DD`; the inverse of {@link dayNumber} */
export function dayOfNumber(number: number): string {
  return new Date(number * millisecondsInDay).toISOString().slice(0, 10);
}
