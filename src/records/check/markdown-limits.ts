import { positionAt, type TextProblem } from '../read/decode-text.ts';

/** How deeply quotations and lists may be nested; in news texts the depth is 3 or 4. */
export const maxDepth = 32;

/**
 * How many delimiters (of emphasis, code, links) one paragraph may contain. Each pair may be nested in the one before, and
 * browsers do not nest elements deeper than 512 levels.
 */
export const maxMarks = 1000;

/** In a paragraph with more delimiters than this, the parser compares each of them with many others. */
const crowded = 100;

/** The limit of (delimiters whose counterpart is searched for until the paragraph's end) × (the paragraph's length). */
const maxLookahead = 20_000_000;

/** How many of each construct a text may contain: those that are slow to parse, or whose cost grows faster than their number. */
const limits = {
  lines: 100_000,
  'list items': 10_000,
  quotations: 1500,
  'underlined headings': 1500,
  notes: 1000,
  tables: 5000,
  'table cells': 40_000,
  'table rows without a table': 10_000,
  addresses: 30_000,
  'characters of Markdown': 200_000,
  'characters of Markdown in crowded paragraphs': 20_000,
} as const;

type Construct = keyof typeof limits;

/** A count, and the offset of the first occurrence, in UTF-16 code units. */
interface Measure {
  count: number;
  first: number;
}

/**
 * Refuses Markdown that would take minutes to render, or too much memory: the parser takes quadratic time for many
 * constructs. Texts written for readers stay far below each limit: 5 MB of paragraphs with links and emphasis pass, as does
 * a table of 24,000 cells. If a text passes but is slow anyway, the time limit of rendering stops it
 * (markdown/time-limit.ts).
 *
 * @param text the file
 * @param start the offset at which the Markdown begins, in UTF-16 code units
 */
export function checkMarkdownLimits(text: string, start: number): TextProblem[] {
  const { constructs, depth, marks, lookahead } = measureMarkdown(text, start);
  const problems = [...constructs]
    .filter(([construct, { count }]) => count > limits[construct])
    .map(([construct, { count, first }]) => ({
      ...positionAt(text, first),
      found: `${formatNumber(count)} ${construct}`,
      expected: `at most ${formatNumber(limits[construct])} in one text`,
      fix: 'Split the text into several articles, or write it in simpler Markdown.',
    }));
  if (depth.count > maxDepth)
    problems.push({
      ...positionAt(text, depth.first),
      found: `quotations and lists nested ${formatNumber(depth.count)} deep`,
      expected: `at most ${maxDepth}`,
      fix: 'Remove the characters that begin the line (>, -, *, 1.), or put a backslash before the first of them.',
    });
  const isCrowded = marks.count > maxMarks;
  if (isCrowded || lookahead.count > maxLookahead)
    problems.push({
      ...positionAt(text, isCrowded ? marks.first : lookahead.first),
      found: isCrowded
        ? `a paragraph with ${formatNumber(marks.count)} characters of Markdown`
        : 'a very long paragraph with much code or many links',
      expected: `at most ${formatNumber(maxMarks)}, and fewer in a very long one`,
      fix: 'Break it into several with empty lines, or put a backslash before each *, _, ~, `, [, ] and < that belongs to the text itself.',
    });
  return problems;
}

