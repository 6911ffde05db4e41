import type { Archive } from '../../archive/archive.ts';
import { languageOf, type Article, type ForeignLanguage } from '../../archive/article.ts';
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
  /** The first sentence of its text. */
  text: string;
}

/** A list of articles under a heading. */
export interface ArticleList {
  items: readonly ArticleItem[];
  /** The rank of their titles. */
  level: 2 | 3 | 4;
  /** Whether each item shows its date, which the heading may state already. */
  hasDates: boolean;
}

const items = new WeakMap<Article, ArticleItem>();

/** An article as all lists show it: one object, which enters the keys of pages by its digest. */
export function listItem(archive: Archive, article: Article): ArticleItem {
  const known = items.get(article);
  if (known) return known;
  const item = byDigest({
    href: article.href,
    title: article.title,
    isSupplied: article.titleSupplied,
    date: article.formattedDate,
    foreign: languageOf(article, archive.language),
    text: article.firstSentence,
  });
  items.set(article, item);
  return item;
}

/** Articles as a list shows them. */
export function listArticles(
  archive: Archive,
  articles: readonly Article[],
  { level = 3, hasDates = true }: Partial<Pick<ArticleList, 'level' | 'hasDates'>> = {},
): ArticleList {
  return { items: articles.map((article) => listItem(archive, article)), level, hasDates };
}
