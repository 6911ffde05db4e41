import type { Archive } from '../archive/archive.ts';
import { attributesOf, type ForeignLanguage } from '../archive/article.ts';
import { formatSpan } from '../archive/dates/dates.ts';
import { hrefWithin, latestShown } from '../archive/dates/list-parts.ts';
import { findUnit } from '../archive/dates/timeline.ts';
import { titleOfList, type Authority } from '../archive/vocabularies/authority.ts';
import { findAuthorType } from '../archive/vocabularies/authorship.ts';
import type { IndexName } from '../records/name-indexes.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { viewRecordPages, type RecordPages } from './parts/record-pages.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { listArticles, type ArticleList } from './parts/article-items.ts';
import { viewIssueCalendar, type IssueCalendar } from './parts/issue-calendar.ts';
import { viewRecordFacts, type RecordFacts } from './parts/record-facts.ts';
import { listRecordItems, originIn, type RecordList } from './parts/record-items.ts';
import { viewRelatedRecords, type RelatedRecords } from './parts/related-records.ts';
import { chartTime, type TimeChart } from './parts/time-chart.ts';

/** What the page of a person, place, organization, topic, publication or author shows. */
export interface RecordView extends PageView {
  vocabulary: IndexName;
  /** What an author is, in schema.org; `undefined` for a record, and where it is not known. */
  authorType: 'Person' | 'Organization' | undefined;
  breadcrumb: readonly Link[];
  /** Its own path. */
  href: string;
  /** `Person`. */
  kind: string;
  name: string;
  /** The attributes of the archive's own words: those of a federation's record may be in another language than others. */
  foreign: ForeignLanguage;
  description: string;
  /** `12 articles`. */
  total: string;
  /** The ways to search its articles and to follow them; missing when there are none. */
  ways: { search: string; feed: string } | undefined;
  /**
   * The first and the last date of its articles (`May 1999 to 18 July 2021`), the first article, and the way to read them
   * from there; missing where there are no two dates.
   */
  span: { title: string; first: string; oldestFirst: string } | undefined;
  /** How many of the articles are tagged with the record itself, when not all are. */
  tagged: string | undefined;
  chart: TimeChart | undefined;
  /** The issues of a publication, instead of the chart; missing for all that has none. */
  issues?: IssueCalendar | undefined;
  /** `Latest articles`, where the list is parted by time and the page has only the newest. */
  latest: string | undefined;
  list: RecordList;
  facts: RecordFacts;
  hasFacts: boolean;
  /** The records that most often share an article with it, or are in a publication's. */
  related: RelatedRecords[];
  /** What those records have in common: `Appears with`. */
  relatedTitle: string;
  /** `About Wang Yi`. */
  about: string;
  /** Its pages at the archives of a federation, with the numbers of its articles there. */
  inArchives?: RecordPages | undefined;
  /** The articles that a person or an organization wrote: the latest, and the page of all. */
  by: { title: string; list: ArticleList; all: Link } | undefined;
  /** The person or organization that an author is. */
  author: { title: string; record: Link; description: string } | undefined;
}

/** How many articles by a person are on the person's page. */
const shownBy = 5;

/** The pages of all records in use and of all authors. */
export function listRecordPages(archive: Archive): SitePage<'record'>[] {
  return Object.values(archive.records).flatMap((records) =>
    records.map((record) => ({
      kind: 'record' as const,
      path: record.href,
      isIndexable: true,
      view: () => viewRecord(archive, record),
    })),
  );
}

/** What a record's page shows. */
function viewRecord(archive: Archive, record: Authority): RecordView {
  const { paths, site, messages } = archive;
  const t = messages.record;
  const { name, description, vocabulary, articles, href, counterpart } = record;
  const isAuthor = vocabulary.name === 'authors';
  const title = titleOfList(record, messages);
  const { length: total } = articles;
  const isPlace = vocabulary.broaderField === 'within';
  const parts = archive.partsOf(record);
  const issues = viewIssueCalendar(archive, record);
  const unit = findUnit(articles);
  const feed = paths.recordFeed(record.key);
  const { title: vocabularyTitle, singular } = messages.vocabularies[vocabulary.name];
  const facts = viewRecordFacts(archive, record);
  const search = { [vocabulary.singular]: record.id };
  return {
    ...createPageView(archive, {
      title,
      description: isAuthor ? t.describeAuthor(name, total) : t.description(name, description, total),
      path: href,
      feed: { title: `${title} · ${site.title}`, href: feed },
    }),
    vocabulary: vocabulary.name,
    authorType: isAuthor ? findAuthorType(record, [site.title, site.publisher?.name ?? '']) : undefined,
    breadcrumb: [{ title: vocabularyTitle, href: paths.vocabulary(vocabulary.name) }],
    href,
    kind: singular,
    name,
    foreign: record.origin ? attributesOf(record.origin.language, archive.language) : archive.foreign,
    description: isAuthor ? '' : description,
    total: messages.articles(total),
    ways: total > 0 ? { search: paths.search(search), feed } : undefined,
    span: issues ? undefined : viewSpan(archive, record, paths.search({ ...search, sort: 'oldest' })),
    tagged: record.directCount < total ? t.tagged(record.directCount, name, isPlace) : undefined,
    ...(issues
      ? { chart: undefined, issues }
      : { chart: chartTime(articles, messages, (key) => hrefWithin({ href, articles, parts }, key)) }),
    latest: parts ? messages.home.newest : undefined,
    list: listRecordItems(archive, record, parts ? articles.slice(0, latestShown) : articles, {
      unit: issues ? undefined : unit,
      origin: originIn(record),
    }),
    facts,
    hasFacts: hasFacts(facts),
    related: viewRelatedRecords(archive, record),
    relatedTitle: isAuthor || vocabulary.sourceKey ? t.inTheseArticles : t.alsoWith,
    about: t.about(name),
    inArchives: record.origin && viewRecordPages(archive, record, record.origin),
    by: counterpart && !isAuthor ? viewArticlesBy(archive, counterpart) : undefined,
    author:
      counterpart && isAuthor
        ? {
            title: t.aboutAuthor,
            record: { title: counterpart.name, href: counterpart.href },
            description: counterpart.description,
          }
        : undefined,
  };
}

function viewArticlesBy(archive: Archive, author: Authority): RecordView['by'] {
  const { messages } = archive;
  const { href, articles } = author;
  return {
    title: titleOfList(author, messages),
    list: listArticles(archive, articles.slice(0, shownBy)),
    all: { title: messages.record.allBy(articles.length), href },
  };
}

function viewSpan({ messages }: Archive, { articles }: Authority, oldestFirst: string): RecordView['span'] {
  const title = formatSpan(articles, messages);
  const first = articles.findLast(({ date }) => date);
  if (title === undefined || !first || first.sortDate === articles[0]?.sortDate) return undefined;
  return { title, first: first.href, oldestFirst };
}

/** True when anything is known of a publication. */
function describesPublication(facts: RecordFacts['publication']): true | undefined {
  const isKnown = Object.values(facts ?? {}).some((fact) => (Array.isArray(fact) ? fact.length > 0 : fact));
  return isKnown || undefined;
}

function hasFacts({
  note,
  variants,
  roles,
  sameAs,
  broader,
  narrower,
  locator,
  mediaTopic,
  publication,
}: RecordFacts): boolean {
  const lists = [note.html, roles, sameAs];
  return (
    lists.some(({ length }) => length > 0) ||
    Boolean(variants ?? broader ?? narrower ?? locator ?? mediaTopic ?? describesPublication(publication))
  );
}
