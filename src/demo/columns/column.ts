import type { DemoArticle } from '../article.ts';
import type { Chooser } from '../grammar/deck.ts';
import type { Paper } from '../town/papers.ts';

/** When and where an instalment of a column appears. */
export interface Moment {
  /** The day of the issue: `1926-05-15`. */
  date: string;
  year: number;
  /** 1 to 12. */
  month: number;
  paper: Paper['id'];
}

/** What an instalment says; in the grammar of `grammar/writer.ts`. */
type Instalment = Omit<DemoArticle, 'date' | 'paper' | 'section'>;

/** Something that the papers print again and again. */
export interface Column {
  section: string;
  /** The first and the last year in which each of its instalments may appear. */
  spans: readonly Span[];
  /** The months in which an instalment may appear, 1 to 12; any when left out. */
  months?(index: number): readonly number[];
  /** @param index the number of the instalment, by which `spans` has it */
  write(moment: Moment, chooser: Chooser, index: number): Instalment;
}

/** The first and the last year, both included. */
export type Span = readonly [from: number, to: number];

/** Parts a time into spans of equal length. @param count how many */
export function spreadOver(count: number, [from, to]: Span): Span[] {
  const start = (index: number) => from + Math.floor(((to + 1 - from) * index) / count);
  return Array.from({ length: count }, (_, index): Span => [
    start(index),
    Math.max(start(index), start(index + 1) - 1),
  ]);
}

/** The people with bylines of a time; before them texts had none. */
export function reporterOf(year: number, { happens, pick }: Chooser): { byline?: readonly string[] } {
  if (year < 1955) return {};
  if (year < 1980)
    return happens(0.5)
      ? { byline: [pick(['Jean Abbot', 'Tom Widger', 'Keith Nance', 'L. P. Grigson'])] }
      : {};
  if (year < 2000) return { byline: [pick(['Hazel Corney', 'Tracey Mudge', 'Barry Tapper', 'Tom Widger'])] };
  const staff = ['Priya Venning', 'Ross Ackroyd', 'Olive Jupp', 'Erin Stannard'];
  if (happens(0.15)) return { byline: ['Ternsey Press Agency'] };
  return {
    byline: happens(0.12)
      ? [pick(['Priya Venning', 'Olive Jupp']), pick(['Ross Ackroyd', 'Erin Stannard'])]
      : [pick(staff)],
  };
}
