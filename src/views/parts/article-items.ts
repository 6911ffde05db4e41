import type { Archive } from '../../archive/archive.ts';
import { attributesOf, languageOf, type Article, type ForeignLanguage } from '../../archive/article.ts';
import { memoize } from '../../archive/memoize.ts';
import type { FederatedArchive } from '../../archive/federation/federated.ts';
import { describePublication } from '../../archive/printed-place.ts';
import type { FormattedDate } from '../../archive/dates/dates.ts';
import { byDigest } from '../../system/digest.ts';

/** An article in a list. */
export interface ArticleItem {
  href: string;
  title: string;
  /** The title is the archive's, not the source's. */
  isSupplied: boolean;
  date: FormattedDate;
  /** The attributes of an element with the article's words: none when they are in the page's language. */
  foreign: ForeignLanguage;
  /** The title of the archive of a federation that it is in. */
  archive?: ArchiveTitle | undefined;
  /** The publication and the section that it is from, where there are several publications: `Evening Post, Business`. */
  publishedIn?: string | undefined;
  /** The section in which it was printed. */
  section?: string | undefined;
  /** What is said of a text that a program recognized on pictures: its words, also those quoted, may be wrong. */
  recognized?: string | undefined;
  /** The first sentence of its text. */
  text: string;
}

/** The title of an archive of a federation, with the attributes of its language. */
interface ArchiveTitle {
  title: string;
  foreign: ForeignLanguage;
}

/** A list of articles under a heading. */
export interface ArticleList {
  /** The items, and whether each shows its date, which it may share with the one before. */
  items: readonly { item: ArticleItem; hasDate: boolean }[];
  /** The rank of their titles. */
  level: 2 | 3 | 4;
  /** What each says of where it was printed. */
  origin: 'publication' | 'section' | 'none';
}

/** How many items are kept, half a kilobyte each. */
const mostKept = 100_000;

const finders = new WeakMap<Archive, (article: Article) => ArticleItem>();

/** An article as all lists show it: one object, which enters the keys of pages by its digest. */
export function listItem(archive: Archive, article: Article): ArticleItem {
  const find = finders.get(archive) ?? memoize((each: Article) => createItem(archive, each), mostKept);
  finders.set(archive, find);
  return find(article);
}

function createItem(archive: Archive, article: Article): ArticleItem {
  return byDigest({
    href: article.href,
    title: article.title,
    isSupplied: article.titleSupplied,
    date: article.formattedDate,
    foreign: languageOf(article, archive.language),
    archive: article.archive && titleArchive(article.archive, archive.language),
    publishedIn: describePublication(archive, article),
    section: article.source?.section,
    recognized: article.ocr && archive.messages.article.recognizedText,
    text: article.text.firstSentence,
  });
}

function titleArchive({ title, language }: FederatedArchive, page: string): ArchiveTitle {
  return { title, foreign: attributesOf(language, page) };
}

/**
 * Articles as a list shows them.
 *
 * @param options the rank of their titles, and whether to show their dates and what of their origin: the heading may state
 *   them already
 */
export function listArticles(
  archive: Archive,
  articles: readonly Article[],
  {
    level = 3,
    hasDates = true,
    origin = 'publication',
  }: Partial<Omit<ArticleList, 'items'>> & {
    hasDates?: boolean;
  } = {},
): ArticleList {
  return {
    items: articles.map((article, index) => ({
      item: listItem(archive, article),
      hasDate: hasDates && isNewDate(articles, index),
    })),
    level,
    origin,
  };
}

/** Whether an article in a list has another date than the one before it: articles of one date stand under it once. */
export function isNewDate(articles: readonly Article[], index: number): boolean {
  return articles[index]?.formattedDate.short !== articles[index - 1]?.formattedDate.short;
}
