import type { Messages } from '../../languages/messages.ts';
import type { Article } from '../article.ts';
import { createCalendar, periodPageCount, type Calendar, type Period } from './calendar.ts';
import { anchorOf, findUnit } from './timeline.ts';

/** Articles on one page of a list that is parted by time. */
const partSize = 200;

/** Articles on the page that leads to the parts of a list. */
export const latestShown = 50;

/**
 * The parts of a long list. Each decade has a page, or each of its years where it has more than {@link partSize} articles;
 * the page of a year with as many leads to its months, and that of such a month to its days. So a part keeps its address
 * and its content when articles of other times are added, and a list of a century is not a hundred nearly empty pages.
 */
export interface ListParts {
  calendar: Calendar;
  /** The periods that have a page, newest first, each before those within it. */
  pages: readonly Period[];
  /** Whether the page of a part leads to smaller parts instead of listing all its articles. */
  isSplit(part: Period): boolean;
  /** The smallest part that holds the articles of a period (`2021-07-18`). */
  find(key: string): Period | undefined;
  /** The parts before and after one. */
  neighboursOf(part: Period): { previous: Period | undefined; next: Period | undefined };
}

function isSplit({ articles, parts }: Period): boolean {
  return articles.length > partSize && parts.length > 0;
}

/**
 * Parts a list of articles by time.
 *
 * @param articles newest first, undated ones last
 * @param hrefOf the path of the part of a period
 * @returns undefined when one page holds all of it
 */
export function partByTime(
  articles: readonly Article[],
  hrefOf: (key: string) => string,
  messages: Messages,
): ListParts | undefined {
  if (articles.length <= partSize) return undefined;
  const calendar = createCalendar(articles, hrefOf, messages, createFiling(articles));
  const decades = [...Map.groupBy(calendar.years, ({ key }) => key.slice(0, 3))].map(([decade, years]) =>
    joinYears(Number(`${decade}0`), years, hrefOf, messages),
  );
  const dated = decades.flatMap((decade) =>
    isSplit(decade) ? decade.parts.flatMap(withSplitParts) : [decade],
  );
  const pages = calendar.undated ? [...dated, calendar.undated] : dated;
  const byKey = new Map(pages.map((page) => [page.key, page]));
  const lists = dated.filter((part) => !isSplit(part));
  const positions = new Map(lists.map((part, position) => [part, position]));
  return {
    calendar,
    pages,
    isSplit,
    find(key) {
      for (let part = key; part; part = part.slice(0, Math.max(0, part.lastIndexOf('-')))) {
        const page = byKey.get(part);
        if (page) return page;
      }
      return byKey.get(`${key.slice(0, 3)}0s`);
    },
    neighboursOf(part) {
      const within = withSplitParts(part).filter((each) => !isSplit(each));
      const [latest, earliest] = [within[0], within.at(-1)].map((each) => each && positions.get(each));
      return {
        previous: earliest === undefined ? undefined : lists[earliest + 1],
        next: latest === undefined ? undefined : lists[latest - 1],
      };
    },
  };
}

/**
 * Creates the function that finds the smallest period of an article that the list needs. A year or month that is not split
 * has no periods within it: most days of a list have one article, of which the periods of all records would take more memory
 * than the articles.
 */
function createFiling(articles: readonly Article[]): (article: Article) => string {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { period } of articles) {
    count(period.slice(0, 4));
    if (period.length > 4) count(period.slice(0, 7));
  }
  const isLarge = (key: string) => (counts.get(key) ?? 0) > partSize;
  return ({ period }) => {
    if (period === 'undated') return period;
    const [year, month] = [period.slice(0, 4), period.slice(0, 7)];
    if (!isLarge(year)) return year;
    return isLarge(month) ? period : month;
  };
}

/** The years of a decade as one period: `1980s`. */
function joinYears(
  first: number,
  years: Period[],
  hrefOf: (key: string) => string,
  messages: Messages,
): Period {
  const key = `${String(first).padStart(4, '0')}s`;
  const title = messages.chart.decade(first);
  return {
    key,
    href: hrefOf(key),
    title,
    shortTitle: title,
    articles: years.flatMap(({ articles }) => articles),
    directArticles: [],
    parts: years,
    within: undefined,
    previous: undefined,
    next: undefined,
  };
}

function withSplitParts(period: Period): Period[] {
  return [period, ...(isSplit(period) ? period.parts.flatMap(withSplitParts) : [])];
}

/** Whether the page of a part lists only the articles whose date is known to the part and no closer. */
export function listsDirectOnly(parts: ListParts, part: Period): boolean {
  const { articles, key } = part;
  return parts.isSplit(part) || articles.length > partSize || articles.every(({ period }) => period === key);
}

/** The number of pages that a part has. */
export function partPageCount(parts: ListParts, part: Period): number {
  return listsDirectOnly(parts, part) ? periodPageCount(part) : 1;
}

/**
 * The path of the articles of a period in a list: a part of the list, or a heading in it.
 *
 * @param list the path of the list, and its parts where one page does not hold all of it
 * @param key `2021`, `2021-07` or `2021-07-18`
 */
export function hrefWithin(
  list: { href: string; articles: readonly Article[]; parts: ListParts | undefined },
  key: string,
): string {
  const part = list.parts?.find(key);
  // A year in the part of its decade has a heading there, and a month in the part of its year.
  if (part?.key.endsWith('s')) return `${part.href}#${anchorOf(key.slice(0, 4))}`;
  if (part)
    return part.key.length === 4 && key.length > 4 ? `${part.href}#${anchorOf(key.slice(0, 7))}` : part.href;
  if (findUnit(list.articles) === 'year') return `${list.href}#${anchorOf(key.slice(0, 4))}`;
  const first = list.articles.find(({ period }) => period.startsWith(key.slice(0, 7)));
  return `${list.href}#${anchorOf((first?.period ?? key).slice(0, 7))}`;
}
