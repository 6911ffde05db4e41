import { placeAt, type TextProblem } from '../read/decode-text.ts';
import { createBlockReader, type Block } from './markdown-blocks.ts';

/** How many quotations and lists may lie within each other; those of news texts are 3 or 4 deep. */
export const deepest = 32;

/**
 * How many signs of mark-up one paragraph may hold. Each pair of them may lie in the one before, and browsers show no
 * page whose parts are more than 512 deep as it is written.
 */
export const mostSigns = 1000;

/** How long the mark-up of a text may take to render, in microseconds of a slow machine: so much, and for each letter. */
const mostEffort = { atAll: 1_000_000, perLetter: 0.2 };

/** What takes long, by what it is called in messages: the time of one, and what each takes more for the ones before. */
const costs = {
  'list items': { each: 100, more: 0.01 },
  quotations: { each: 45, more: 0.2 },
  'underlined headings': { each: 40, more: 0.23 },
  notes: { each: 320, more: 0.24 },
  tables: { each: 100, more: 0 },
  'rows without a table': { each: 0, more: 0.016 },
  'table cells': { each: 40, more: 0 },
  paragraphs: { each: 28, more: 0 },
  lines: { each: 20, more: 0 },
  'empty lines': { each: 6, more: 0 },
  addresses: { each: 32, more: 0 },
  'signs of mark-up': { each: 9, more: 0 },
} as const;

/** What is counted by kinds. */
export type CountedKind = keyof typeof costs;

/** Of a paragraph's signs, each beyond these may belong to each other one, and takes this more. */
const crowd = { free: 50, perPair: 0.15 };

/**
 * What a paragraph leaves open beyond so many times (code, a link's address, a tag) is looked for up to its end, and
 * takes this more for each letter.
 */
const unclosed = { free: 20, perLetter: 0.06 };

/**
 * Refuses Markdown that would take minutes or hours to render, or more memory than there is: reading it takes time that
 * grows with the square of much that a text can hold. What is written for readers has not a tenth of what is refused,
 * whatever its length: 5 MB of paragraphs with links and emphasis are below, as is a table of 24,000 cells.
 * The text is read once, line by line, and what it holds is rather over- than underestimated.
 *
 * @param text the file
 * @param start where in it the Markdown begins, in UTF-16 code units
 */
export function checkMarkdownEffort(text: string, start: number): TextProblem[] {
  const counts = new Map<CountedKind, { count: number; first: number }>();
  const heaviest = { block: undefined as Block | undefined, effort: 0, sum: 0 };
  let deep: { at: number; depth: number } | undefined;
  let crowded: Block | undefined;

  const reader = createBlockReader({
    count(kind, number, at) {
      const known = counts.get(kind);
      if (known) known.count += number;
      else counts.set(kind, { count: number, first: at });
    },
    reach(depth, at) {
      if (depth > (deep?.depth ?? deepest)) deep = { at: deep?.at ?? at, depth };
    },
    close(block) {
      const effort = estimateBlock(block);
      heaviest.sum += effort;
      if (effort > heaviest.effort) Object.assign(heaviest, { block, effort });
      if (block.signs > mostSigns) crowded ??= block;
    },
  });
  let from = start;
  lineEnd.lastIndex = start;
  for (let end = lineEnd.exec(text); end; end = lineEnd.exec(text)) {
    reader.readLine(text, from, end.index);
    from = lineEnd.lastIndex;
  }
  if (from < text.length) reader.readLine(text, from, text.length);
  reader.end(text.length);

  const problems: TextProblem[] = [];
  if (deep)
    problems.push({
      ...placeAt(text, deep.at),
      found: `quotations and lists that lie ${deep.depth} deep within each other`,
      expected: `at most ${deepest}`,
      fix: 'Remove the signs (>, -, *, 1.) that begin the line, or put a backslash before the first of them.',
    });
  if (crowded)
    problems.push({
      ...placeAt(text, crowded.start),
      found: `a paragraph with ${wordNumber(crowded.signs)} signs of mark-up`,
      expected: `at most ${wordNumber(mostSigns)}`,
      fix: 'Break it into several with empty lines, or put a backslash before each *, _, ~, `, [ and ] that is a sign of the text itself.',
    });
  if (problems.length > 0) return problems;

  const kinds = Array.from(counts, ([kind, { count, first }]) => {
    const { each, more } = costs[kind];
    return {
      words: `${wordNumber(count)} ${kind}`,
      at: first,
      effort: each * count + (more * count ** 2) / 2,
    };
  });
  kinds.push({
    words: 'paragraphs full of signs of mark-up',
    at: heaviest.block?.start ?? start,
    effort: heaviest.sum,
  });
  const effort = kinds.reduce((sum, kind) => sum + kind.effort, 0);
  const most = mostEffort.atAll + mostEffort.perLetter * (text.length - start);
  if (effort <= most) return [];
  const heavy = kinds.reduce((a, b) => (b.effort > a.effort ? b : a));
  return [
    {
      ...placeAt(text, heavy.at),
      found: `Markdown that takes too long to render, most of all for its ${heavy.words}`,
      expected: `about 1/${wordNumber(Math.floor(effort / most) + 1)} of it in one text`,
      fix: 'Split the text into several articles, or put it in simpler Markdown.',
    },
  ];
}

/** CommonMark 2.1. */
const lineEnd = /\r\n?|\n/g;

function estimateBlock({ signs, openings, start, end }: Block): number {
  const pairs = signs * Math.max(signs - crowd.free, 0);
  const letters = (end - start) * Math.max(openings - unclosed.free, 0);
  return crowd.perPair * pairs + unclosed.perLetter * letters;
}

function wordNumber(number: number): string {
  return number.toLocaleString('en');
}
