import type { Article } from '../article.ts';
import type { ArticleFacsimile, ArticleMedia } from '../media/media.ts';
import { splitPages } from '../printed-place.ts';
import type { NumberedIssue } from './arrange-issue.ts';
import type { ComparePages } from './page-order.ts';

/** The picture of a page of an issue, and the articles that stand on it. */
export interface IssueFacsimile {
  facsimile: ArticleFacsimile;
  articles: { article: Article; regions: ArticleFacsimile['regions'] }[];
}

/** A picture with the page that it is of; `first` is the first page of its article, where that is not known. */
interface Found extends IssueFacsimile {
  page: string | undefined;
  first: string | undefined;
}

/**
 * Creates the function that lists the pictures of the pages of an issue, each once, in the order of pages, edition by edition.
 * Which page a picture is of is known from an article that names as many pages as it has pictures; where it is not, the
 * picture stands with the first page of its article.
 */
export function createFacsimileLister(
  comparePages: ComparePages,
  mediaOf: (article: Article) => ArticleMedia,
): (numbers: readonly NumberedIssue[]) => IssueFacsimile[] {
  return (numbers) => {
    const found = new Map<string, Found>();
    for (const { pages } of numbers.flatMap(({ editions }) => editions)) {
      const inEdition: Found[] = [];
      for (const article of pages.flatMap(({ sections }) => sections.flatMap((section) => section.articles)))
        inEdition.push(...addFacsimiles(found, article, mediaOf(article).facsimiles));
      sortByPage(inEdition, comparePages).forEach((each) => {
        found.delete(each.facsimile.file);
        found.set(each.facsimile.file, each);
      });
    }
    return Array.from(found.values(), ({ facsimile, articles }) => ({ facsimile, articles }));
  };
}

/** @returns those that were not found before */
function addFacsimiles(
  found: Map<string, Found>,
  article: Article,
  facsimiles: readonly ArticleFacsimile[],
): Found[] {
  const pages = listPages(article.source?.page);
  return facsimiles.flatMap((facsimile, index) => {
    const page = pages.length === facsimiles.length ? pages[index] : undefined;
    const known = found.get(facsimile.file);
    const { regions } = facsimile;
    if (known) {
      known.page ??= page;
      known.articles.push({ article, regions });
      return [];
    }
    const added = { facsimile, articles: [{ article, regions }], page, first: pages[0] };
    found.set(facsimile.file, added);
    return [added];
  });
}

function sortByPage(found: readonly Found[], comparePages: ComparePages): Found[] {
  return found.toSorted((a, b) => {
    const [one, other] = [a.page ?? a.first, b.page ?? b.first];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return comparePages(one, other);
  });
}

/** The pages that are printed for an article: `12–13`, `1, 5`. */
function listPages(page: string | undefined): string[] {
  if (page === undefined) return [];
  const { first, last } = splitPages(page);
  return last === undefined ? first.split(/[,;&]/).map((each) => each.trim()) : [first, last];
}
