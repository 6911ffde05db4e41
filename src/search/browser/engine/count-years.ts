import { yearOf, type Columns } from './columns.ts';

/** Counts articles by year; one whose date may be in several years is counted in each. */
export function countYears(
  { total, undated, first, last }: Columns,
  passes: Uint8Array,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (let number = undated; number < total; number++) {
    if (!passes[number]) continue;
    const end = yearOf(last[number]);
    for (let year = yearOf(first[number]); year <= end; year++) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}
