import type { Messages } from '../../languages/messages.ts';
import type { Article } from '../article.ts';

/** The articles of a year in a list, or at its end those without a date. */
export interface YearGroup {
  /** `2021`; `Undated`. */
  title: string;
  /** The `id` of its heading. */
  anchor: string;
  articles: Article[];
}

/** How many articles a year has. */
export interface YearCount {
  year: number;
  count: number;
}

/**
 * Groups articles under the years that they are filed under.
 *
 * @param articles newest first, those without a date last
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

/** Counts articles by year, from the first year to the last, years without any included; undated ones are left out. */
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
  /** The place of its first article in the list, from 0. */
  index: number;
}

/** Finds where each year begins in a list of articles, newest first. */
export function findYears(articles: readonly Article[], messages: Messages): YearStart[] {
  let index = 0;
  return groupByYear(articles, messages).map(({ title, anchor, articles: group }) => {
    const start = { title, anchor, index };
    index += group.length;
    return start;
  });
}

/**
 * Links to the years of a list that is spread over pages: each to where the year begins.
 *
 * @param size articles on a page
 * @param current the page that the links are on, 1-based
 * @param pageHref the address of a page
 */
export function yearLinks(
  years: readonly YearStart[],
  size: number,
  current: number,
  pageHref: (page: number) => string,
): { title: string; href: string }[] {
  return years.map(({ title, anchor, index }) => {
    const page = Math.floor(index / size) + 1;
    return { title, href: `${page === current ? '' : pageHref(page)}#${anchor}` };
  });
}
