import type { Messages } from '../../languages/messages.ts';
import type { Article } from '../article.ts';
import { formatPeriod, formatWithin } from './dates.ts';

/** Years, or months where articles are from one or two years. */
export type TimeUnit = 'year' | 'month';

/** The articles of each year or month, from the first to the last one that has any. */
export interface Timeline {
  unit: TimeUnit;
  /** Their keys (`2021`, `2021-07`) and numbers of articles, 0 included. Months are those of whole years. */
  cells: { key: string; count: number }[];
}

/**
 * Counts dated articles by year, or by month where they are from one or two years and known to the month.
 *
 * @returns undefined when all are of one year or month, or of none
 */
export function countByTime(articles: readonly Pick<Article, 'period'>[]): Timeline | undefined {
  const unit = findUnit(articles);
  const counts = new Map<string, number>();
  for (const { period } of articles) {
    if (period === 'undated') continue;
    const key = period.slice(0, unit === 'year' ? 4 : 7);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const years = [...counts.keys()].map((key) => Number(key.slice(0, 4)));
  if (years.length === 0) return undefined;
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  const cells = Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0'))
    .flatMap((year) => (unit === 'year' ? [year] : monthKeys(year)))
    .map((key) => ({ key, count: counts.get(key) ?? 0 }));
  return counts.size > 1 ? { unit, cells } : undefined;
}

/** The unit in which articles are best counted: by month when they are from one or two years and known to the month. */
export function findUnit(articles: readonly Pick<Article, 'period'>[]): TimeUnit {
  const years = new Set<string>();
  for (const { period } of articles) {
    if (period === 'undated') continue;
    if (period.length === 4) return 'year';
    years.add(period.slice(0, 4));
    if (years.size > 2) return 'year';
  }
  return 'month';
}

/** The keys of the months of a year: `2021-01` and so on. */
function monthKeys(year: string): string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
}

/** The articles of one year or month in a list, or those without a date. */
export interface TimeGroup {
  /** `2021`; `July 2021`; `Undated`. */
  title: string;
  /** The `id` of its heading: see {@link anchorOf}. */
  anchor: string;
  articles: Article[];
}

/**
 * Groups articles by year or month.
 *
 * @param articles newest first, undated ones last
 * @param within the key of the year that all are from, whose months need no year
 */
export function groupByTime(
  articles: readonly Article[],
  unit: TimeUnit,
  messages: Messages,
  within?: string,
): TimeGroup[] {
  const keyOf = ({ period }: Article) =>
    period === 'undated' ? period : period.slice(0, unit === 'year' ? 4 : 7);
  return [...Map.groupBy(articles, keyOf)].map(([key, group]) => ({
    title: titleOf(key, messages, within),
    anchor: anchorOf(key),
    articles: group,
  }));
}

function titleOf(key: string, messages: Messages, within: string | undefined): string {
  if (key === 'undated') return messages.undated;
  if (key === within) return messages.periods.monthNotKnown;
  return within ? formatWithin(key, messages) : formatPeriod(key, messages);
}

/** The `id` of the heading of a period in a list: `y2021`, `y2021-07`, `yundated`. */
export function anchorOf(key: string): string {
  return `y${key}`;
}
