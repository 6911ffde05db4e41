const dayLength = 24 * 60 * 60 * 1000;

/**
 * The days between two of a calendar.
 *
 * @returns undefined when the second follows the first
 *
 * @example
 * daysBetween('1998-03-12', '1998-03-16') // { first: '1998-03-13', last: '1998-03-15' }
 */
export function daysBetween(before: string, after: string): { first: string; last: string } | undefined {
  const first = shiftDay(before, 1);
  return first < after ? { first, last: shiftDay(after, -1) } : undefined;
}

function shiftDay(day: string, by: number): string {
  // A day without a time is one of UTC (ECMA-262, section 21.4.1.32).
  return new Date(Date.parse(day) + by * dayLength).toISOString().slice(0, 10);
}
