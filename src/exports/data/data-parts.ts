import type { Article } from '../../archive/article.ts';

/** The articles of a span of time: what one file of a data set holds. */
export interface DataPart {
  /**
   * Part of its files' names: '' for all articles, else `1950-1959`, `1957`, `1957-03`, `1957-XX` for those of which only the
   * year is known (EDTF, level 1), or `undated`.
   */
  span: string;
  articles: readonly Article[];
}

/** The largest part that is not split further, in articles. */
const most = 10_000;

/**
 * Splits articles by their dates: not at all while they are few, else by decade, a large decade by year, and a large year by
 * month. A part depends only on its own articles and on whether there are many, so that a new article changes only one part.
 *
 * @param articles in any order, which is kept
 */
export function splitBySpan(articles: readonly Article[]): DataPart[] {
  if (articles.length <= most) return [{ span: '', articles }];
  return group(articles, decadeOf).flatMap((decade) =>
    splitLarge(decade, yearOf).flatMap((year) => splitLarge(year, monthOf)),
  );
}

function splitLarge(part: DataPart, spanOf: (article: Article) => string): DataPart[] {
  return part.articles.length <= most || part.span === 'undated' ? [part] : group(part.articles, spanOf);
}

function group(articles: readonly Article[], spanOf: (article: Article) => string): DataPart[] {
  const groups = Map.groupBy(articles, spanOf);
  return Array.from(groups, ([span, articles]) => ({ span, articles })).sort((a, b) =>
    a.span < b.span ? -1 : 1,
  );
}

function monthOf({ period }: Article): string {
  return period.length > 4 ? period.slice(0, 7) : `${period}-XX`;
}

function yearOf({ period }: Article): string {
  return period.slice(0, 4);
}

function decadeOf({ period }: Article): string {
  if (period === 'undated') return period;
  const decade = period.slice(0, 3);
  return `${decade}0-${decade}9`;
}
