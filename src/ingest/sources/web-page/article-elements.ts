import { toLine } from '../../text/lines.ts';
import { kindOfPart } from './part-kinds.ts';

/** The fewest words of an article that is told from a teaser. */
const fewestWords = 15;

/**
 * The articles of a page that stand beside each other: elements `<article>` with a text, but no comments, teasers or articles
 * within an article.
 */
function listArticles(document: Document): Element[] {
  return [...document.querySelectorAll('article')].filter((article) => {
    for (let each: Element | null = article; each; each = each.parentElement) {
      if (each !== article && each.localName === 'article') return false;
      if (each !== document.body && each !== document.documentElement && kindOfPart(each) !== undefined)
        return false;
    }
    return toLine(article.textContent).split(' ').length >= fewestWords;
  });
}

/** The headline of an article among others. */
function headingOf(article: Element): string {
  return toLine(article.querySelector('h1, h2, h3, h4')?.textContent ?? '');
}

/** Tells that a page has several articles. */
export function noteAnother(document: Document): string[] {
  const articles = listArticles(document);
  if (articles.length < 2) return [];
  const titles = articles.map(
    (article) => `"${headingOf(article) || toLine(article.textContent).slice(0, 60)}"`,
  );
  const named = titles.length > 10 ? [...titles.slice(0, 10), '…'] : titles;
  return [
    `The page has ${articles.length} articles (${named.join(', ')}); --split article takes each by itself.`,
  ];
}
