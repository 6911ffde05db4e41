import type { TextRun } from './extract-worker.ts';

/** A line of a column. Lengths are as in {@link TextRun}. */
export interface TextLine extends TextRun {
  /** Where something begins after a wide space: in a table, a cell. */
  stops: number[];
}

/** Lines of one column, from the top. */
export type TextBlock = TextLine[];

/** How wide the space between columns is at least, in sizes of letters. */
const leastGutter = 0.8;

/** How many rows each of two columns has at least, and how many words a row has on average: fewer are a list or a table. */
const [leastRows, leastWords] = [4, 2.5];

/**
 * The largest part of the rows that may go over the space between two columns: of the size of the text, since words may stand
 * close; and larger, since those are headlines.
 */
const [mostCrossing, mostHeadlines] = [0.06, 0.25];

/** How much larger than the text a headline is. */
const headlineSize = 1.3;

/**
 * Brings what stands on a page into the order in which it is read: a headline, then the columns below it from the left,
 * then what is below these. Columns are parted by white space that few rows cross, and a part of the page with other columns
 * begins with a headline (after the recursive X-Y cut of Nagy and Seth, 1984).
 */
export function readInOrder(runs: readonly TextRun[]): TextBlock[] {
  if (runs.length === 0) return [];
  const parts = partAtHeadlines(runs);
  if (parts.length > 1) return parts.flatMap(readInOrder);
  const gutter = findGutter(runs);
  return gutter === undefined ? [joinRows(runs)] : readColumns(runs, gutter);
}

/** @param gutter the middle of the space between two columns */
function readColumns(runs: readonly TextRun[], gutter: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  /** What is above, or below, a row that goes over the space. */
  let part: TextRun[] = [];
  let isHeadline = false;
  const closePart = () => {
    if (part.length === 0) return;
    blocks.push(
      ...readInOrder(part.filter(({ right }) => right <= gutter)),
      ...readInOrder(part.filter(({ right }) => right > gutter)),
    );
    part = [];
  };
  for (const row of groupRows(runs)) {
    if (!row.some(({ left, right }) => left < gutter && right > gutter)) {
      part.push(...row);
      isHeadline = false;
      continue;
    }
    closePart();
    const line = joinRow(row);
    // A headline of several lines.
    if (isHeadline) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    isHeadline = true;
  }
  closePart();
  return blocks;
}

/** Parts a page above each headline that has nothing beside it; one that has several lines is not parted. */
function partAtHeadlines(runs: readonly TextRun[]): TextRun[][] {
  const size = medianOf(runs.map((run) => run.size));
  const rows = groupRows(runs);
  const parts: TextRun[][] = [];
  let isBelowHeadline = true;
  rows.forEach((row, index) => {
    const isHeadline = row.every((run) => run.size >= headlineSize * size) && standsAlone(row, rows, index);
    if (parts.length === 0 || (isHeadline && !isBelowHeadline)) parts.push([]);
    parts.at(-1)?.push(...row);
    isBelowHeadline = isHeadline;
  });
  return parts;
}

/** Whether no other row is as high as the letters of one. */
function standsAlone(row: readonly TextRun[], rows: readonly TextRun[][], index: number): boolean {
  const base = Math.max(...row.map((run) => run.base));
  const top = base - Math.max(...row.map(({ size }) => size));
  const above = rows[index - 1]?.[0]?.base ?? -Infinity;
  const below = rows[index + 1]?.[0];
  return above <= top && (below === undefined || below.base - below.size >= base - 0.1 * below.size);
}

/** Finds the middle of the space between two columns; undefined when there are none. */
function findGutter(runs: readonly TextRun[]): number | undefined {
  const rows = groupRows(runs).length;
  if (rows < leastRows) return undefined;
  const size = medianOf(runs.map((run) => run.size));
  const start = Math.floor(Math.min(...runs.map(({ left }) => left)));
  const end = Math.ceil(Math.max(...runs.map(({ right }) => right)));
  const isLarge = (run: TextRun) => run.size >= headlineSize * size;
  const crossing = countCrossing(
    runs.filter((run) => !isLarge(run)),
    start,
    end,
  );
  const headlines = countCrossing(runs.filter(isLarge), start, end);
  const isFree = (at: number) =>
    (crossing[at] ?? 0) <= mostCrossing * rows && (headlines[at] ?? 0) <= mostHeadlines * rows;
  let best: { middle: number; rank: number } | undefined;
  for (let from = 0; from <= end - start; from++) {
    let to = from;
    let sum = 0;
    for (; to <= end - start && isFree(to); to++) sum += crossing[to] ?? 0;
    const width = to - from;
    const middle = start + from + width / 2;
    if (width >= leastGutter * size && areColumns(runs, middle, size)) {
      const rank = sum / width - width / (100 * size);
      if (best === undefined || rank < best.rank) best = { middle, rank };
    }
    from = to;
  }
  return best?.middle;
}

/** How many runs go over each point between two places. */
function countCrossing(runs: readonly TextRun[], start: number, end: number): Uint32Array {
  const counts = new Uint32Array(end - start + 1);
  for (const { left, right } of runs)
    for (let at = Math.ceil(left); at < right; at++) counts[at - start] = (counts[at - start] ?? 0) + 1;
  return counts;
}

function areColumns(runs: readonly TextRun[], middle: number, size: number): boolean {
  return [runs.filter(({ right }) => right <= middle), runs.filter(({ left }) => left >= middle)].every(
    (side) => {
      const rows = groupRows(side);
      const words = side.reduce((sum, { text }) => sum + countWords(text), 0);
      const width = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left));
      return rows.length >= leastRows && words / rows.length >= leastWords && width > 4 * size;
    },
  );
}

/** Signs of Chinese and Japanese count as words: there are no spaces. */
function countWords(text: string): number {
  return (
    text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu)
      ?.length ?? 0
  );
}

/** Groups runs of one baseline, from the top, each from the left. */
function groupRows(runs: readonly TextRun[]): TextRun[][] {
  const rows: { base: number; size: number; runs: TextRun[] }[] = [];
  for (const run of runs.toSorted((one, other) => one.base - other.base)) {
    const row = rows.at(-1);
    if (row && run.base - row.base <= 0.35 * Math.min(run.size, row.size)) row.runs.push(run);
    else rows.push({ base: run.base, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs.sort((one, other) => one.left - other.left));
}

function joinRows(runs: readonly TextRun[]): TextBlock {
  return groupRows(runs).map(joinRow);
}

/** Joins what stands in one row, with a space where there is one. */
export function joinRow(row: readonly TextRun[]): TextLine {
  let text = '';
  let end = row[0]?.left ?? 0;
  const stops: number[] = [];
  for (const run of row) {
    if (run.left - end > run.size) stops.push(run.left);
    const isApart = run.left - end > 0.15 * run.size;
    if (text !== '' && isApart && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += run.text;
    end = run.right;
  }
  return {
    text: text.replaceAll(/\s+/g, ' ').trim(),
    stops,
    left: row[0]?.left ?? 0,
    right: Math.max(...row.map(({ right }) => right)),
    base: medianOf(row.map(({ base }) => base)),
    // That of most of its letters.
    size: medianOf(
      row.flatMap(({ size, text }) => Array.from({ length: Math.min(text.length, 200) }, () => size)),
    ),
  };
}

/** The value in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
