import type { Article } from './article.ts';

/** The articles before and after one. */
export interface Neighbours {
  newer: Article | undefined;
  older: Article | undefined;
}

/**
 * Creates the function that finds the neighbours of an article by date. Undated articles have none.
 *
 * @param articles newest first, undated ones last
 */
export function createNeighbourFinder(articles: readonly Article[]): (article: Article) => Neighbours {
  const positions = new Map(articles.map((article, position) => [article, position]));
  return (article) => {
    const position = positions.get(article);
    if (position === undefined || !article.date) return { newer: undefined, older: undefined };
    const next = articles[position + 1];
    return { newer: articles[position - 1], older: next?.date && next };
  };
}
