const millisecondsInDay = 86_400_000;

/**
 * Numbers days.
 *
 * @param day `YYYY-MM-DD`
 */
export function dayNumber(day: string): number {
  // As ISO 8601 with a time zone, which the years before 100 need too: nothing passes through local time.
  return Date.parse(`${day}T00:00:00Z`) / millisecondsInDay;
}

/** The day of a number, as `YYYY-MM-DD`; the other way round of {@link dayNumber}. */
export function dayOfNumber(number: number): string {
  return new Date(number * millisecondsInDay).toISOString().slice(0, 10);
}
