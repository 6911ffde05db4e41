import { findMessages, findPageLanguage, type Messages } from '../languages/messages.ts';
import type { MediaFile } from '../records/media/inspect-media.ts';
import { articleAddress, type LedgerEntry } from '../records/ledger/ledger.ts';
import { listWithheldMedia } from '../records/media/withheld-media.ts';
import type { ArticleData, AuthorityData } from '../records/schemas/schemas.ts';
import type { Site } from '../records/schemas/site-schema.ts';
import { sectionsKey } from '../records/sections/section-addresses.ts';
import { authors as authorIndex } from '../records/name-indexes.ts';
import { vocabularies, type VocabularyName } from '../records/vocabularies.ts';
import {
  attributesOf,
  createArticle,
  directionOf,
  sortNewestFirst,
  type Article,
  type StoredEntry,
  type WithdrawnArticle,
} from './article.ts';
import { partByTime } from './dates/list-parts.ts';
import { createCalendar } from './dates/calendar.ts';
import { listFormerParts } from './issues/former-parts.ts';
import type { ArticleEntry, AuthorityEntry, FederatedArchive } from './federation/federated.ts';
import { createIssueFinder } from './issues/issues.ts';
import { listFormerAddresses } from './former-addresses.ts';
import { createMediaFinder } from './media/media.ts';
import { createHosts } from './hosts.ts';
import { memoize } from './memoize.ts';
import { createNeighbourFinder } from './neighbours.ts';
import { createPaths, type Paths } from './paths.ts';
import { createRelatedFinder } from './related-articles.ts';
import { createSourceTextFinder } from './find-source-text.ts';
import { createAuthorship } from './vocabularies/authorship.ts';
import { createAuthorFinder } from './vocabularies/authors.ts';
import { countRecords, findCooccurringRecords } from './vocabularies/cooccurring-records.ts';
import { listFormerAuthors } from './vocabularies/former-authors.ts';
import { listArticle } from './vocabularies/listing.ts';
import { createRecords } from './vocabularies/records.ts';
import { createSectionFinder, listFormerSections } from './vocabularies/sections.ts';
import { tagArticles } from './vocabularies/tagging.ts';
import { listVocabulary } from './vocabularies/vocabulary-lists.ts';
import type { Archive } from './archive.ts';

/** The content of an archive, read and rendered. */
export interface ArchiveInput {
  site: Site;
  about: StoredEntry<{ title: string }> | undefined;
  articles: readonly ArticleEntry<ArticleData>[];
  records: Record<VocabularyName, readonly AuthorityEntry<AuthorityData>[]>;
  /** Everything published so far. */
  ledger: readonly LedgerEntry[];
  /** What is known of the pictures and attachments that articles name, by their paths below `media/`. */
  media: ReadonlyMap<string, MediaFile>;
  /** The archives that it was merged from, if it is a federation. */
  federated?: readonly FederatedArchive[];
}

