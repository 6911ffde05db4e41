import type { Article } from '../../archive/article.ts';

/** Some of the articles, by span of years: what one file of a data set holds. */
export interface DataPart {
  /** What its files are told apart by: '' when it is all articles, else `1950-1959`, `1957` or `undated`. */
  span: string;
  articles: readonly Article[];
}

/** The most articles that are kept together where they can be parted. */
const most = 10_000;

/**
 * Parts articles by their dates: not at all while they are few, else by decade, and where a decade has many by year. A part
 * depends on nothing but its own articles and on whether there are many, so that one more article changes one part.
 *
 * @param articles in any order, which is kept
 */
export function partBySpan(articles: readonly Article[]): DataPart[] {
  if (articles.length <= most) return [{ span: '', articles }];
  return group(articles, decadeOf).flatMap((decade) =>
    decade.articles.length <= most || decade.span === 'undated' ? [decade] : group(decade.articles, yearOf),
  );
}

function group(articles: readonly Article[], spanOf: (article: Article) => string): DataPart[] {
  const groups = Map.groupBy(articles, spanOf);
  return Array.from(groups, ([span, articles]) => ({ span, articles })).sort((a, b) =>
    a.span < b.span ? -1 : 1,
  );
}

function yearOf({ period }: Article): string {
  return period.slice(0, 4);
}

function decadeOf({ period }: Article): string {
  if (period === 'undated') return period;
  const decade = period.slice(0, 3);
  return `${decade}0-${decade}9`;
}
