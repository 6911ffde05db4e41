import { UTCDate } from '@date-fns/utc';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { getISODay } from 'date-fns/getISODay';

import type { Messages } from '../../languages/messages.ts';
import type { Period } from './calendar.ts';
import { formatWithin } from './dates.ts';

/** A part of a period that may have articles. */
export interface PeriodCell {
  /** `July`; `18`. */
  title: string;
  /** Missing when there are no articles. */
  period: Period | undefined;
}

/** The twelve months of a year, including those without articles. */
export function monthsOf(year: Period, messages: Messages): PeriodCell[] {
  const byKey = new Map(year.parts.map((part) => [part.key, part]));
  return Array.from({ length: 12 }, (_, index) => {
    const key = `${year.key}-${String(index + 1).padStart(2, '0')}`;
    return { title: formatWithin(key, messages), period: byKey.get(key) };
  });
}

/**
 * The days of a month in weeks that begin on Monday (ISO 8601).
 *
 * @returns rows of seven; `undefined` for days of the adjacent months
 */
export function weeksOf(month: Period): (PeriodCell | undefined)[][] {
  const [year = 0, number = 1] = month.key.split('-').map(Number);
  const first = new UTCDate(0);
  first.setFullYear(year, number - 1, 1);
  const byDay = new Map(month.parts.map((part) => [Number(part.key.slice(-2)), part]));
  const days = Array.from({ length: getDaysInMonth(first) }, (_, index) => ({
    title: String(index + 1),
    period: byDay.get(index + 1),
  }));
  const before = Array.from({ length: getISODay(first) - 1 }, () => undefined);
  const cells = [...before, ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => undefined)]);
}
