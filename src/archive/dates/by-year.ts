import type { Messages } from '../../languages/messages.ts';
import type { Article } from '../article.ts';

/** The articles of one year in a list, or those without a date. */
export interface YearGroup {
  /** `2021`; `Undated`. */
  title: string;
  /** The `id` of its heading. */
  anchor: string;
  articles: Article[];
}

/** The number of articles of a year. */
export interface YearCount {
  year: number;
  count: number;
}

/**
 * Groups articles by the year that they are filed under.
 *
 * @param articles newest first, undated ones last
 */
export function groupByYear(articles: readonly Article[], messages: Messages): YearGroup[] {
  const groups = new Map<string, YearGroup>();
  for (const article of articles) {
    const year = article.date ? String(article.date.start.year) : undefined;
    const group = groups.get(year ?? '') ?? {
      title: year ?? messages.undated,
      anchor: `y${year ?? 'undated'}`,
      articles: [],
    };
    group.articles.push(article);
    groups.set(year ?? '', group);
  }
  return [...groups.values()];
}

/** Counts dated articles by year, from the first year to the last, including years without articles. */
export function countByYear(articles: readonly Article[]): YearCount[] {
  const counts = new Map<number, number>();
  for (const { date } of articles) {
    if (date) counts.set(date.start.year, (counts.get(date.start.year) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const years = [...counts.keys()];
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    count: counts.get(first + index) ?? 0,
  }));
}

/** Where a year begins in a list. */
export interface YearStart extends Pick<YearGroup, 'title' | 'anchor'> {
  /** The position of its first article in the list, from 0. */
  position: number;
}

/** Finds where each year begins in a list of articles, newest first. */
export function findYears(articles: readonly Article[], messages: Messages): YearStart[] {
  let position = 0;
  return groupByYear(articles, messages).map(({ title, anchor, articles: group }) => {
    const start = { title, anchor, position };
    position += group.length;
    return start;
  });
}

/**
 * Links to the years of a paginated list, each to where the year begins.
 *
 * @param size articles on a page
 * @param current the page that the links are on, 1-based
 * @param pageHref the path of a page
 */
export function yearLinks(
  years: readonly YearStart[],
  size: number,
  current: number,
  pageHref: (page: number) => string,
): { title: string; href: string }[] {
  return years.map(({ title, anchor, position }) => {
    const page = Math.floor(position / size) + 1;
    return { title, href: `${page === current ? '' : pageHref(page)}#${anchor}` };
  });
}
