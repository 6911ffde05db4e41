import type { CountedKind } from './markdown-effort.ts';

/** A stretch of Markdown that is read as a whole: a paragraph, a heading, a cell's row. */
export interface Block {
  /** Offsets into the file, in UTF-16 code units. */
  start: number;
  end: number;
  /** Signs that can begin or end emphasis, code, a link or a note. */
  signs: number;
  /** Signs after which what they open is looked for up to the block's end. */
  openings: number;
}

/** A line of a table. */
interface Row {
  cells: number;
  column: number;
}

/** Who is told of what is read. */
export interface BlockListener {
  count(kind: CountedKind, number: number, at: number): void;
  /** @param depth how many quotations and lists the line at that place lies in */
  reach(depth: number, at: number): void;
  close(block: Block): void;
}

/** Reads lines of one text, in their order. */
export interface BlockReader {
  readLine(text: string, from: number, end: number): void;
  end(at: number): void;
}

/** What begins a list item (CommonMark 5.2) or a note; an item whose number is another than 1 interrupts no paragraph. */
const marker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)|\[\^[^\]\s]{1,999}\]:/y;
const interrupting = /^(?:[-+*[]|1[.)])/;
const thematicBreak = /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const underline = /^(?:=+|-+)[ \t]*$/;
const heading = /^#{1,6}(?:[ \t]|$)/;
/** A link reference definition (CommonMark 4.7) of the plainest kind, which is a block by itself. */
const definition = /^\[(?=[^\]]*[^\]\s])[^\\[\]]{1,200}\]:[ \t]*[^\s<>()\\]+(?:[ \t]+"[^"\\]*")?[ \t]*$/;
/** The second row of a table (GFM 4.10). */
const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** All that takes time of its own: runs of signs as wholes, what is escaped with its backslash. */
const signPattern = /\\[^]?|\*+|_+|~+|`+|\[|\]\(?|<[a-z/!?]?|[!&@]|:\/\/|www\./gi;

/** What may end a block of code or raw HTML, after which lines mean something else than they seem to. */
const ending = /^(?:`{3}|~{3})|>/;
const emptyQuotation = /^(?:> ?)+$/;

/**
 * Finds blocks in Markdown as far as estimating their cost takes. A line begins a block only where it does so whatever
 * the lines before it are: after an empty line, as a heading, a note or a list item that is not indented, and, where
 * nothing speaks against it, as a table's row, a definition or an item of a numbered list. Any other line goes on with
 * the block before it. What else is counted is counted wherever it may be.
 */
