import type { Archive } from '../archive/archive.ts';
import type { Article, ForeignLanguage } from '../archive/article.ts';
import { findUnit, type TimeUnit } from '../archive/dates/timeline.ts';
import { directArticlesOn, linkWider, periodPageCount, type Period } from '../archive/dates/calendar.ts';
import { hrefWithin, latestShown, type ListParts } from '../archive/dates/list-parts.ts';
import type { PublicationIssues } from '../archive/issues/issues.ts';
import { titleOfList, type Authority } from '../archive/vocabularies/authority.ts';
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
import type { PreviousNext } from './parts/previous-next.ts';
import { listRecordItems, type RecordList } from './parts/record-items.ts';
import { chartTime, type TimeChart } from './parts/time-chart.ts';

/** What a part of a long list shows: the articles of a year, month or day. */
export interface PartView extends PageView {
  breadcrumb: readonly Link[];
  /** `Person`; '' for a list that is not that of a record. */
  kind: string;
  /** Whose list it is, with the attributes of the name where it is not in the page's language. */
  list: { name: string; foreign: ForeignLanguage };
  /** `March 1987`. */
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

/** A list that is parted by time. */
interface PartedList {
  /** Missing for a list that is not that of a record. */
  record?: Authority;
  parts: ListParts | undefined;
  /** The issues that the parts are those of; missing for all other lists. */
  issues?: PublicationIssues | undefined;
  kind: string;
  name: string;
  breadcrumb: readonly Link[];
  hrefOf(period: string, page: number): string;
  searchOf?(bounds: { from?: string; to?: string }): string;
}

/** The pages of the parts of all lists that are parted. */
export function listPartPages(archive: Archive): SitePage<'part'>[] {
  const ofParts = partedLists(archive).flatMap((list) =>
    (list.parts?.pages ?? []).flatMap((part) =>
      Array.from({ length: pageCount(list, part) }, (_, index) => ({
        kind: 'part' as const,
        path: list.hrefOf(part.key, index + 1),
        isIndexable: true,
        view: () => viewPart(archive, list, part, index + 1),
      })),
    ),
  );
  const { untagged, paths } = archive;
  if (untagged.articles.length === 0) return ofParts;
  const view = () => viewUntagged(archive);
  return [...ofParts, { kind: 'part', path: paths.untagged(), isIndexable: true, view }];
}

function partedLists(archive: Archive): PartedList[] {
  const { paths, messages, records, untagged } = archive;
  const lists: PartedList[] = Object.values(records)
    .flat()
    .map((record) => {
      const { name } = record.vocabulary;
      const { title, singular } = messages.vocabularies[name];
      return {
        record,
        parts: archive.partsOf(record),
        issues: archive.issuesOf(record),
        kind: singular,
        name: titleOfList(record, messages),
        breadcrumb: [
          { title, href: paths.vocabulary(name) },
          { title: record.name, href: record.href },
        ],
        hrefOf: (period, page) => paths.recordPart(record.key, period, page),
        searchOf: (bounds) => paths.search({ [record.vocabulary.singular]: record.id, ...bounds }),
      };
    });
  const title = messages.periods.untagged;
  const breadcrumb = [
    { title: messages.periods.articles, href: paths.articles },
    { title, href: paths.untagged() },
  ];
  const ofUntagged: PartedList = {
    parts: untagged.parts,
    kind: '',
    name: title,
    breadcrumb,
    hrefOf: paths.untagged,
  };
  return [...lists, ofUntagged];
}

/** The articles that the page of a part lists: all, or those whose date is known to it only. */
function listedOn({ parts }: PartedList, part: Period, page: number): readonly Article[] {
  return parts?.isSplit(part) || part.parts.length === 0 ? directArticlesOn(part, page) : part.articles;
}

function pageCount({ parts }: PartedList, part: Period): number {
  return parts?.isSplit(part) || part.parts.length === 0 ? periodPageCount(part) : 1;
}

/**
 * What a page of a part shows.
 *
 * @param page 1-based; later pages continue the articles whose date is known to this period only
 */
function viewPart(archive: Archive, list: PartedList, part: Period, page: number): PartView {
  const { messages, foreign } = archive;
  const { ways } = messages;
  const { record, parts, issues, name, kind } = list;
  const { key, title, articles } = part;
  const isShown = parts?.isSplit(part) === true && page === 1;
  const isYear = isShown && key.length === 4;
  const total = messages.articles(articles.length);
  const heading = messages.periods.partOf(name, title);
  const { previous, next } = parts?.neighboursOf(part) ?? {};
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
    articles: listRecordItems(archive, record, listedOn(list, part, page), {
      unit: findUnitOf(list, part),
      within: key,
    }),
    pagination: paginateLinks(page, pageCount(list, part), (number) => list.hrefOf(key, number), messages),
    previousNext: {
      label: ways.previousAndNext,
      previous: link(ways.previous, previous),
      next: link(ways.next, next),
    },
  };
}

/** By what the list of a part is grouped. */
function findUnitOf({ parts }: PartedList, part: Period): TimeUnit | undefined {
  if (parts?.isSplit(part) || part.parts.length === 0) return undefined;
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

/** The list of articles without tags, which leads to its years when it is parted. */
function viewUntagged(archive: Archive): PartView {
  const { messages, paths } = archive;
  const { articles, parts } = archive.untagged;
  const { untagged: name, untaggedDescription } = messages.periods;
  const href = paths.untagged();
  return {
    ...createPageView(archive, {
      title: name,
      description: untaggedDescription(articles.length),
      path: href,
    }),
    breadcrumb: [{ title: messages.periods.articles, href: paths.articles }],
    kind: '',
    list: { name, foreign: {} },
    title: '',
    total: messages.articles(articles.length),
    search: undefined,
    chart: parts && chartTime(articles, messages, (key) => hrefWithin({ href, articles, parts }, key)),
    months: undefined,
    smallMonths: undefined,
    calendar: undefined,
    articles: listRecordItems(archive, undefined, parts ? articles.slice(0, latestShown) : articles, {
      unit: findUnit(articles),
    }),
    pagination: undefined,
    previousNext: { label: '', previous: undefined, next: undefined },
  };
}
