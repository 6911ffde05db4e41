import type { Archive } from '../archive/archive.ts';
import {
  isListed,
  directArticlesOn,
  periodPageCount,
  breadcrumbTo,
  type Period,
} from '../archive/dates/calendar.ts';
import { anchorOf } from '../archive/dates/timeline.ts';
import type { SitePage } from './page.ts';
import { listArticles, type ArticleList } from './parts/article-items.ts';
import {
  viewMonth,
  viewMonths,
  viewYear,
  type MonthCalendar,
  type MonthCount,
  type SmallMonth,
} from './parts/month-calendar.ts';
import { viewMostNamedIn, type MostNamed } from './parts/most-named.ts';
import type { Link } from './parts/links.ts';
import type { PreviousNext } from './parts/previous-next.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { paginateLinks, type Pagination } from './parts/pagination.ts';

/** Records of each vocabulary on the page of a year. */
const namesShown = 8;

/** Topics on the page of a day, which has them from a number of articles on. */
const topicsShown = 24;
const narrowedFrom = 50;

/** What the page of a year, a month or a day shows, or that of the articles without a date. */
export interface PeriodView extends PageView {
  breadcrumb: readonly Link[];
  title: string;
  /** `12 articles`. */
  total: string;
  /** The twelve months of a year: small calendars where its page does not list its articles. */
  months: MonthCount[] | undefined;
  smallMonths: SmallMonth[] | undefined;
  /** The days of a month. */
  calendar: MonthCalendar | undefined;
  /** The parts of the period with their articles; none when there are too many. */
  parts: { title: string; anchor: string; href: string; total: string; list: ArticleList }[];
  /** The articles whose date is known to this period only, under a title when the period has parts. */
  own: { title: string | undefined; list: ArticleList; pagination: Pagination | undefined } | undefined;
  /** The records that are in most articles of a year that its page does not list. */
  mostNamed: MostNamed[];
  /** The topics of a day with many articles, each with the way to those of them. */
  topics: { title: string; items: (Link & { count: string })[] } | undefined;
  previousNext: PreviousNext;
}

/** The pages of all periods; a period with very many articles without a more exact date has several. */
export function listPeriodPages(archive: Archive): SitePage<'period'>[] {
  const { years, months, days, undated } = archive.calendar;
  return [...years, ...months, ...days, ...(undated ? [undated] : [])].flatMap((period) =>
    Array.from({ length: periodPageCount(period) }, (_, index) => ({
      kind: 'period' as const,
      path: archive.paths.date(period.key, index + 1),
      isIndexable: true,
      view: () => viewPeriod(archive, period, index + 1),
    })),
  );
}

/**
 * What one of a period's pages shows.
 *
 * @param page 1-based; later pages continue the articles whose date is known to this period only
 */
function viewPeriod(archive: Archive, period: Period, page: number): PeriodView {
  const { messages, paths } = archive;
  const { periods, ways } = messages;
  const { key, articles, parts } = period;
  const isFirst = page === 1;
  const isYear = key.length === 4;
  const isMonth = /^\d{4}-\d\d$/.test(key);
  const title = isFirst ? period.title : ways.titleOfPage(period.title, page);
  return {
    ...createPageView(archive, {
      title,
      description: periods.descriptionOf(title, articles.length),
      path: paths.date(key, page),
    }),
    breadcrumb: breadcrumbTo(period.within, paths, messages),
    title: period.title,
    total: messages.articles(articles.length),
    months: isFirst && isYear && isListed(period) ? viewMonths(period, messages) : undefined,
    smallMonths: isFirst && isYear && !isListed(period) ? viewYear(period, messages) : undefined,
    calendar: isFirst && isMonth ? viewMonth(period, messages) : undefined,
    parts:
      isFirst && isListed(period)
        ? parts.map((part) => ({
            title: part.shortTitle,
            anchor: anchorOf(part.key),
            href: part.href,
            total: messages.articles(part.articles.length),
            list: listArticles(archive, part.articles, { hasDates: part.parts.length > 0 }),
          }))
        : [],
    own: viewOwn(archive, period, page),
    mostNamed: isFirst && isYear && !isListed(period) ? viewMostNamedIn(archive, period, namesShown) : [],
    topics: isFirst && key.length === 10 ? viewTopics(archive, period) : undefined,
    previousNext: {
      label: ways.previousAndNext,
      previous: linkPeriod(ways.previous, period.previous),
      next: linkPeriod(ways.next, period.next),
    },
  };
}

/** The topics of a day that has too many articles to be looked through. */
function viewTopics(archive: Archive, { key, articles }: Period): PeriodView['topics'] {
  if (articles.length < narrowedFrom) return undefined;
  const { messages, paths } = archive;
  const items = archive
    .countRecords(articles)
    .filter(({ record }) => record.vocabulary.name === 'topics')
    .slice(0, topicsShown)
    .map(({ record, count }) => ({
      title: record.name,
      href: paths.search({ topic: record.id, from: key, to: key }),
      count: messages.number(count),
    }));
  return items.length > 1 ? { title: messages.vocabularies.topics.title, items } : undefined;
}

function viewOwn(archive: Archive, period: Period, page: number): PeriodView['own'] {
  const { messages, paths } = archive;
  const { key } = period;
  const articles = directArticlesOn(period, page);
  if (articles.length === 0) return undefined;
  const { monthNotKnown, dayNotKnown } = messages.periods;
  const title = period.parts.length === 0 ? undefined : key.length === 4 ? monthNotKnown : dayNotKnown;
  const hasDates = key.length !== 10 && key !== 'undated';
  return {
    title,
    list: listArticles(archive, articles, { level: title === undefined ? 2 : 3, hasDates }),
    pagination: paginateLinks(page, periodPageCount(period), (number) => paths.date(key, number), messages),
  };
}

function linkPeriod(label: string, period: Period | undefined): PreviousNext['next'] {
  return period && { title: period.title, href: period.href, label, foreign: {} };
}
