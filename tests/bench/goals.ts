/** What is wanted of one figure that is measured. */
interface Goal {
  /** The figure. */
  name: string;
  /** The largest value that meets it. */
  most: number;
  unit: 'times' | 's' | 'GB';
  /** The numbers of articles that it is for; for any when left out. */
  from?: number;
  below?: number;
}

/** Ratios are to Hugo and Pagefind. In archives of few articles, most of a build is starting up. */
const goals: readonly Goal[] = [
  { name: 'cold build', most: 1.5, unit: 'times', below: 2_000 },
  { name: 'cold build', most: 1, unit: 'times', from: 10_000 },
  { name: 'CPU time of a cold build', most: 1.1, unit: 'times', from: 10_000 },
  { name: 'nothing changed', most: 0.08, unit: 'times', from: 10_000 },
  { name: 'one article added', most: 0.25, unit: 'times', from: 10_000 },
  { name: 'one article edited', most: 0.25, unit: 'times', from: 10_000 },
  { name: 'one article removed', most: 0.25, unit: 'times', from: 10_000 },
  { name: 'a name added to a person', most: 0.25, unit: 'times', from: 10_000 },
  { name: 'the stylesheet changed', most: 0.7, unit: 'times', from: 10_000 },
  { name: 'a template changed', most: 0.7, unit: 'times', from: 10_000 },
  { name: 'memory of a cold build', most: 1.3, unit: 'GB', from: 10_000, below: 50_000 },
  { name: 'memory of a cold build', most: 3.5, unit: 'GB', from: 50_000 },
  { name: 'check, cold', most: 3, unit: 's' },
  { name: 'check, warm', most: 1, unit: 's' },
  { name: 'dev, first page, cold', most: 5, unit: 's' },
  { name: 'dev, first page, warm', most: 5, unit: 's' },
  { name: 'dev, page after an edit', most: 1, unit: 's' },
];

/** A figure, with what is wanted of it. */
export interface GoalRow extends Goal {
  articles: number;
  measured: number;
  met: boolean;
}

/**
 * Compares the medians of what several rounds have measured with the goals.
 *
 * @param rounds the figures of each by their names; those that could not be measured are missing
 */
export function compareGoals(articles: number, rounds: readonly ReadonlyMap<string, number>[]): GoalRow[] {
  return goals.flatMap((goal) => {
    const { name, most, from = 0, below = Infinity } = goal;
    const values = rounds.flatMap((round) => round.get(name) ?? []).sort((a, b) => a - b);
    const measured = values[Math.floor((values.length - 1) / 2)];
    if (measured === undefined || articles < from || articles >= below) return [];
    return [{ articles, ...goal, measured, met: measured <= most }];
  });
}

export function printGoals(rows: readonly GoalRow[]): void {
  for (const { articles, name, measured, most, unit, met } of rows) {
    const cells = [
      articles.toLocaleString('en').padStart(9),
      name.padEnd(26),
      `${measured.toFixed(2)} ${unit}`.padStart(12),
      `≤ ${most} ${unit}`.padStart(12),
      met ? 'met' : 'not met',
    ];
    console.log(cells.join('  '));
  }
}