/** The marker of a list item (CommonMark 5.2), a footnote or a quotation. */
const container = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)|\[\^[^\]\s]{1,999}\]:|>/y;
/** Includes empty lines of quotations. */
const emptyLine = /^ {0,3}(?:>[ \t]?)*[ \t]*$/;
const thematicBreak = /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const underline = /^(?:=+|-+)[ \t]*$/;
/** The second row of a table (GFM 4.10). */
const delimiterRow = /^(?=.*[|:])\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
/** Blocks that are one line: headings and link reference definitions (CommonMark 4.2, 4.7). */
const ownBlock = /^(?:#{1,6}(?:[ \t]|$)|\[[^\]\\[]+\]:)/;
/** Runs of delimiter characters, and escaped characters with their backslash. */
const markPattern = /\\[^]?|\*+|_+|~+|`+|\[|\]\(?|<[a-z/!?]?|[!&@]|:\/\/|www\./gi;
/** CommonMark 2.1. */
const lineEnd = /\r\n?|\n|$/g;

/**
 * Counts what {@link checkMarkdownLimits} limits, line by line and without parsing. Its counts are upper bounds of what
 * the parser finds; as paragraphs it takes everything between empty lines, list items and rows of tables.
 */
export function measureMarkdown(text: string, start: number) {
  const constructs = new Map<Construct, Measure>();
  const [depth, marks, lookahead] = [0, 0, 0].map((count): Measure => ({ count, first: start })) as [
    Measure,
    Measure,
    Measure,
  ];
  let block = { start, marks: 0, openings: 0 };
  let isAfterEmpty = true;
  let quotationBefore = '';
  /** The columns at which the texts of the open list items begin. */
  const items: number[] = [];
  /** The number of columns of the open table; 0 if there is none. */
  let columns = 0;

  for (let from = start; from < text.length; from = lineEnd.lastIndex) {
    lineEnd.lastIndex = from;
    readLine(from, lineEnd.exec(text)?.index ?? text.length);
    // At the end of the text the match is empty.
    if (lineEnd.lastIndex === from) break;
  }
  closeBlock(text.length);
  return { constructs, depth, marks, lookahead };

  function readLine(from: number, end: number): void {
    add('lines', 1, from);
    const at = readContainers(from, end);
    const content = text.slice(at, end);
    if (emptyLine.test(text.slice(from, end))) {
      closeBlock(end + 1);
      [isAfterEmpty, columns] = [true, 0];
      return;
    }
    if (!isAfterEmpty && underline.test(content)) add('underlined headings', 1, from);
    if (delimiterRow.test(content)) {
      add('tables', 1, from);
      columns = Math.max(columns, countCells(content));
    }
    // The delimiter row is counted in place of the header row, which is recognized by it.
    if (columns > 0) add('table cells', Math.max(columns, countCells(content)), from);
    else if (content.includes('|')) add('table rows without a table', 1, from);
    if (columns > 0 || ownBlock.test(content)) closeBlock(from);
    readMarks(content, at);
    if (ownBlock.test(content)) closeBlock(end + 1);
    isAfterEmpty = false;
  }

  /** @returns the offset at which the content of a line begins, after all markers of quotations, items and footnotes */
  function readContainers(from: number, end: number): number {
    let { at, column } = skipSpaces(text, from, end, 0);
    let [quotations, others, isNote] = [0, 0, false];
    for (;;) {
      container.lastIndex = at;
      const mark = at < end ? container.exec(text)?.[0] : undefined;
      if (mark === undefined || (others === 0 && thematicBreak.test(text.slice(at, end)))) break;
      if (mark === '>') quotations++;
      else {
        if (mark === '-' && skipSpaces(text, at + 1, end, 0).at === end) add('underlined headings', 1, from);
        isNote ||= mark.startsWith('[');
        add(mark.startsWith('[') ? 'notes' : 'list items', 1, from);
        closeItems(column);
        // The content of a footnote is indented by 4, wherever its text begins.
        items.push(isNote ? Math.min(column + 2, 4) : column + 2);
        others++;
      }
      ({ at, column } = skipSpaces(text, at + mark.length, end, column + mark.length));
    }
    if (others > 0) closeBlock(from);
    else if (isAfterEmpty && at < end) closeItems(column);
    // Lines with the same markers continue the same quotation.
    const quotation = others === 0 ? text.slice(from, at).trimEnd() : '';
    if (quotation === '' || quotation !== quotationBefore) add('quotations', quotations, from);
    quotationBefore = quotation;
    raise(depth, quotations + items.length, depth.count > maxDepth ? depth.first : from);
    // The parser matches each line against all open containers.
    add('characters of Markdown', quotations + items.length, from);
    return at;
  }

  function closeItems(column: number): void {
    while ((items.at(-1) ?? 0) > column) items.pop();
  }

  function readMarks(content: string, at: number): void {
    for (const { 0: mark, index } of content.matchAll(markPattern)) {
      if (/^(?:@|:|w)/.test(mark)) add('addresses', 1, at);
      else add('characters of Markdown', 1, at);
      if (/^[*_~]/.test(mark)) block.marks += isBetweenSpaces(content, index, mark.length) ? 1 : mark.length;
      else if (/^[`[\]]/.test(mark)) block.marks++;
      if (/^(?:`|\]\(|<.)/s.test(mark)) block.openings++;
    }
  }

  function closeBlock(at: number): void {
    raise(marks, block.marks, block.start);
    raise(lookahead, block.openings * (at - block.start), block.start);
    if (block.marks > crowded) add('characters of Markdown in crowded paragraphs', block.marks, block.start);
    block = { start: at, marks: 0, openings: 0 };
  }

  function add(construct: Construct, count: number, at: number): void {
    const known = constructs.get(construct);
    if (known) known.count += count;
    else if (count > 0) constructs.set(construct, { count, first: at });
  }
}

function raise(measure: Measure, count: number, at: number): void {
  if (count > measure.count) Object.assign(measure, { count, first: at });
}

function skipSpaces(text: string, at: number, end: number, column: number): { at: number; column: number } {
  for (; at < end; at++) {
    if (text[at] === '\t') column += 4 - (column % 4);
    else if (text[at] === ' ') column++;
    else break;
  }
  return { at, column };
}

/** A delimiter run between spaces neither opens nor closes emphasis (CommonMark 6.2). */
function isBetweenSpaces(content: string, index: number, length: number): boolean {
  return !/\S/.test(content.charAt(index - 1)) && !/\S/.test(content.charAt(index + length));
}

/** Counts the cells of a row (GFM 4.10). */
function countCells(row: string): number {
  const inner = row.trim().replace(/^\||\|$/g, '');
  return (inner.match(/\\[^]|\|/g) ?? []).filter((mark) => mark === '|').length + 1;
}

function formatNumber(number: number): string {
  return number.toLocaleString('en');
}
