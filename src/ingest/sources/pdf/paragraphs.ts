import { medianOf, type TextBlock, type TextLine } from './reading-order.ts';

/** Lines that belong together. */
export interface PdfParagraph {
  lines: string[];
  /** The size of its letters, in points. */
  size: number;
  /** The page, from 1, on which it begins. */
  page: number;
  /** Whether its lines are rows of a table. */
  isTable: boolean;
}

/** What parts paragraphs: so many times the distance of two lines; so many sizes of letters; so large a change of size. */
const [wideGap, indent, otherSize] = [1.35, 0.6, 0.12];

/** Parts the lines of a column into paragraphs: by the space above them, by the indent of their first line, or by their last. */
export function partParagraphs(block: TextBlock, page: number): PdfParagraph[] {
  const shape = measure(block);
  const inTable = findTables(block);
  const paragraphs: PdfParagraph[] = [];
  block.forEach((line, index) => {
    const before = block[index - 1];
    const last = paragraphs.at(-1);
    const isTable = inTable.has(line);
    const goesOn =
      before &&
      isTable === inTable.has(before) &&
      (isTable || !begins(line, before, block[index - 2], shape));
    if (goesOn) last?.lines.push(line.text);
    else paragraphs.push({ lines: [line.text], size: line.size, page, isTable });
  });
  return paragraphs;
}

/** How many rows a table has at least, and by how many points the places of its cells differ. */
const [leastRows, cellPlace] = [3, 2];

/** Finds lines one below the other in which something begins at the same place, after a wide space. */
function findTables(block: TextBlock): Set<TextLine> {
  const found = new Set<TextLine>();
  let rows: TextLine[] = [];
  const close = () => {
    if (rows.length >= leastRows) rows.forEach((row) => found.add(row));
    rows = [];
  };
  for (const line of block) {
    const last = rows.at(-1);
    if (last && !haveSameStops(line, last)) close();
    if (line.stops.length > 0) rows.push(line);
  }
  close();
  return found;
}

/** Words that are spread over a line stand now here, now there: all places have to be the same, but for cells that are empty. */
function haveSameStops(one: TextLine, other: TextLine): boolean {
  const [fewer, more] = one.stops.length < other.stops.length ? [one, other] : [other, one];
  return (
    fewer.stops.length > 0 &&
    fewer.stops.every((stop) => more.stops.some((each) => Math.abs(stop - each) < cellPlace))
  );
}

/** The sign or number of an item in a list: `• `, `– `, `3. `, `(a) `. */
const listItem = /^(?:[•◦▪‣●■*–—-]|\(?(?:\d{1,3}|[a-z])[.)])\s/;

interface Shape {
  leading: number;
  /** Where most of its lines begin and end. */
  left: number;
  right: number;
  /** Whether most lines reach the end of the column. */
  isJustified: boolean;
}

function measure(block: TextBlock): Shape {
  const distances = block.slice(1).map((line, index) => line.base - (block[index]?.base ?? 0));
  const size = medianOf(block.map((line) => line.size));
  const near = distances.filter((distance) => distance > 0 && distance < 3 * size);
  const sorted = (values: number[]) => values.sort((one, other) => one - other);
  const lefts = sorted(block.map(({ left }) => left));
  const rights = sorted(block.map(({ right }) => right));
  const left = lefts[Math.floor(lefts.length * 0.2)] ?? 0;
  const right = rights[Math.floor(rights.length * 0.9)] ?? 0;
  const full = block.filter((line) => line.right > right - size).length;
  return {
    // The smaller of the distances that occur: half of the lines of a list may begin a paragraph.
    leading: near.length > 0 ? (sorted(near)[Math.floor(near.length * 0.3)] ?? 0) : 1.2 * size,
    left,
    right,
    isJustified: full >= 0.6 * block.length,
  };
}

function begins(line: TextLine, before: TextLine, beforeThat: TextLine | undefined, shape: Shape): boolean {
  const distance = line.base - before.base;
  if (distance > wideGap * shape.leading && distance > 1.1 * line.size) return true;
  if (Math.abs(line.size - before.size) > otherSize * before.size) return true;
  if (listItem.test(line.text)) return true;
  const isIndented = ({ left }: TextLine) => left - shape.left > indent * line.size;
  // The lines of an item stand below its first word, not below its sign.
  if (isIndented(line) && !isIndented(before) && listItem.test(before.text)) return false;
  // All lines of a quotation may be indented, and the one before may be the only line of a paragraph.
  if (isIndented(line) && (!isIndented(before) || before.right < shape.right - line.size)) return true;
  if (!isIndented(line) && isIndented(before) && beforeThat && isIndented(beforeThat) && endsSentence(before))
    return true;
  const isShort = before.right < shape.right - Math.max(2 * line.size, 0.12 * (shape.right - shape.left));
  return shape.isJustified && isShort && endsSentence(before) && !/^\p{Ll}/u.test(line.text);
}

function endsSentence({ text }: TextLine): boolean {
  return /[.!?:…。！？]["”’»)\]]*$/u.test(text);
}

/** Joins paragraphs that go on in the next column or on the next page: the first does not end, the second does not begin. */
export function joinParted(paragraphs: readonly PdfParagraph[]): PdfParagraph[] {
  const joined: PdfParagraph[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    const goesOn =
      last &&
      !last.isTable &&
      !paragraph.isTable &&
      Math.abs(last.size - paragraph.size) <= otherSize * last.size &&
      /^[\p{Ll}]/u.test(paragraph.lines[0] ?? '') &&
      !/[.!?:]["”’»)\]]*$/u.test(last.lines.at(-1) ?? '');
    if (goesOn) last.lines.push(...paragraph.lines);
    else joined.push({ ...paragraph, lines: [...paragraph.lines] });
  }
  return joined;
}
