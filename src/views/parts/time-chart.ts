import { listMonths } from '../../archive/dates/dates.ts';
import { countByTime, type Timeline } from '../../archive/dates/timeline.ts';
import type { Article } from '../../archive/article.ts';
import { memoize } from '../../archive/memoize.ts';
import type { Messages } from '../../languages/messages.ts';

/** The numbers of articles or issues by year, or by month where they are from one or two years, as a chart and as links. */
export interface TimeChart {
  /** `Articles by year`. */
  caption: string;
  /** `All years`. */
  rowsTitle: string;
  /** The number of bars, those of years without articles included; each is a unit wide. */
  width: number;
  height: number;
  bars: TimeBar[];
  /** Below its two ends: `1999`. */
  first: string;
  last: string;
  /** `most in 2021: 12`. */
  busiest: string;
  /** The same years or months as links, a row for each decade or year. */
  rows: TimeRow[];
}

interface TimeBar {
  /** `2021: 12 articles`. */
  title: string;
  href: string;
  /** The bar, and the place above it, as SVG path data. */
  bar: string;
  room: string;
}

/** A decade with its years, or a year with its months. */
interface TimeRow {
  /** `2021`, for months; '' for years, which say it themselves. */
  title: string;
  cells: {
    /** `1999`; `Jul`. */
    title: string;
    /** What is said after it, and not seen: `, 12 articles`; ` 2021, 12 articles`. */
    after: string;
    /** Missing when there are no articles. */
    href: string | undefined;
  }[];
}

const height = 48;

/** Years up to this number are one row, in full. */
const fewYears = 12;

/** How what is counted is called. */
export interface Counted {
  byYear: string;
  byMonth: string;
  count(total: number): string;
}

/**
 * Charts the number of articles by year, or by month where they are from one or two years.
 *
 * @param articles or what else is counted
 * @param hrefOf the path of the articles of a year (`2021`) or month (`2021-07`)
 * @returns undefined when all are of one year and not known to the month, or of no year
 */
export function chartTime(
  articles: readonly Pick<Article, 'period'>[],
  messages: Messages,
  hrefOf: (key: string) => string,
  counted: Counted = { ...messages.chart, count: messages.articles },
): TimeChart | undefined {
  const timeline = countByTime(articles);
  const [first] = timeline?.cells ?? [];
  if (!timeline || !first) return undefined;
  const { unit, cells } = timeline;
  const t = messages.chart;
  const busiest = cells.reduce((best, cell) => (cell.count > best.count ? cell : best), first);
  const nameOf = unit === 'year' ? (key: string) => key.replace(/^0+/, '') : createMonthNames(messages);
  // Most cells have one of a few numbers.
  const countOf = memoize(counted.count);
  const name = (key: string, count: number) => t.bar(nameOf(key), countOf(count));
  return {
    caption: unit === 'year' ? counted.byYear : counted.byMonth,
    rowsTitle: unit === 'year' ? t.allYears : t.allMonths,
    width: cells.length,
    height,
    bars: cells.flatMap(({ key, count }, index) => {
      if (count === 0) return [];
      const top = Math.max(2, Math.round((count / busiest.count) * height));
      return {
        title: name(key, count),
        href: hrefOf(key),
        bar: `M${index}.1 ${height}v${-top}h.8v${top}z`,
        room: `M${index} 0h1v${height}h-1z`,
      };
    }),
    first: nameOf(first.key),
    last: nameOf(cells.at(-1)?.key ?? first.key),
    busiest: t.most(nameOf(busiest.key), busiest.count),
    rows: listRows(timeline, messages, (key, count) => ({
      after: `${unit === 'month' ? ` ${Number(key.slice(0, 4))}` : ''}, ${countOf(count)}`,
      href: count > 0 ? hrefOf(key) : undefined,
    })),
  };
}

/** Names months as a chart does: `Jul 2021`. */
function createMonthNames(messages: Messages): (key: string) => string {
  const months = listMonths(messages);
  return (key) => `${months[Number(key.slice(5)) - 1]?.short} ${Number(key.slice(0, 4))}`;
}

function listRows(
  { unit, cells }: Timeline,
  messages: Messages,
  linkOf: (key: string, count: number) => Omit<TimeRow['cells'][number], 'title'>,
): TimeRow[] {
  if (unit === 'month') {
    const months = listMonths(messages);
    return [...Map.groupBy(cells, ({ key }) => key.slice(0, 4))].map(([year, group]) => ({
      title: String(Number(year)),
      cells: group.map(({ key, count }, index) => ({
        title: months[index]?.short ?? key,
        ...linkOf(key, count),
      })),
    }));
  }
  const titled = cells.map(({ key, count }) => ({ key, title: String(Number(key)), ...linkOf(key, count) }));
  if (cells.length <= fewYears)
    return [{ title: '', cells: titled.map(({ title, after, href }) => ({ title, after, href })) }];
  return [...Map.groupBy(titled, ({ key }) => key.slice(0, 3))].map(([decade, group]) => ({
    title: '',
    // A decade has ten cells, so that the years of all decades stand in columns.
    cells: Array.from({ length: 10 }, (_, digit) => {
      const { title, after, href } = group.find(({ key }) => key === `${decade}${digit}`) ?? noCell;
      return { title, after, href };
    }),
  }));
}

const noCell = { title: '', after: '', href: undefined };