export function createBlockReader(listener: BlockListener): BlockReader {
  let block: Block | undefined;
  let wasEmpty = true;
  /** Whether the last line that is not empty was. After code that is indented, micromark begins no list but with 1. */
  let wasIndented = false;
  /** The column at which the text of the item begins that the line before is in. */
  let itemColumn = 0;
  /** The line before, where it may be the head of a table, and the table that is open. */
  let head: Row | undefined;
  let table: Row | undefined;
  /** What may be open, whether or not it is: columns of items, quotations, a table's cells. */
  const items: number[] = [];
  let quotesBefore = { column: 0, depth: 0 };
  let cells = 0;

  return { readLine, end: close };

  function close(at: number): void {
    if (block) listener.close({ ...block, end: at });
    block = undefined;
  }

  function readLine(text: string, from: number, end: number): void {
    const { at, column } = skipSpaces(text, from, end, 0);
    const content = text.slice(at, end);
    countContent(text, from, end, countContainers(text, from, end));
    if (at === end || (column < 4 && emptyQuotation.test(content))) {
      close(from);
      [wasEmpty, itemColumn, head, table] = [true, 0, undefined, undefined];
      return;
    }
    const sign = readMarker(text, at, end);
    const isEnding = ending.test(content);
    const isBreak = thematicBreak.test(content);
    const isIndented = column > 3;
    const isHeading = !isIndented && heading.test(content);
    const isPlain = !sign && !isEnding && !isBreak && !isIndented && !isHeading;
    if (!isPlain || table?.column !== column) table = undefined;
    if (isPlain && !table && isTable(content, column)) table = head;

    const isItem = sign !== undefined && !isBreak && !isIndented && beginsItem(sign, content, column);
    if (isItem) itemColumn = textColumn(sign, text, at, end, column);
    else if (isEnding || column < itemColumn) itemColumn = 0;
    const isDefinition = isPlain && !table && !block && definition.test(content);
    if (isItem || isHeading || table) close(from);
    if (!block && !isItem && !table) listener.count('paragraphs', 1, from);
    block ??= { start: at, end, signs: 0, openings: 0 };
    if (isBreak) listener.count('signs of mark-up', content.length >> 1, from);
    countSigns(block, content, from);
    if (isDefinition || isHeading || table) close(end);
    head =
      isPlain && (wasEmpty || head) && /[^|\s]/.test(content)
        ? { cells: countCells(content), column }
        : undefined;
    [wasEmpty, wasIndented] = [false, isIndented];
  }

  function isTable(content: string, column: number): boolean {
    return head?.column === column && isDelimiterRow(content) && head.cells === countCells(content);
  }

  function beginsItem(sign: string, content: string, column: number): boolean {
    if (sign.startsWith('[')) return true;
    if (content.slice(sign.length).trim() === '') return false;
    return interrupting.test(sign) || (wasEmpty && !wasIndented) || column < itemColumn;
  }

  /** Counts what a line may hold beside what it may lie in. */
  function countContent(text: string, from: number, end: number, at: number): void {
    const content = text.slice(at, end);
    if (at === end) {
      listener.count('empty lines', 1, from);
      if (at === from) cells = 0;
      return;
    }
    listener.count('lines', 1, from);
    if (!wasEmpty && underline.test(content)) listener.count('underlined headings', 1, from);
    if (isDelimiterRow(content)) {
      listener.count('tables', 1, from);
      cells = Math.max(cells, countCells(content));
    }
    // The row of delimiters stands for the head.
    if (cells > 0) listener.count('table cells', Math.max(cells, countCells(content)), from);
    else if (content.includes('|')) listener.count('rows without a table', 1, from);
  }

  /** Counts all that a line may lie in, whether or not the lines before allow it. */
  function countContainers(text: string, from: number, end: number): number {
    let [at, column, quotes, signs, firstQuote] = [from, 0, 0, 0, 0];
    let isNote = false;
    for (;;) {
      ({ at, column } = skipSpaces(text, at, end, column));
      let length = 1;
      if (text[at] === '>' && at < end) {
        if (quotes === 0) firstQuote = column;
        if (signs > 0) firstQuote = -1;
        quotes++;
      } else {
        const sign = readMarker(text, at, end);
        if (sign === undefined || (signs === 0 && thematicBreak.test(text.slice(at, end)))) break;
        if (sign === '-' && !wasEmpty && skipSpaces(text, at + 1, end, 0).at === end)
          listener.count('underlined headings', 1, from);
        listener.count(sign.startsWith('[') ? 'notes' : 'list items', 1, from);
        while ((items.at(-1) ?? 0) > column) items.pop();
        isNote ||= sign.startsWith('[');
        // What goes on with a note is indented by 4, wherever the text of that begins.
        items.push(isNote ? Math.min(column + 2, 4) : column + 2);
        signs++;
        ({ length } = sign);
      }
      at += length;
      column += length;
    }
    if (wasEmpty && signs === 0 && at < end) while ((items.at(-1) ?? 0) > column) items.pop();
    const known = firstQuote >= 0 && quotesBefore.column === firstQuote ? quotesBefore.depth : 0;
    if (quotes > known) listener.count('quotations', quotes - known, from);
    quotesBefore = { column: signs > 0 ? -1 : firstQuote, depth: quotes };
    const depth = quotes + items.length;
    listener.reach(depth, from);
    // Each line is matched with all that it lies in.
    if (depth > 0) listener.count('signs of mark-up', depth, from);
    return at;
  }

  function countSigns(to: Block, content: string, from: number): void {
    let [light, signs, addresses] = [0, 0, 0];
    for (const { 0: sign, index } of content.matchAll(signPattern)) {
      if (/^(?:@|:|w)/.test(sign)) addresses++;
      else if (/^[\\<!&]/.test(sign)) light++;
      // Between spaces it neither begins nor ends anything (CommonMark 6.2).
      else if (/^[*_~]/.test(sign))
        signs += isBetweenSpaces(content, index, index + sign.length) ? 1 : sign.length;
      else signs++;
      if (/^(?:`|\]\(|<.)/s.test(sign)) to.openings++;
    }
    to.signs += signs;
    if (light + signs > 0) listener.count('signs of mark-up', light + signs, from);
    if (addresses > 0) listener.count('addresses', addresses, from);
  }
}

function readMarker(text: string, at: number, end: number): string | undefined {
  marker.lastIndex = at;
  return at < end ? marker.exec(text)?.[0] : undefined;
}

/** The column at which the text of an item or a note begins (CommonMark 5.2). */
function textColumn(sign: string, text: string, at: number, end: number, column: number): number {
  if (sign.startsWith('[')) return 0;
  const after = column + sign.length;
  const spaces = skipSpaces(text, at + sign.length, end, after).column - after;
  return after + (spaces > 4 ? 1 : spaces);
}

function isDelimiterRow(content: string): boolean {
  return delimiterRow.test(content) && /[|:]/.test(content);
}

function skipSpaces(text: string, at: number, end: number, column: number): { at: number; column: number } {
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 9) column += 4 - (column % 4);
    else if (unit === 32) column++;
    else break;
  }
  return { at, column };
}

function isBetweenSpaces(text: string, start: number, end: number): boolean {
  return !/\S/.test(text.charAt(start - 1)) && !/\S/.test(text.charAt(end));
}

/** How many cells a row has (GFM 4.10). */
function countCells(row: string): number {
  let cells = 1;
  const trimmed = row.trim();
  for (let at = 0; at < trimmed.length; at++) {
    if (trimmed[at] === '\\') at++;
    else if (trimmed[at] === '|' && at > 0 && at < trimmed.length - 1) cells++;
  }
  return cells;
}
