import type { Article } from '../article.ts';
import type { ComparePrinted } from './printed-order.ts';

/** What was printed of a publication on one day under one number; the number is undefined where it is not known. */
export interface NumberedIssue {
  number: string | undefined;
  editions: Edition[];
}

/** An edition of an issue; undefined is that of articles that name none. */
interface Edition {
  edition: string | undefined;
  pages: IssuePage[];
}

/** A page as printed (`A12`, `12–13`); undefined is that of articles whose page is not known. */
interface IssuePage {
  page: string | undefined;
  sections: { section: string | undefined; articles: Article[] }[];
}

/**
 * Arranges the articles of a publication's day as they were printed. Where only one number is named, it is that of all of
 * them; where two are, each article stands under its own.
 *
 * @param articles in the order of lists, in which titles follow the alphabet
 */
export function arrangeIssue(articles: readonly Article[], compare: ComparePrinted): NumberedIssue[] {
  const numbers = new Set(articles.flatMap(({ source }) => source?.issue ?? []));
  const [only] = numbers.size === 1 ? numbers : [];
  const byNumber = group(articles, ({ source }) => source?.issue ?? only);
  return byNumber.map(([number, own]) => {
    // Those that name the number come before those that do not in the order of lists.
    const printed = own.map((article) => ({ article, source: { ...article.source, issue: undefined } }));
    const sorted = printed.sort(compare).map(({ article }) => article);
    return { number, editions: arrangeEditions(sorted) };
  });
}

function arrangeEditions(articles: readonly Article[]): Edition[] {
  return group(articles, ({ source }) => source?.edition).map(([edition, own]) => ({
    edition,
    pages: group(own, ({ source }) => source?.page).map(([page, onPage]) => ({
      page,
      sections: group(onPage, ({ source }) => source?.section).map(([section, list]) => ({
        section,
        articles: list,
      })),
    })),
  }));
}

function group<Key>(articles: readonly Article[], keyOf: (article: Article) => Key): [Key, Article[]][] {
  return [...Map.groupBy(articles, keyOf)];
}