/** Creates the archive from its content. Indexes are built here or on first use, and only once. */
export function createArchive({
  site,
  about,
  articles: entries,
  records: recordEntries,
  ledger,
  media,
  federated = [],
}: ArchiveInput): Archive {
  const hosts = createHosts(site);
  const paths = createPaths(site.url, site.mediaUrl, hosts);
  const messages = findMessages(site.language);
  const language = findPageLanguage(site.language);
  const articles = createArticles(entries, ledger, paths, site.language, messages);
  const { records: ofVocabularies, byKey, replaced } = createRecords(recordEntries, paths, site.language);
  const { directRecordsOf, subjectsOf, directSubjectsOf, allRecordsOf } = tagArticles(articles, byKey);
  const calendar = createCalendar(articles, (key) => paths.date(key), messages);
  const untagged = articles.filter((article) => directSubjectsOf(article).length === 0);
  const listed = Object.values(ofVocabularies).flat();
  const findAuthor = createAuthorFinder(listed);
  const { authors, bylineOf } = createAuthorship(articles, listed, site, paths);
  const records = { ...ofVocabularies, authors };
  const offered = vocabularies.filter(
    ({ name, sourceKey }) => sourceKey === undefined || records[name].length > 0,
  );
  // An archive without bylines has no index of authors.
  const indexes = [...offered, ...(authors.length > 0 ? [authorIndex] : [])];
  const mediaOf = createMediaFinder(
    media,
    paths,
    site.publishOriginals === true,
    listWithheldMedia(entries.map(({ data }) => data)),
  );
  const publicationOf = (article: Article) =>
    directRecordsOf(article).find(({ vocabulary }) => vocabulary.sourceKey === 'publication');
  const sectionsOf = createSectionFinder(paths, site.language, messages);
  const { issuesOf, issueOf } = createIssueFinder(paths, site.language, messages, mediaOf);
  const withdrawn = entries.flatMap((entry) => createWithdrawn(entry, paths));
  const [last, first] = [calendar.years[0]?.title, calendar.years.at(-1)?.title];
  return {
    site,
    messages,
    language,
    direction: directionOf(language),
    foreign: attributesOf(site.language, language),
    paths,
    hosts,
    moved: hosts.listMoved(entries),
    about: about && { title: about.data.title, html: about.rendered?.html ?? '' },
    federated,
    articles,
    ownArticles: federated.length > 0 ? articles.filter(({ archive }) => !archive) : articles,
    withdrawn,
    calendar,
    span: first && last ? { first, last } : undefined,
    vocabularies: offered,
    records,
    indexes,
    vocabularyPages: [
      ...indexes.map(({ name, fields }) => ({
        name,
        key: name,
        hasCoordinates: 'coordinates' in fields,
        names: records[name],
      })),
      ...records.publications.flatMap((within) => {
        const names = sectionsOf(within);
        return names.length > 0
          ? [{ name: 'sections' as const, key: sectionsKey(within.id), within, names }]
          : [];
      }),
    ].flatMap((index) => listVocabulary(index, paths)),
    replaced,
    formerAddresses: listFormerAddresses(
      [...articles, ...withdrawn.map((each) => ({ ...each, title: messages.gone.aWithdrawnArticle }))],
      listed,
      replaced,
    ),
    mostNamed: (name, limit) =>
      records[name]
        .filter((record) => record.articles.length > 0)
        .sort((a, b) => b.articles.length - a.articles.length)
        .slice(0, limit),
    countRecords: (some) => countRecords(some, allRecordsOf),
    hasSeveralPublications: records.publications.filter((each) => each.directCount > 0).length > 1,
    subjectsOf,
    publicationOf,
    sectionsOf,
    formerLists: [
      ...listFormerSections(ledger, records.publications, replaced, sectionsOf, paths),
      ...records.publications.flatMap((each) => {
        const issues = issuesOf(each);
        return issues ? listFormerParts(each, issues, paths, messages) : [];
      }),
    ],
    issuesOf,
    issueOf: (article) => issueOf(article, publicationOf(article)),
    allRecordsOf,
    authorsOf: ({ byline }) => byline.map(findAuthor),
    bylineOf,
    formerAuthors: listFormerAuthors(ledger, authors, listed, paths),
    partsOf: memoize(
      (record) =>
        issuesOf(record)?.parts ??
        partByTime(record.articles, (key) => paths.recordPart(record.key, key), messages),
    ),
    untagged: {
      articles: untagged,
      parts: partByTime(untagged, (key) => paths.untagged(key), messages),
    },
    listingOf(record, article) {
      const own = directRecordsOf(article).filter(({ vocabulary }) => vocabulary === record.vocabulary);
      return listArticle(record, article, own);
    },
    sourceTextOf: createSourceTextFinder(entries, site.publishOriginals === true),
    mediaOf,
    relatedTo: createRelatedFinder(articles, directSubjectsOf),
    cooccurringRecordsOf: (record) => findCooccurringRecords(record, allRecordsOf, paths),
    neighboursOf: createNeighbourFinder(articles),
  };
}

/** Creates the published articles, newest first. */
function createArticles(
  entries: readonly ArticleEntry<ArticleData>[],
  ledger: readonly LedgerEntry[],
  paths: Paths,
  language: string,
  messages: Messages,
): Article[] {
  const entered = new Map(ledger.map(({ path, date }) => [path, date]));
  const articles = entries
    .filter(({ data }) => !data.withdrawn)
    .map((entry) => createArticle(entry, paths, language, messages, entered.get(articleAddress(entry.id))));
  return sortNewestFirst(articles, language);
}

function createWithdrawn(
  { id, digest, data: { withdrawn, formerIds, formerUrls } }: StoredEntry<ArticleData>,
  paths: Paths,
): WithdrawnArticle[] {
  return withdrawn ? [{ id, digest, href: paths.article(id), withdrawn, formerIds, formerUrls }] : [];
}
