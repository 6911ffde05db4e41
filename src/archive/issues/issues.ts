import type { Messages } from '../../languages/messages.ts';
import type { Article } from '../article.ts';
import { createCalendar, type Period } from '../dates/calendar.ts';
import { isExactDay } from '../dates/dates.ts';
import type { ListParts } from '../dates/list-parts.ts';
import { memoize } from '../memoize.ts';
import type { ArticleMedia } from '../media/media.ts';
import type { Paths } from '../paths.ts';
import type { Authority } from '../vocabularies/authority.ts';
import { arrangeIssue, type NumberedIssue } from './arrange-issue.ts';
import { createFacsimileLister, type IssueFacsimile } from './issue-facsimiles.ts';
import { createPageOrder } from './page-order.ts';
import { createPrintedOrder, isPrinted } from './printed-order.ts';

/** What this archive holds of the issue of a publication that appeared on one day. */
export interface Issue {
  publication: Authority;
  /** The day, with the days before and after it of which there is an issue. */
  day: Period;
  /** Its articles by number, edition, page and section. */
  numbers: readonly NumberedIssue[];
  /** All of them in that order. */
  articles: readonly Article[];
  /** The position of one of them. */
  positionOf(article: Article): number | undefined;
  /** The pictures of its pages, in the order of these. */
  facsimiles: readonly IssueFacsimile[];
}

/** The issues of a publication. */
export interface PublicationIssues {
  /** Its years and months, and the days of which there is an issue; they are the parts of its list of articles, too. */
  parts: ListParts;
  /** The days of which there is an issue, newest first. */
  days: readonly Period[];
  /** The number of issues in a period: two of a day have different numbers. */
  count(period: Period): number;
  /** The issue of one of the days. */
  open(day: Period): Issue;
}

/** The functions that find the issues of a publication, which other records have none of, and the issue of an article. */
interface IssueFinder {
  issuesOf(publication: Authority): PublicationIssues | undefined;
  issueOf(article: Article, publication: Authority | undefined): Issue | undefined;
}

/**
 * Creates the functions that find issues. The issue of a day is made of all articles of the publication that are of that day.
 * A publication has issues if any of its articles names an issue, an edition, a page or a column: what is published on a
 * website has none.
 *
 * @param language the site's (BCP 47)
 */
export function createIssueFinder(
  paths: Paths,
  language: string,
  messages: Messages,
  mediaOf: (article: Article) => ArticleMedia,
): IssueFinder {
  const listFacsimiles = createFacsimileLister(createPageOrder(language), mediaOf);
  const compare = createPrintedOrder(language);
  const issuesOf = memoize((publication: Authority): PublicationIssues | undefined => {
    if (publication.vocabulary.sourceKey !== 'publication') return undefined;
    if (!publication.articles.some((article) => isPrinted(article) && hasDay(article))) return undefined;
    const parts = partByIssue(publication, paths, messages);
    const open = memoize((day: Period): Issue => {
      const numbers = arrangeIssue(day.articles, compare);
      const pages = numbers.flatMap(({ editions }) => editions.flatMap((edition) => edition.pages));
      const articles = pages.flatMap(({ sections }) => sections.flatMap((section) => section.articles));
      const positions = new Map(articles.map((article, position) => [article, position]));
      return {
        publication,
        day,
        numbers,
        articles,
        positionOf: (article) => positions.get(article),
        facsimiles: listFacsimiles(numbers),
      };
    });
    return { parts, days: parts.calendar.days, count: memoize(countIssues), open };
  });
  return {
    issuesOf,
    issueOf(article, publication) {
      const issues = publication && hasDay(article) ? issuesOf(publication) : undefined;
      const day = issues?.parts.calendar.periodOf(article);
      return day && issues?.open(day);
    },
  };
}

/** Whether the day of an article is known: an issue of about 12 March is not that of 12 March. */
function hasDay({ date }: Article): boolean {
  return date !== undefined && isExactDay(date);
}

/** The calendar of a publication's issues as the parts of its list. */
function partByIssue({ articles, key: record }: Authority, paths: Paths, messages: Messages): ListParts {
  const hrefOf = (key: string) => paths.recordPart(record, key);
  const filedUnder = (article: Article) => (hasDay(article) ? article.period : article.period.slice(0, 7));
  const calendar = createCalendar(articles, hrefOf, messages, (article) =>
    article.period === 'undated' ? article.period : filedUnder(article),
  );
  const { years, months, days, undated } = calendar;
  const periods = new Map([...years, ...months, ...days].map((period) => [period.key, period]));
  return {
    calendar,
    pages: [...years, ...months, ...(undated ? [undated] : [])],
    isSplit: ({ parts }) => parts.length > 0,
    find: (key) => periods.get(key) ?? periods.get(key.slice(0, 7)) ?? periods.get(key.slice(0, 4)),
    neighboursOf: ({ previous, next }) => ({ previous, next }),
  };
}

function countIssues({ parts, articles, key }: Period): number {
  if (key.length !== 10) return parts.reduce((sum, part) => sum + countIssues(part), 0);
  return Math.max(1, new Set(articles.flatMap(({ source }) => source?.issue ?? [])).size);
}
