import type { Article } from '../../archive/article.ts';
import type { Calendar, Period } from '../../archive/dates/calendar.ts';
import { anchorOf } from '../../archive/dates/timeline.ts';
import type { Messages } from '../../languages/messages.ts';
import type { Link } from './links.ts';
import { viewMonths, type MonthCount } from './month-calendar.ts';
import { chartTime, type Counted, type TimeChart } from './time-chart.ts';

/** Years up to this number are shown with their months. */
const fewYears = 3;

/** The years of a calendar: a chart of many, each with its months where they are few. */
export interface Years {
  chart: TimeChart | undefined;
  few: (Link & { anchor: string; total: string; months: MonthCount[] })[];
}

/** What is counted in a calendar. */
interface Counting {
  /** What the chart counts. */
  dated: readonly Pick<Article, 'period'>[];
  /** The number of them in a period. */
  countIn(period: Period): number;
  /** What a year has, in words. */
  describe(year: Period): string;
  counted: Counted;
}

/**
 * The years of a calendar.
 *
 * @param hrefOf the path of a year
 */
export function viewYears(
  { years }: Calendar,
  messages: Messages,
  hrefOf: (key: string) => string,
  { dated, countIn, describe, counted }: Counting,
): Years {
  if (years.length > fewYears) return { chart: chartTime(dated, messages, hrefOf, counted), few: [] };
  return {
    chart: undefined,
    few: years.map((year) => ({
      title: year.title,
      anchor: anchorOf(year.key),
      href: year.href,
      total: describe(year),
      months: viewMonths(year, messages, countIn),
    })),
  };
}
