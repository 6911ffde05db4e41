import type { Archive } from '../archive/archive.ts';
import { formatSpan } from '../archive/dates/dates.ts';
import { hrefWithin, latestShown } from '../archive/dates/list-parts.ts';
import { findUnit } from '../archive/dates/timeline.ts';
import type { Authority } from '../archive/vocabularies/authority.ts';
import type { VocabularyName } from '../records/vocabularies.ts';
import type { SitePage } from './page.ts';
import type { Link } from './parts/links.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import { viewRecordFacts, type RecordFacts } from './parts/record-facts.ts';
import { listRecordItems, type RecordList } from './parts/record-items.ts';
import { viewRelatedRecords, type RelatedRecords } from './parts/related-records.ts';
import { chartTime, type TimeChart } from './parts/time-chart.ts';

/** What the page of a record shows. */
export interface RecordView extends PageView {
  vocabulary: VocabularyName;
  breadcrumb: readonly Link[];
  /** Its own path. */
  href: string;
  /** `Person`. */
  kind: string;
  name: string;
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
}

/** The pages of all records in use. */
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
  const { name, description, vocabulary, articles, href } = record;
  const { length: total } = articles;
  const isPlace = vocabulary.broaderField === 'within';
  const parts = archive.partsOf(record);
  const unit = findUnit(articles);
  const feed = paths.recordFeed(record.key);
  const { title: vocabularyTitle, singular } = messages.vocabularies[vocabulary.name];
  const facts = viewRecordFacts(archive, record);
  const search = { [vocabulary.singular]: record.id };
  return {
    ...createPageView(archive, {
      title: name,
      description: t.description(name, description, total),
      path: href,
      feed: { title: `${name} · ${site.title}`, href: feed },
    }),
    vocabulary: vocabulary.name,
    breadcrumb: [{ title: vocabularyTitle, href: paths.vocabulary(vocabulary.name) }],
    href,
    kind: singular,
    name,
    description,
    total: messages.articles(total),
    ways: total > 0 ? { search: paths.search(search), feed } : undefined,
    span: viewSpan(archive, record, paths.search({ ...search, sort: 'oldest' })),
    tagged: record.directCount < total ? t.tagged(record.directCount, name, isPlace) : undefined,
    chart: chartTime(articles, messages, (key) => hrefWithin({ href, articles, parts }, key)),
    latest: parts ? messages.home.newest : undefined,
    list: listRecordItems(archive, record, parts ? articles.slice(0, latestShown) : articles, { unit }),
    facts,
    hasFacts: hasFacts(facts),
    related: viewRelatedRecords(archive, record),
    relatedTitle: vocabulary.sourceKey === undefined ? t.alsoWith : t.inItsArticles,
    about: t.about(name),
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
  const lists = [note.html, variants, roles, sameAs];
  return (
    lists.some(({ length }) => length > 0) ||
    Boolean(broader ?? narrower ?? locator ?? mediaTopic ?? describesPublication(publication))
  );
}
