import { findPageLanguage, findMessages, type Messages } from '../languages/messages.ts';
import { articleAddress, type LedgerEntry } from '../records/ledger/ledger.ts';
import type { ArticleData, AuthorityData, Site } from '../records/schemas/schemas.ts';
import { vocabularies, type Vocabulary, type VocabularyName } from '../records/vocabularies.ts';
import { findCompanions, type Companion } from './vocabularies/also-with.ts';
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
import { createAuthority, withBroader, type Authority } from './vocabularies/authority.ts';
import { createAuthorFinder, type Author } from './vocabularies/authors.ts';
import { findYears, type YearStart } from './dates/by-year.ts';
import { createCalendar, type Calendar } from './dates/calendar.ts';
import { filingName } from './vocabularies/letters.ts';
import { listArticle, type Listing } from './vocabularies/listing.ts';
import { createPaths, type Paths } from './paths.ts';
import { listVocabulary, type VocabularyPage } from './vocabularies/vocabulary-lists.ts';
import { createRelatedFinder, type RelatedArticle } from './related.ts';

/** The records of one vocabulary that an article is tagged with. */
export interface TagGroup {
  vocabulary: Vocabulary;
  records: Authority[];
}

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
  /**
   * The text that an article was received as; missing where none was kept. One file may hold several articles: it is not
   * shown when one of them was withdrawn.
   */
  sourceTextOf(article: Article): SourceText | undefined;
  /** The articles that share most with one. */
  relatedTo(article: Article): RelatedArticle[];
  /** The records that most often share an article with one. */
  companionsOf(record: Authority): Record<VocabularyName, Companion[]>;
  /** The articles before and after a dated one. */
  neighboursOf(article: Article): { newer: Article | undefined; older: Article | undefined };
}

/** A text as the archive received it. */
export interface SourceText {
  /** Path below `content/sources/`. */
  file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  isShown: boolean;
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

/** Makes the archive of its entries: every order, index and count that pages show, each computed once. */
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
  const entered = new Map(ledger.map(({ path, date }) => [path, date]));
  const articles = entries
    .filter(({ data }) => !data.withdrawn)
    .map((entry) =>
      createArticle(entry, paths, site.language, messages, entered.get(articleAddress(entry.id))),
    )
    .sort(newestFirst);
  const withdrawn = entries.flatMap(({ id, digest, data: { withdrawn, formerIds } }): WithdrawnArticle[] =>
    withdrawn ? [{ id, digest, href: paths.article(id), withdrawn, formerIds }] : [],
  );
  const withheld = new Set(entries.flatMap(({ data }) => (data.withdrawn ? (data.source?.file ?? []) : [])));
  const positions = new Map(articles.map((article, index) => [article, index]));

  const byKey = new Map<string, Authority>();
  const collator = new Intl.Collator(site.language);
  const records = {} as Record<VocabularyName, Authority[]>;
  for (const vocabulary of vocabularies) {
    const made = recordEntries[vocabulary.name].map((entry) => createAuthority(entry, vocabulary, paths));
    for (const record of made) byKey.set(record.key, record);
    records[vocabulary.name] = made
      .filter(({ data }) => data.replacedBy === undefined)
      .sort((a, b) => collator.compare(filingName(a), filingName(b)) || (a.id < b.id ? -1 : 1));
  }
  for (const { name } of vocabularies) linkHierarchy(records[name], byKey);
  const tagGroups = new Map<Article, TagGroup[]>();
  const tagsOf = (article: Article) => tagGroups.get(article) ?? [];
  const none: ReadonlySet<Authority> = new Set();
  const ownRecords = new Map<Article, ReadonlySet<Authority>>();
  const allRecords = new Map<Article, ReadonlySet<Authority>>();
  const ownRecordsOf = (article: Article) => ownRecords.get(article) ?? none;
  const allRecordsOf = (article: Article) => allRecords.get(article) ?? none;
  for (const article of articles) {
    const tags = vocabularies.map((vocabulary): TagGroup => {
      const { name } = vocabulary;
      return { vocabulary, records: article.tags[name].flatMap((id) => byKey.get(`${name}/${id}`) ?? []) };
    });
    const own = new Set(tags.flatMap((group) => group.records));
    const isFlat = [...own].every(({ broader }) => broader.length === 0);
    const all = isFlat ? own : new Set([...own].flatMap(withBroader));
    tagGroups.set(article, tags);
    ownRecords.set(article, own);
    allRecords.set(article, all);
    for (const record of own) record.ownCount++;
    for (const record of all) record.articles.push(article);
  }

  // A record's list may have a thousand pages, all of which lead to its years.
  const years = new Map<string, readonly YearStart[]>();
  const calendar = createCalendar(articles, paths, messages);
  const findAuthor = createAuthorFinder(records.people, records.organizations);
  const findRelated = createRelatedFinder(articles, ownRecordsOf);
  const related = new Map<Article, RelatedArticle[]>();
  const companions = new Map<Authority, ReturnType<typeof findCompanions>>();
  const last = calendar.years[0]?.title;
  const first = calendar.years.at(-1)?.title;
  return {
    site,
    messages,
    language,
    direction: directionOf(language),
    foreign: languageOf({ language: site.language, direction: directionOf(site.language) }, language),
    paths,
    about: about && { title: about.data.title, html: about.rendered?.html ?? '' },
    articles,
    withdrawn,
    sourceTextOf: ({ source: { file, sha256 = '' } = {} }) =>
      file === undefined ? undefined : { file, sha256, isShown: !withheld.has(file) },
    calendar,
    span: first && last ? { first, last } : undefined,
    records,
    vocabularyPages: vocabularies.flatMap((vocabulary) =>
      listVocabulary(vocabulary, records[vocabulary.name], paths),
    ),
    replaced: [...byKey.values()].flatMap((record) => {
      const { replacedBy } = record.data;
      const by = replacedBy === undefined ? undefined : byKey.get(`${record.vocabulary.name}/${replacedBy}`);
      return by ? [{ record, by }] : [];
    }),
    mostNamed: (name, limit) =>
      records[name]
        .filter(({ articles }) => articles.length > 0)
        .sort((a, b) => b.articles.length - a.articles.length)
        .slice(0, limit),
    tagsOf,
    allRecordsOf,
    authorsOf: ({ byline }) => byline.map(findAuthor),
    yearsOf(record) {
      const known = years.get(record.key) ?? findYears(record.articles, messages);
      years.set(record.key, known);
      return known;
    },
    listingOf(record, article) {
      const group = tagsOf(article).find(({ vocabulary }) => vocabulary === record.vocabulary);
      return listArticle(record, article, group?.records ?? []);
    },
    relatedTo(article) {
      const known = related.get(article) ?? findRelated(article);
      related.set(article, known);
      return known;
    },
    companionsOf(record) {
      const known = companions.get(record) ?? findCompanions(record, allRecordsOf, paths);
      companions.set(record, known);
      return known;
    },
    neighboursOf(article) {
      const index = positions.get(article);
      if (index === undefined || !article.date) return { newer: undefined, older: undefined };
      const next = articles[index + 1];
      return { newer: articles[index - 1], older: next?.date && next };
    },
  };
}

/** Joins records with those above them (`within`, `broader`). */
function linkHierarchy(records: readonly Authority[], byKey: ReadonlyMap<string, Authority>): void {
  for (const record of records) {
    const { within, broader = [] } = record.data;
    for (const id of within === undefined ? broader : [within]) {
      const above = byKey.get(`${record.vocabulary.name}/${id}`);
      if (!above) continue;
      record.broader.push(above);
      above.narrower.push(record);
    }
  }
}
