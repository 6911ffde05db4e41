import { splice } from './lines.ts';

/** The range of an item between brackets, in the text. */
export interface ItemRange {
  start: number;
  end: number;
}

/**
 * Inserts items into a list or mapping between brackets, parted from the others as they are from each other.
 *
 * @param opening the offset of the bracket
 * @param items the ranges of the items that are there
 * @param index where they go among them
 */
export function insertFlowItems(
  text: string,
  opening: number,
  items: readonly ItemRange[],
  index: number,
  rendered: readonly string[],
): string {
  const [first, second] = items;
  if (!first) return splice(text, opening + 1, opening + 1, rendered.join(', '));
  const between = second ? text.slice(first.end, second.start) : ', ';
  const separator = /^\s*,\s*$/.test(between) ? between : ', ';
  const before = items[index - 1];
  if (!before)
    return splice(text, first.start, first.start, rendered.map((item) => item + separator).join(''));
  return splice(text, before.end, before.end, rendered.map((item) => separator + item).join(''));
}

/** Removes an item from between brackets, with the comma that belongs to it. Comments of other items stay. */
export function removeFlowItem(text: string, items: readonly ItemRange[], index: number): string {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  if (!item) return text;
  if (after) return splice(text, item.start, after.start, '');
  if (!before) return splice(text, item.start, endOfComma(text, item.end), '');
  if (!text.slice(before.end, item.start).includes('#')) return splice(text, before.end, item.end, '');
  const end = endOfComma(text, item.end);
  if (end > item.end) return splice(text, item.start, end, '');
  const shorter = splice(text, item.start, item.end, '');
  const comma = shorter.indexOf(',', before.end);
  return splice(shorter, comma, comma + 1, '');
}

/** The offset behind a comma that follows, if one does. */
function endOfComma(text: string, offset: number): number {
  let end = offset;
  while (/\s/.test(text[end] ?? '')) end++;
  return text[end] === ',' ? end + 1 : offset;
}
