import { findMessages, findPageLanguage, type Messages } from '../languages/messages.ts';
import type { MediaFile } from '../records/media/inspect-media.ts';
import { articleAddress, type LedgerEntry } from '../records/ledger/ledger.ts';
import { listWithheldMedia } from '../records/media/withheld-media.ts';
import type { ArticleData, AuthorityData } from '../records/schemas/schemas.ts';
import type { Site } from '../records/schemas/site-schema.ts';
import { sectionsKey } from '../records/sections/section-addresses.ts';
import { authors as authorIndex, type IndexName, type NameIndex } from '../records/name-indexes.ts';
import {
  vocabularies,
  type SubjectName,
  type Vocabulary,
  type VocabularyName,
} from '../records/vocabularies.ts';
import {
  attributesOf,
  createArticle,
  directionOf,
  sortNewestFirst,
  type Article,
  type ForeignLanguage,
  type StoredEntry,
  type WithdrawnArticle,
} from './article.ts';
import { partByTime, type ListParts } from './dates/list-parts.ts';
import { createCalendar, type Calendar } from './dates/calendar.ts';
import { listFormerParts } from './issues/former-parts.ts';
import type { ArticleEntry, AuthorityEntry, FederatedArchive } from './federation/federated.ts';
import { createIssueFinder, type Issue, type PublicationIssues } from './issues/issues.ts';
import { listFormerAddresses, type FormerAddress } from './former-addresses.ts';
import { createMediaFinder, type ArticleMedia } from './media/media.ts';
import { createHosts, type Hosts, type MovedFolder } from './hosts.ts';
import { memoize } from './memoize.ts';
import { createNeighbourFinder, type Neighbours } from './neighbours.ts';
import { createPaths, type Paths } from './paths.ts';
import { createRelatedFinder, type RelatedArticle } from './related-articles.ts';
import { createSourceTextFinder, type SourceText } from './find-source-text.ts';
import type { Authority } from './vocabularies/authority.ts';
import { createAuthorship, type AuthoredPart } from './vocabularies/authorship.ts';
import { createAuthorFinder, type Author } from './vocabularies/authors.ts';
import {
  countRecords,
  findCooccurringRecords,
  type CooccurringRecord,
  type RecordCount,
} from './vocabularies/cooccurring-records.ts';
import { listFormerAuthors, type FormerAuthor } from './vocabularies/former-authors.ts';
import { listArticle, type Listing } from './vocabularies/listing.ts';
import { createRecords } from './vocabularies/records.ts';
import {
  createSectionFinder,
  listFormerSections,
  type FormerList,
  type Section,
} from './vocabularies/sections.ts';
import { tagArticles, type TagGroup } from './vocabularies/tagging.ts';
import { listVocabulary, type VocabularyPage } from './vocabularies/vocabulary-lists.ts';

/** The whole archive, with the indexes that its pages need. */
export interface Archive {
  site: Site;
  /** The texts of the interface. */
  messages: Messages;
  /** The language of pages (BCP 47), and the direction of its script. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The attributes of elements that hold the archive's own texts; empty when pages are in the site's language. */
  foreign: ForeignLanguage;
  paths: Paths;
  /** The hosts that publish it, and the folders that are not on that of the home page. */
  hosts: Hosts;
  moved: readonly MovedFolder[];
  /** The archive's page about itself; missing when it has none. */
  about: { title: string; html: string } | undefined;
  /** The archives that a federation brings together, in their order; none of any other archive. */
  federated: readonly FederatedArchive[];
  /** The published articles, newest first, undated ones last. */
  articles: readonly Article[];
  /** Those of them that have their pages on this site: all but in a federation. */
  ownArticles: readonly Article[];
  /** The withdrawn articles. */
  withdrawn: readonly WithdrawnArticle[];
  calendar: Calendar;
  /** The first and the last year of the articles; missing when none is dated. */
  span: { first: string; last: string } | undefined;
  /** The vocabularies that pages offer: those of what texts are about, and others that have records. */
  vocabularies: readonly Vocabulary[];
  /** The indexes that pages offer: those of these vocabularies, and of the authors if bylines name any. */
  indexes: readonly NameIndex[];
  /** The records of each vocabulary that are in use, and the authors whom bylines name, by sort name. */
  records: Readonly<Record<IndexName, readonly Authority[]>>;
  /** The pages of the indexes. */
  vocabularyPages: readonly VocabularyPage[];
  /** The records that were merged into others, each with the record that replaces it. */
  replaced: readonly { record: Authority; by: Authority }[];
  /** The addresses that articles and records had before they were in the archive. */
  formerAddresses: readonly FormerAddress[];
  /** The most frequent records of a vocabulary, by number of articles. */
  mostNamed(name: VocabularyName, limit: number): Authority[];
  /** The records of some articles with their numbers of these, the most frequent first; broader records included. */
  countRecords(articles: readonly Article[]): RecordCount[];
  /** The records of what an article is about, by vocabulary. */
  subjectsOf(article: Article): readonly TagGroup[];
  /** The publication that an article is from; missing when that is not known. */
  publicationOf(article: Article): Authority | undefined;
  /** Whether its articles are from more than one publication, so that lists say from which each is. */
  hasSeveralPublications: boolean;
  /** All records that it is tagged with, and their broader records: those for which a search finds the article. */
  allRecordsOf(article: Article): readonly Authority[];
  /** The authors named in an article's byline, as citations have them. */
  authorsOf(article: Article): Author[];
  /** The byline of an article as printed, in parts, with the authors whom it names. */
  bylineOf(article: Article): readonly AuthoredPart[];
  /** The published addresses of authors whom no byline names any more. */
  formerAuthors: readonly FormerAuthor[];
  /** The sections of a publication, by name; none of other records. */
  sectionsOf(publication: Authority): readonly Section[];
  /** The addresses of sections in which no article is any more, and of lists of publications that had no issues yet. */
  formerLists: readonly FormerList[];
  /** The issues of a publication; undefined where none of its articles was printed. */
  issuesOf(publication: Authority): PublicationIssues | undefined;
  /** The issue that an article was printed in; undefined where it was not, or its day is not known. */
  issueOf(article: Article): Issue | undefined;
  /** The parts of a record's list of articles; undefined where one page holds all of it. */
  partsOf(record: Authority): ListParts | undefined;
  /** The articles that have no tags, newest first, and the parts of their list. */
  untagged: { articles: readonly Article[]; parts: ListParts | undefined };
  /** Why an article is in a record's list. */
  listingOf(record: Authority, article: Article): Listing;
  /** The text that an article was received as; missing where none was kept. */
  sourceTextOf(article: Article): SourceText | undefined;
  /** The pictures, printed pages and attachments of an article. */
  mediaOf(article: Article): ArticleMedia;
  /** The articles that share most tags with one, rare tags first. */
  relatedTo(article: Article): RelatedArticle[];
  /** The records that most often occur in the articles of another, by vocabulary. */
  cooccurringRecordsOf(record: Authority): Record<SubjectName, CooccurringRecord[]>;
  /** The articles before and after a dated one, in chronological order. */
  neighboursOf(article: Article): Neighbours;
}

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
