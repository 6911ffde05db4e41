import { appendFileSync } from 'node:fs';

/** How many inputs went into a field, and how many of them got through. */
export interface FieldCount {
  field: string;
  inputs: number;
  through: number;
}

/** Counts inputs by field. */
export interface Tally {
  /** What got through, in words; the first of it. */
  readonly wrong: readonly string[];
  /**
   * Counts an input.
   *
   * @param wrong what it did, or what became of it, that it should not; when there is nothing, it did not get through
   */
  add(field: string, wrong?: readonly string[]): void;
  /** How it stands, in words. */
  sum(): string;
  /** Prints the counts, and hands them to the run that this is a part of (see `run.ts`). */
  report(part: string): void;
}

/** Where a part of a run puts its counts: a file to which lines of JSON are added. */
const reportFile = process.env.HOSTILE_REPORT;

/** More of the same says no more. */
const mostTold = 100;

/** Starts to count. */
export function createTally(): Tally {
  const counts = new Map<string, FieldCount>();
  const wrong: string[] = [];
  return {
    wrong,
    add(field, found = []) {
      const count = counts.get(field) ?? { field, inputs: 0, through: 0 };
      counts.set(field, count);
      count.inputs++;
      if (found.length === 0) return;
      count.through++;
      wrong.push(...found.slice(0, Math.max(0, mostTold - wrong.length)).map((what) => `${field}: ${what}`));
    },
    sum() {
      const all = [...counts.values()];
      return `inputs ${sumOf(all, 'inputs')}, got through ${sumOf(all, 'through')}`;
    },
    report(part) {
      const lines = [...counts.values()];
      console.log(`\n${part}\n${formatCounts(lines)}`);
      if (reportFile === undefined) return;
      for (const line of lines) appendFileSync(reportFile, `${JSON.stringify({ part, ...line })}\n`);
    },
  };
}

/** Counts as a table, with their sum. */
export function formatCounts(counts: readonly FieldCount[]): string {
  const rows = [
    ['field', 'inputs', 'got through'],
    ...counts.map(({ field, inputs, through }) => [field, String(inputs), String(through)]),
    ['all', String(sumOf(counts, 'inputs')), String(sumOf(counts, 'through'))],
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows
    .map(
      ([name = '', inputs = '', through = '']) =>
        `${name.padEnd(width)}${inputs.padStart(10)}${through.padStart(13)}`,
    )
    .join('\n');
}

function sumOf(counts: readonly FieldCount[], key: 'inputs' | 'through'): number {
  return counts.reduce((total, count) => total + count[key], 0);
}
