import type { Messages } from '../languages/messages.ts';
import type { Site } from '../records/schemas/site-schema.ts';
import type { IndexName, NameIndex } from '../records/name-indexes.ts';
import type { SubjectName, Vocabulary, VocabularyName } from '../records/vocabularies.ts';
import type { Article, ForeignLanguage, WithdrawnArticle } from './article.ts';
import type { ListParts } from './dates/list-parts.ts';
import type { Calendar } from './dates/calendar.ts';
import type { FederatedArchive } from './federation/federated.ts';
import type { Issue, PublicationIssues } from './issues/issues.ts';
import type { FormerAddress } from './former-addresses.ts';
import type { ArticleMedia } from './media/media.ts';
import type { Hosts, MovedFolder } from './hosts.ts';
import type { Neighbours } from './neighbours.ts';
import type { Paths } from './paths.ts';
import type { RelatedArticle } from './related-articles.ts';
import type { SourceText } from './find-source-text.ts';
import type { Authority } from './vocabularies/authority.ts';
import type { AuthoredPart } from './vocabularies/authorship.ts';
import type { Author } from './vocabularies/authors.ts';
import type { CooccurringRecord, RecordCount } from './vocabularies/cooccurring-records.ts';
import type { FormerAuthor } from './vocabularies/former-authors.ts';
import type { Listing } from './vocabularies/listing.ts';
import type { FormerList, Section } from './vocabularies/sections.ts';
import type { TagGroup } from './vocabularies/tagging.ts';
import type { VocabularyPage } from './vocabularies/vocabulary-lists.ts';

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
