import type { Archive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { groupByYear, yearLinks } from '../archive/dates/by-year.ts';
import { formatSpan } from '../archive/dates/dates.ts';
import { pageSize, paginate } from '../archive/paginate.ts';
import type { Authority } from '../archive/vocabularies/authority.ts';
import type { VocabularyName } from '../records/vocabularies.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { paginateLinks, type Pagination } from './parts/pagination.ts';
import { viewRecordFacts, type RecordFacts } from './parts/record-facts.ts';
import { listRecordItem, type RecordItem } from './parts/record-items.ts';
import { viewRelatedRecords, type RelatedRecords } from './parts/related-records.ts';
import { chartYears, type YearChart } from './parts/year-chart.ts';

/** What one of the pages of a person, place, organization or topic shows. */
export interface RecordView extends PageView {
  vocabulary: VocabularyName;
  breadcrumb: readonly Link[];
  /** The path of the first page. */
  href: string;
  /** `Person`. */
  kind: string;
  name: string;
  description: string;
  /** `12 articles`. */
  total: string;
  /** The ways to search its articles and to follow them; missing when there are none. */
  ways: { search: string; feed: string } | undefined;
  /** The first and the last date of its articles: `May 1999 to 18 July 2021`. */
  span: string | undefined;
  /** How many of the articles are tagged with the record itself, when not all are. */
  tagged: string | undefined;
  chart: YearChart | undefined;
  /** Where the years begin, on this page or another. */
  years: Link[];
  /** The articles of this page, by year. */
  groups: { title: string; anchor: string; items: RecordItem[] }[];
  pagination: Pagination | undefined;
  facts: RecordFacts;
  /** The records that most often share an article with it, on the first page. */
  related: RelatedRecords[];
  /** `About Wang Yi`. */
  about: string;
}

/** The pages of all records in use, each with a number of articles. */
export function listRecordPages(archive: Archive): SitePage<'record'>[] {
  return Object.values(archive.records).flatMap((records) =>
    records.flatMap((record) =>
      paginate(record.articles).map((articles, index) => ({
        kind: 'record' as const,
        path: archive.paths.record(record.key, index + 1),
        isIndexable: true,
        view: () => viewRecord(archive, record, articles, index + 1),
      })),
    ),
  );
}

/**
 * What one of a record's pages shows.
 *
 * @param articles those of the page
 * @param page 1-based
 */
function viewRecord(
  archive: Archive,
  record: Authority,
  articles: readonly Article[],
  page: number,
): RecordView {
  const { paths, site, messages } = archive;
  const t = messages.record;
  const { name, description, vocabulary } = record;
  const { length: total } = record.articles;
  const isPlace = vocabulary.broaderField === 'within';
  const hrefOf = (number: number) => paths.record(record.key, number);
  const feed = paths.recordFeed(record.key);
  const { title: vocabularyTitle, singular } = messages.vocabularies[vocabulary.name];
  return {
    ...createPageView(archive, {
      title: page > 1 ? messages.ways.titleOfPage(name, page) : name,
      description: t.description(name, description, total),
      path: hrefOf(page),
      feed: { title: `${name} · ${site.title}`, href: feed },
    }),
    vocabulary: vocabulary.name,
    breadcrumb: [{ title: vocabularyTitle, href: paths.vocabulary(vocabulary.name) }],
    href: record.href,
    kind: singular,
    name,
    description,
    total: messages.articles(total),
    ways: total > 0 ? { search: paths.search({ [vocabulary.singular]: record.id }), feed } : undefined,
    span: total > 1 ? formatSpan(record.articles, messages) : undefined,
    tagged: record.directCount < total ? t.tagged(record.directCount, name, isPlace) : undefined,
    chart: page === 1 ? chartYears(record.articles, messages) : undefined,
    years: yearLinks(archive.yearsOf(record), pageSize, page, hrefOf),
    groups: groupByYear(articles, messages).map(({ title, anchor, articles: group }) => ({
      title,
      anchor,
      items: group.map((article) => listRecordItem(archive, record, article)),
    })),
    pagination: paginateLinks(page, Math.ceil(total / pageSize), hrefOf, messages),
    facts: viewRecordFacts(record, messages),
    related: page === 1 ? viewRelatedRecords(archive, record) : [],
    about: t.about(name),
  };
}
