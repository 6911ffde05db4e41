/**
 * The first and the last day that a year, month or day means, as numbers. Archive dates are read and checked by a build
 * (`records/date/`); this is what the browser needs of that, in few bytes.
 *
 * @returns undefined when there is no such date
 *
 * @example
 * daysOf('2024-02') // [20240201, 20240229]
 */
export function daysOf(text: string): [first: number, last: number] | undefined {
  const [, year, month, day] = (/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? []).map(Number);
  if (!year) return undefined;
  const [from, to] = month === undefined || isNaN(month) ? [1, 12] : [month, month];
  const length = to === 2 ? (isLeap(year) ? 29 : 28) : 30 + ((to + (to >> 3)) & 1);
  const [first, last] = day === undefined || isNaN(day) ? [1, length] : [day, day];
  if (from < 1 || to > 12 || first < 1 || last > length) return undefined;
  return [year * 10_000 + from * 100 + first, year * 10_000 + to * 100 + last];
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
