import type { Period } from '../../archive/dates/calendar.ts';
import { listWeekdays } from '../../archive/dates/dates.ts';
import { monthsOf, weeksOf } from '../../archive/dates/month-grid.ts';
import type { Messages } from '../../languages/messages.ts';

/** A month of a year. */
export interface MonthCount {
  title: string;
  /** Its path and its number of articles; both are missing when there are none. */
  href: string | undefined;
  count: string | undefined;
}

/** A month of a year with its days. */
export interface SmallMonth extends MonthCount {
  /** Rows of seven; `null` for the days of the months beside it. None when the month has no articles. */
  weeks: (MonthCount | null)[][];
}

/** The days of a month, in weeks from Monday. */
export interface MonthCalendar {
  title: string;
  caption: string;
  weekdays: { name: string; short: string }[];
  /** Rows of seven; `null` for the days of the months beside it. */
  weeks: (CalendarDay | null)[][];
}

/** A day of a month. */
interface CalendarDay {
  /** `18`. */
  title: string;
  /** Missing when the day has no articles. */
  articles: { href: string; count: string; noun: string } | undefined;
}

/**
 * The twelve months of a year with their numbers of articles.
 *
 * @param countIn counts something else in a month
 */
export function viewMonths(
  year: Period,
  messages: Messages,
  countIn = ({ articles }: Period) => articles.length,
): MonthCount[] {
  return monthsOf(year, messages).map(({ title, period }) => ({
    title,
    href: period?.href,
    count: period && messages.number(countIn(period)),
  }));
}

/**
 * The twelve months of a year as small calendars.
 *
 * @param countIn says how much of something else is in a month
 */
export function viewYear(
  year: Period,
  messages: Messages,
  countIn = ({ articles }: Period) => messages.articles(articles.length),
): SmallMonth[] {
  return monthsOf(year, messages).map(({ title, period }) => ({
    title,
    href: period?.href,
    count: period && countIn(period),
    weeks: period
      ? weeksOf(period).map((week) =>
          week.map((day) =>
            day
              ? {
                  title: day.title,
                  href: day.period?.href,
                  count: day.period && messages.articles(day.period.articles.length),
                }
              : null,
          ),
        )
      : [],
  }));
}

/** The days of a month with their numbers of articles. */
export function viewMonth(month: Period, messages: Messages): MonthCalendar {
  const { title } = month;
  return {
    title,
    caption: messages.periods.calendar(title),
    weekdays: listWeekdays(messages),
    weeks: weeksOf(month).map((week) => week.map((day) => (day ? viewDay(day, messages) : null))),
  };
}

function viewDay(
  { title, period }: { title: string; period: Period | undefined },
  messages: Messages,
): CalendarDay {
  if (!period) return { title, articles: undefined };
  const { length } = period.articles;
  return {
    title,
    articles: { href: period.href, count: messages.number(length), noun: messages.articleNoun(length) },
  };
}
