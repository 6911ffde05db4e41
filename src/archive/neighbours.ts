import type { Article } from './article.ts';

/** The articles before and after one, in chronological order. */
export interface Neighbours {
  previous: Article | undefined;
  next: Article | undefined;
}

/**
 * Creates the function that finds the neighbours of an article by date; those of one date are in the order in which lists
 * show them. Undated articles have none.
 *
 * @param articles newest first, undated ones last
 */
export function createNeighbourFinder(articles: readonly Article[]): (article: Article) => Neighbours {
  const dated = articles.filter(({ date }) => date);
  const chronological = [...Map.groupBy(dated, ({ sortDate }) => sortDate).values()].reverse().flat();
  const positions = new Map(chronological.map((article, position) => [article, position]));
  return (article) => {
    const position = positions.get(article);
    if (position === undefined) return { previous: undefined, next: undefined };
    return { previous: chronological[position - 1], next: chronological[position + 1] };
  };
}
