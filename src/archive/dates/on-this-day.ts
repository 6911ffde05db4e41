import type { Archive } from '../archive.ts';
import type { Article } from '../article.ts';
import { formatDayOfYear } from './dates.ts';

/** Articles of the same day in several years. */
export interface OnThisDay {
  /** `18 July`. */
  day: string;
  articles: Article[];
}

/** How many articles are shown, at most. */
const shown = 6;

/**
 * Finds the articles of other years that have the day of the newest article whose day is known. The archive determines
 * the day, not the clock, so that two builds of one archive are the same.
 */
export function findOnThisDay({
  articles,
  calendar,
  messages,
}: Pick<Archive, 'articles' | 'calendar' | 'messages'>): OnThisDay | undefined {
  const newest = articles.find(({ period }) => period.length === 10);
  if (!newest) return undefined;
  const day = newest.period.slice(4);
  const others = calendar.days.filter(({ key }) => key.endsWith(day) && key !== newest.period);
  const found = others.flatMap((period) => period.articles).slice(0, shown);
  if (found.length === 0) return undefined;
  return { day: formatDayOfYear(newest.period, messages), articles: found };
}
