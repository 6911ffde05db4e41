import type { DemoArticle, Story } from '../article.ts';
import { columns } from '../columns/columns.ts';
import type { Chooser } from '../grammar/deck.ts';
import { stories } from '../stories/stories.ts';
import type { Paper } from '../town/papers.ts';
import { isIssueOf, nextIssue } from './days.ts';

/** Whether a date is a day, and not a month, a year or a range. */
export const isDay = (date: string | undefined): date is string => /^\d{4}-\d\d-\d\d$/.test(date ?? '');

/** Formats a day as the papers do: `2 September 1898`. */
export function englishDay(date: string): string {
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** The stories and the instalments of the columns, each in an issue of a paper; their texts are still templates. */
export function scheduleArticles(chooser: Chooser): DemoArticle[] {
  const told = stories.map(placeStory);
  const issues = told.flatMap(({ date, paper }) => (isDay(date) ? [{ date, paper }] : []));
  const instalments = columns.flatMap(({ section, months, spans, write }) =>
    spans.map(([from, to], index): DemoArticle => {
      const allowed = months?.(index);
      const fitting = issues.filter(({ date }) => {
        const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
        return from <= year && year <= to && (!allowed || allowed.includes(month));
      });
      // Most are printed in issues that have a story, so that these are fuller.
      const { date, paper } =
        fitting.length > 0 && chooser.happens(0.75)
          ? chooser.pick(fitting)
          : anyIssue([from, to], allowed, chooser);
      const moment = { date, paper, year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
      return { ...write(moment, chooser, index), date, paper, section };
    }),
  );
  return [...told, ...instalments];
}

function placeStory({ section = 'News', ...story }: Story): DemoArticle {
  return { ...story, section, ...(isDay(story.date) && { date: nextIssue(story.date, story.paper) }) };
}

function anyIssue(
  [from, to]: readonly [number, number],
  months: readonly number[] | undefined,
  chooser: Chooser,
): { date: string; paper: Paper['id'] } {
  const two = (value: number) => String(value).padStart(2, '0');
  const month = chooser.pick(months ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const year = chooser.between(from, to);
  const day = `${year}-${two(year === 1893 ? Math.max(6, month) : month)}-${two(chooser.between(1, 21))}`;
  const date = (paper: Paper['id']) => nextIssue(day, paper);
  const old = chooser.pick(['gazette', 'mercury'] as const);
  return isIssueOf(date(old), old)
    ? { date: date(old), paper: old }
    : { date: date('merged'), paper: 'merged' };
}
