import type { Messages } from '../../languages/messages.ts';
import type { Article } from '../article.ts';
import { formatPeriod, formatWithin } from './dates.ts';
import type { Paths } from '../paths.ts';

/** A year, month or day that has articles, or the period of the undated ones. */
export interface Period {
  /** `2021`, `2021-07`, `2021-07-18` or `undated`. */
  key: string;
  href: string;
  /** `Sunday, 18 July 2021`. */
  title: string;
  /** The title within the next larger period: `Sunday 18`. */
  shortTitle: string;
  /** All articles of the period, newest first. */
  articles: Article[];
  /** The articles whose date is known to this period only, and no closer. */
  directArticles: Article[];
  /** The months of a year, the days of a month, newest first. */
  parts: Period[];
  /** The next larger period. */
  within: Period | undefined;
  /** The nearest earlier and later period of the same kind that has articles. */
  previous: Period | undefined;
  next: Period | undefined;
}

/** The articles by date. */
export interface Calendar {
  /** Newest first. */
  years: Period[];
  months: Period[];
  days: Period[];
  /** The articles without a date; missing when there are none. */
  undated: Period | undefined;
  /** The period that an article is filed under. */
  periodOf(article: Article): Period | undefined;
}

/** A link to a period. */
export interface BreadcrumbLink {
  title: string;
  href: string;
}

/**
 * Files articles by what is known of their dates. An article known only to the month is in the lists of its month and
 * year, and in that of no day.
 *
 * @param articles newest first, undated ones last
 * @param hrefOf the path of the page of a period
 * @param filedUnder the key of the period of an article, where that is not all that is known of its date
 */
export function createCalendar(
  articles: readonly Article[],
  hrefOf: (key: string) => string,
  messages: Messages,
  filedUnder = ({ period }: Article) => period,
): Calendar {
  const periods = new Map<string, Period>();
  const open = (key: string): Period => {
    const known = periods.get(key);
    if (known) return known;
    const within = key.includes('-') ? open(key.slice(0, key.lastIndexOf('-'))) : undefined;
    const titles =
      key === 'undated'
        ? { title: messages.undated, shortTitle: messages.undated }
        : { title: formatPeriod(key, messages), shortTitle: formatWithin(key, messages) };
    const lists = { articles: [], directArticles: [], parts: [] };
    const period: Period = {
      key,
      href: hrefOf(key),
      ...titles,
      ...lists,
      within,
      previous: undefined,
      next: undefined,
    };
    periods.set(key, period);
    within?.parts.push(period);
    return period;
  };
  for (const article of articles) {
    const period = open(filedUnder(article));
    period.directArticles.push(article);
    for (let each: Period | undefined = period; each; each = each.within) each.articles.push(article);
  }
  const ofLength = (length: number) => {
    const level = [...periods.values()].filter(({ key }) => key.length === length && key !== 'undated');
    return link(level.sort((a, b) => (a.key < b.key ? 1 : -1)));
  };
  for (const period of periods.values()) period.parts.sort((a, b) => (a.key < b.key ? 1 : -1));
  return {
    years: ofLength(4),
    months: ofLength(7),
    days: ofLength(10),
    undated: periods.get('undated'),
    periodOf: (article) => periods.get(filedUnder(article)),
  };
}

/** Whether a period has few enough articles for its page to list all of them. */
export function isListed({ key, articles }: Period): boolean {
  return articles.length <= (key.length === 4 ? 50 : 300);
}

/** Direct articles on one page of a period. */
const directPageSize = 200;

/** The number of pages that a period has: one, or more when it has many direct articles. */
export function periodPageCount({ directArticles }: Period): number {
  return Math.max(1, Math.ceil(directArticles.length / directPageSize));
}

/** The direct articles of a period on one of its pages (1-based). */
export function directArticlesOn({ directArticles }: Period, page: number): Article[] {
  return directArticles.slice((page - 1) * directPageSize, page * directPageSize);
}

/**
 * The breadcrumb of a period, from all articles down to it; each title is relative to the one before.
 *
 * @param period undefined for the list of all articles
 */
export function breadcrumbTo(period: Period | undefined, paths: Paths, messages: Messages): BreadcrumbLink[] {
  const all = { title: messages.periods.articles, href: paths.articles };
  return period ? [all, ...linkWider(period), { title: period.shortTitle, href: period.href }] : [all];
}

/** The wider periods of one, the widest first; each title is relative to the one before. */
export function linkWider({ within }: Period): BreadcrumbLink[] {
  return within ? [...linkWider(within), { title: within.shortTitle, href: within.href }] : [];
}

function link(periods: Period[]): Period[] {
  periods.forEach((period, index) => {
    period.next = periods[index - 1];
    period.previous = periods[index + 1];
  });
  return periods;
}
