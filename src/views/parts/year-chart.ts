import type { Article } from '../../archive/article.ts';
import { countByYear } from '../../archive/dates/by-year.ts';
import type { Messages } from '../../languages/messages.ts';

/** A chart of the number of articles by year. */
export interface YearChart {
  /** The years from the first to the last, those without articles included; each is a unit wide. */
  width: number;
  height: number;
  /** The bars as SVG path data: one path for all of them takes less room in a page than a hundred rectangles. */
  bars: string;
  first: number;
  last: number;
  /** `most in 2021: 12`. */
  busiest: string;
  /** The years that have articles, with their numbers. */
  rows: { year: number; count: string }[];
}

const height = 48;

/** Charts the number of articles by year; undefined when they are all of one year. */
export function chartYears(articles: readonly Article[], messages: Messages): YearChart | undefined {
  const years = countByYear(articles);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last || years.length < 2) return undefined;
  const busiest = years.reduce((best, year) => (year.count > best.count ? year : best), first);
  const bars = years.map(({ count }, index) => {
    if (count === 0) return '';
    const top = Math.max(2, Math.round((count / busiest.count) * height));
    return `M${index} ${height}v${-top}h.8v${height}z`;
  });
  return {
    width: years.length,
    height,
    bars: bars.join(''),
    first: first.year,
    last: last.year,
    busiest: messages.chart.most(busiest.year, busiest.count),
    rows: years
      .filter(({ count }) => count > 0)
      .map(({ year, count }) => ({ year, count: messages.number(count) })),
  };
}
