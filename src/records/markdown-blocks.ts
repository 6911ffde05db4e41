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
const definition = /^\[[^\\[\]]{1,200}\]:[ \t]*[^\s<]+(?:[ \t]+"[^"\\]*")?[ \t]*$/;
/** The second row of a table (GFM 4.10). */
const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * Finds blocks in Markdown as far as estimating their cost takes. Where it is doubtful whether a line begins a block,
 * it goes on with the one before.
 */
export function createBlockReader(listener: BlockListener): BlockReader {
  /** The columns at which the texts of the open list items and notes begin. */
  const items: number[] = [];
  let block: Block | undefined;
  let quotesBefore = 0;
  /** The line before, where it is one of an open block. */
  let before = '';
  /** The table that is open, with what it lies in. */
  let table: { columns: number; quotes: number; items: number } | undefined;

  return { readLine, end: close };

  function close(at: number): void {
    if (block) listener.close({ ...block, end: at });
    block = undefined;
    before = '';
    table = undefined;
  }

  function readLine(text: string, from: number, end: number): void {
    const { at, quotes, isItem, isCode } = readContainers(text, from, end);
    const isQuotation = quotes > quotesBefore;
    quotesBefore = quotes;
    const content = text.slice(at, end);
    if (content.trim() === '') {
      listener.count('empty lines', 1, from);
      // An item without a text does not interrupt a paragraph.
      if (!isItem || !block) close(from);
      return;
    }
    listener.count('lines', 1, from);
    if (isQuotation) listener.count('quotations', 1, from);
    if (table && (table.quotes !== quotes || table.items !== items.length)) close(from);
    if (!isCode && heading.test(content)) close(from);
    if (block && underline.test(content)) listener.count('underlined headings', 1, from);
    if (!table && before !== '' && delimiterRow.test(content)) startTable(content, quotes, from);
    else if (table) readRow(table, content, from);
    if (!block && !table) listener.count('paragraphs', 1, from);
    const isDefinition = !block && !table && definition.test(content);
    block ??= { start: at, end, signs: 0, openings: 0 };
    countSigns(block, text, at, end);
    before = content;
    if (isDefinition) close(end);
  }

  function startTable(delimiters: string, quotes: number, from: number): void {
    const columns = countCells(delimiters);
    if (columns !== countCells(before) || !/[|:]/.test(delimiters)) return;
    close(from);
    table = { columns, quotes, items: items.length };
    listener.count('tables', 1, from);
    listener.count('table cells', columns, from);
  }

  function readRow(open: NonNullable<typeof table>, row: string, from: number): void {
    listener.count('table cells', Math.max(open.columns, countCells(row)), from);
    close(from);
    table = open;
  }

  /** Reads what a line begins with: signs of quotations, of list items and of notes. */
  function readContainers(text: string, from: number, end: number) {
    let [at, column, quotes, isItem] = [from, 0, 0, false];
    for (;;) {
      ({ at, column } = skipSpaces(text, at, end, column));
      if (text[at] === '>' && at < end) {
        at++;
        column++;
        quotes++;
        continue;
      }
      marker.lastIndex = at;
      const [sign] = (at < end && marker.exec(text)) || [];
      const leaves = !isItem && column < (items.at(-1) ?? 0);
      // A line without a sign may go on with the paragraph of an item.
      if (leaves && (sign || !block)) while (column < (items.at(-1) ?? 0)) items.pop();
      if (!sign || column >= (items.at(-1) ?? 0) + 4) break;
      if (!isItem && thematicBreak.test(text.slice(at, end))) break;
      if (block && !leaves && !interrupting.test(sign)) break;
      const isNote = sign.startsWith('[');
      const next = skipSpaces(text, at + sign.length, end, column + sign.length);
      const isEmpty = next.at === end;
      if (isEmpty && block && sign === '-') listener.count('underlined headings', 1, from);
      if (!isEmpty || isNote) close(from);
      listener.count(isNote ? 'notes' : 'list items', 1, from);
      const spaces = next.column - column - sign.length;
      items.push(isNote ? column + 4 : column + sign.length + (isEmpty || spaces > 4 ? 1 : spaces));
      isItem = true;
      at += sign.length;
      column += sign.length;
    }
    const depth = quotes + items.length;
    // Each line is matched with all that it lies in.
    if (depth > 0) listener.count('signs of mark-up', depth, from);
    listener.reach(depth, from);
    return { at, quotes, isItem, isCode: column >= (items.at(-1) ?? 0) + 4 };
  }

  function countSigns(to: Block, text: string, from: number, end: number): void {
    let light = 0;
    let signs = 0;
    for (let at = from; at < end; at++) {
      const sign = text[at] ?? '';
      if (sign === '\\') {
        light++;
        at++;
      } else if (sign === '[' || sign === ']') {
        signs++;
        if (text.startsWith('](', at)) to.openings++;
      } else if (sign === '*' || sign === '_' || sign === '~') {
        const start = at;
        while (at + 1 < end && text[at + 1] === sign) at++;
        // Between spaces it neither begins nor ends anything (CommonMark 6.2).
        const isInert = isSpace(text, start - 1, from, end) && isSpace(text, at + 1, from, end);
        signs += isInert ? 1 : at + 1 - start;
      } else if (sign === '`') {
        while (at + 1 < end && text[at + 1] === '`') at++;
        signs++;
        to.openings++;
      } else if (sign === '<') {
        light++;
        if (/[a-z/!?]/i.test(text[at + 1] ?? '')) to.openings++;
      } else if (sign === '!' || sign === '&' || sign === '@') light++;
    }
    to.signs += signs;
    if (light + signs > 0) listener.count('signs of mark-up', light + signs, from);
  }
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

function isSpace(text: string, at: number, from: number, end: number): boolean {
  return at < from || at >= end || /\s/.test(text[at] ?? '');
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
