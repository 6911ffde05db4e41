import { findMessages, findPageLanguage, type Messages } from '../languages/messages.ts';
import { articleAddress, type LedgerEntry } from '../records/ledger/ledger.ts';
import type { ArticleData, AuthorityData, Site } from '../records/schemas/schemas.ts';
import { vocabularies, type VocabularyName } from '../records/vocabularies.ts';
import {
  createArticle,
  directionOf,
  languageOf,
  newestFirst,
  type Article,
  type ForeignLanguage,
  type StoredEntry,
  type WithdrawnArticle,
} from './article.ts';
import { findYears, type YearStart } from './dates/by-year.ts';
import { createCalendar, type Calendar } from './dates/calendar.ts';
import { memoize } from './memoize.ts';
import { createNeighbourFinder, type Neighbours } from './neighbours.ts';
import { createPaths, type Paths } from './paths.ts';
import { createRelatedFinder, type RelatedArticle } from './related-articles.ts';
import { createSourceTextFinder, type SourceText } from './source-texts.ts';
import type { Authority } from './vocabularies/authority.ts';
import { createAuthorFinder, type Author } from './vocabularies/authors.ts';
import { findCooccurringRecords, type CooccurringRecord } from './vocabularies/cooccurring-records.ts';
import { listArticle, type Listing } from './vocabularies/listing.ts';
import { createRecords } from './vocabularies/records.ts';
import { tagArticles, type TagGroup } from './vocabularies/tagging.ts';
import { listVocabulary, type VocabularyPage } from './vocabularies/vocabulary-lists.ts';

/** The whole archive, indexed for its pages. */
export interface Archive {
  site: Site;
  /** The words that pages have besides what the archive says. */
  messages: Messages;
  /** The language of pages (BCP 47), and the direction in which it is written. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The attributes of an element with the archive's own words in the site's language: none when pages are in it. */
  foreign: ForeignLanguage;
  paths: Paths;
  /** The colophon; missing when the archive has written none. */
  about: { title: string; html: string } | undefined;
  /** All articles that are shown, newest first, those without a date last. */
  articles: readonly Article[];
  /** The articles that are no longer shown. */
  withdrawn: readonly WithdrawnArticle[];
  calendar: Calendar;
  /** The first and the last year of the articles; missing when none is dated. */
  span: { first: string; last: string } | undefined;
  /** The records of each vocabulary that are in use, by sort name. */
  records: Readonly<Record<VocabularyName, readonly Authority[]>>;
  /** The pages of the vocabularies' indexes. */
  vocabularyPages: readonly VocabularyPage[];
  /** The records that were merged into others, with those. */
  replaced: readonly { record: Authority; by: Authority }[];
  /** The records of a vocabulary that most articles are tagged with, the most frequent first. */
  mostNamed(name: VocabularyName, limit: number): Authority[];
  /** The records that an article is tagged with, in the four groups. */
  tagsOf(article: Article): readonly TagGroup[];
  /** Those records, and what they lie in or are a part of: all that a search finds the article by. */
  allRecordsOf(article: Article): ReadonlySet<Authority>;
  /** The names of an article's byline, with what the records say of them. */
  authorsOf(article: Article): Author[];
  /** Where the years begin in a record's list of articles. */
  yearsOf(record: Authority): readonly YearStart[];
  /** Why an article is in a record's list. */
  listingOf(record: Authority, article: Article): Listing;
  /** The text that an article was received as; missing where none was kept. */
  sourceTextOf(article: Article): SourceText | undefined;
  /** The articles that share most with one. */
  relatedTo(article: Article): RelatedArticle[];
  /** The records that most often share an article with one. */
  cooccurringRecordsOf(record: Authority): Record<VocabularyName, CooccurringRecord[]>;
  /** The articles before and after a dated one. */
  neighboursOf(article: Article): Neighbours;
}

/** What the archive is made of. */
export interface ArchiveInput {
  site: Site;
  about: StoredEntry<{ title: string }> | undefined;
  articles: readonly StoredEntry<ArticleData>[];
  records: Record<VocabularyName, readonly StoredEntry<AuthorityData>[]>;
  /** What was published before. */
  ledger: readonly LedgerEntry[];
}

/** Creates the archive from its entries. What pages ask for is computed once, at the latest when it is first asked for. */
export function createArchive({
  site,
  about,
  articles: entries,
  records: recordEntries,
  ledger,
}: ArchiveInput): Archive {
  const paths = createPaths(site.url);
  const messages = findMessages(site.language);
  const language = findPageLanguage(site.language);
  const articles = createArticles(entries, ledger, paths, site.language, messages);
  const { records, byKey, replaced } = createRecords(recordEntries, paths, site.language);
  const { tagsOf, directRecordsOf, allRecordsOf } = tagArticles(articles, byKey);
  const calendar = createCalendar(articles, paths, messages);
  const findAuthor = createAuthorFinder(records.people, records.organizations);
  const [last, first] = [calendar.years[0]?.title, calendar.years.at(-1)?.title];
  return {
    site,
    messages,
    language,
    direction: directionOf(language),
    foreign: languageOf({ language: site.language, direction: directionOf(site.language) }, language),
    paths,
    about: about && { title: about.data.title, html: about.rendered?.html ?? '' },
    articles,
    withdrawn: entries.flatMap((entry) => createWithdrawn(entry, paths)),
    calendar,
    span: first && last ? { first, last } : undefined,
    records,
    vocabularyPages: vocabularies.flatMap((vocabulary) =>
      listVocabulary(vocabulary, records[vocabulary.name], paths),
    ),
    replaced,
    mostNamed: (name, limit) =>
      records[name]
        .filter((record) => record.articles.length > 0)
        .sort((a, b) => b.articles.length - a.articles.length)
        .slice(0, limit),
    tagsOf,
    allRecordsOf,
    authorsOf: ({ byline }) => byline.map(findAuthor),
    // A record's list may have a thousand pages, all of which link to its years.
    yearsOf: memoize((record) => findYears(record.articles, messages)),
    listingOf(record, article) {
      const group = tagsOf(article).find(({ vocabulary }) => vocabulary === record.vocabulary);
      return listArticle(record, article, group?.records ?? []);
    },
    sourceTextOf: createSourceTextFinder(entries),
    relatedTo: memoize(createRelatedFinder(articles, directRecordsOf)),
    cooccurringRecordsOf: memoize((record) => findCooccurringRecords(record, allRecordsOf, paths)),
    neighboursOf: createNeighbourFinder(articles),
  };
}

/** The articles that are shown, newest first. */
function createArticles(
  entries: readonly StoredEntry<ArticleData>[],
  ledger: readonly LedgerEntry[],
  paths: Paths,
  language: string,
  messages: Messages,
): Article[] {
  const entered = new Map(ledger.map(({ path, date }) => [path, date]));
  return entries
    .filter(({ data }) => !data.withdrawn)
    .map((entry) => createArticle(entry, paths, language, messages, entered.get(articleAddress(entry.id))))
    .sort(newestFirst);
}

function createWithdrawn(
  { id, digest, data: { withdrawn, formerIds } }: StoredEntry<ArticleData>,
  paths: Paths,
): WithdrawnArticle[] {
  return withdrawn ? [{ id, digest, href: paths.article(id), withdrawn, formerIds }] : [];
}
