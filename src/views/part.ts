import type { Archive } from '../archive/archive.ts';
import type { Article, ForeignLanguage } from '../archive/article.ts';
import { findUnit, type TimeUnit } from '../archive/dates/timeline.ts';
import { directArticlesOn, linkWider, type Period } from '../archive/dates/calendar.ts';
import {
  hrefWithin,
  latestShown,
  listsDirectOnly,
  partPageCount,
  type ListParts,
} from '../archive/dates/list-parts.ts';
import type { SitePage } from './page.ts';
import { createIssueCounter } from './parts/issue-calendar.ts';
import type { Link } from './parts/links.ts';
import {
  viewMonth,
  viewMonths,
  viewYear,
  type MonthCalendar,
  type MonthCount,
  type SmallMonth,
} from './parts/month-calendar.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { paginateLinks, type Pagination } from './parts/pagination.ts';
import { listRecordLists, listWholeLists, type PartedList, type WholeList } from './parts/parted-lists.ts';
import type { PreviousNext } from './parts/previous-next.ts';
import { listRecordItems, type RecordList } from './parts/record-items.ts';
import { chartTime, type TimeChart } from './parts/time-chart.ts';

/** What a list that is not that of a record shows, or a part of a long list: the articles of a year, month or day. */
export interface PartView extends PageView {
  breadcrumb: readonly Link[];
  /** `Person`; '' for the list of what has no tags. */
  kind: string;
  /** Whose list it is, with the attributes of the name where it is not in the page's language. */
  list: { name: string; foreign: ForeignLanguage };
  /** `March 1987`; '' for the whole of a list. */
  title: string;
  /** `12 articles`. */
  total: string;
  /** The way to search the articles of the part; missing where a search has no such condition. */
  search: string | undefined;
  /** The parts that it leads to, when it has too many articles to list them: years, months or days. */
  chart: TimeChart | undefined;
  months: MonthCount[] | undefined;
  smallMonths: SmallMonth[] | undefined;
  calendar: MonthCalendar | undefined;
  /** Its articles; or, where it leads to smaller parts, those whose date is known to it only. */
  articles: RecordList;
  pagination: Pagination | undefined;
  previousNext: PreviousNext;
}

/** The pages of the parts of all lists that are parted, and of lists that are not those of records. */
export function listPartPages(archive: Archive): SitePage<'part'>[] {
  const whole = listWholeLists(archive);
  const ofParts = [...listRecordLists(archive), ...whole].flatMap((list) => {
    const { parts, hrefOf } = list;
    if (!parts) return [];
    return parts.pages.flatMap((part) =>
      Array.from({ length: partPageCount(parts, part) }, (_, index) => ({
        kind: 'part' as const,
        path: hrefOf(part.key, index + 1),
        isIndexable: true,
        view: () => viewPart(archive, { ...list, parts }, part, index + 1),
      })),
    );
  });
  const ofWhole = whole.map((list): SitePage<'part'> => ({
    kind: 'part',
    path: list.href,
    isIndexable: true,
    view: () => viewWhole(archive, list),
  }));
  return [...ofParts, ...ofWhole];
}

/** The articles that the page of a part lists: all, or those whose date is known to it only. */
function listedOn(parts: ListParts, part: Period, page: number): readonly Article[] {
  return listsDirectOnly(parts, part) ? directArticlesOn(part, page) : part.articles;
}

/**
 * What a page of a part shows.
 *
 * @param page 1-based; later pages continue the articles whose date is known to this period only
 */
function viewPart(
  archive: Archive,
  list: PartedList & { parts: ListParts },
  part: Period,
  page: number,
): PartView {
  const { messages, foreign } = archive;
  const { ways } = messages;
  const { record, parts, issues, name, kind } = list;
  const { key, title, articles } = part;
  const isShown = parts.isSplit(part) && page === 1;
  const isYear = isShown && key.length === 4;
  const total = messages.articles(articles.length);
  const heading = messages.periods.partOf(name, title);
  const { previous, next } = parts.neighboursOf(part);
  const link = (label: string, other: Period | undefined) =>
    other && { title: other.title, href: other.href, label, foreign: {} };
  return {
    ...createPageView(archive, {
      title: page > 1 ? ways.titleOfPage(heading, page) : heading,
      description: messages.periods.descriptionOf(heading, articles.length),
      path: list.hrefOf(key, page),
    }),
    breadcrumb: [...list.breadcrumb, ...linkWider(part)],
    kind,
    list: { name, foreign },
    title,
    total:
      issues && issues.count(part) > 0
        ? messages.list([messages.issues.count(issues.count(part)), total])
        : total,
    search: key === 'undated' ? undefined : list.searchOf?.(boundsOf(key)),
    chart: undefined,
    months: isYear && !issues ? viewMonths(part, messages) : undefined,
    smallMonths:
      isYear && issues ? viewYear(part, messages, createIssueCounter(issues, messages)) : undefined,
    calendar: isShown && key.length === 7 ? viewMonth(part, messages) : undefined,
    articles: listRecordItems(archive, record, listedOn(parts, part, page), {
      unit: findUnitOf(parts, part),
      within: key,
      origin: list.origin,
    }),
    pagination: paginateLinks(
      page,
      partPageCount(parts, part),
      (number) => list.hrefOf(key, number),
      messages,
    ),
    previousNext: {
      label: ways.previousAndNext,
      previous: link(ways.previous, previous),
      next: link(ways.next, next),
    },
  };
}

/** By what the list of a part is grouped. */
function findUnitOf(parts: ListParts, part: Period): TimeUnit | undefined {
  if (listsDirectOnly(parts, part)) return undefined;
  if (isDecade(part.key)) return 'year';
  return part.key.length === 4 ? 'month' : undefined;
}

function isDecade(key: string): boolean {
  return key.endsWith('s');
}

/** The first and the last year, month or day of a part, for a search. */
function boundsOf(key: string): { from: string; to: string } {
  return isDecade(key) ? { from: key.slice(0, 4), to: `${key.slice(0, 3)}9` } : { from: key, to: key };
}

/** The whole of a list that is not that of a record; it leads to its years when it is parted. */
function viewWhole(archive: Archive, list: WholeList): PartView {
  const { messages, foreign } = archive;
  const { articles, parts, href, name, kind, breadcrumb, description, origin } = list;
  return {
    ...createPageView(archive, { title: name, description, path: href }),
    breadcrumb: breadcrumb.slice(0, -1),
    kind,
    list: { name, foreign: kind ? foreign : {} },
    title: '',
    total: messages.articles(articles.length),
    search: list.searchOf?.({}),
    chart: parts && chartTime(articles, messages, (key) => hrefWithin({ href, articles, parts }, key)),
    months: undefined,
    smallMonths: undefined,
    calendar: undefined,
    articles: listRecordItems(archive, undefined, parts ? articles.slice(0, latestShown) : articles, {
      unit: findUnit(articles),
      origin,
    }),
    pagination: undefined,
    previousNext: { label: '', previous: undefined, next: undefined },
  };
}
