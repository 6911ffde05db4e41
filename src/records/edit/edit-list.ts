import { isScalar, type Scalar, type YAMLSeq } from 'yaml';

import { insertFlowItems, removeFlowItem, type ItemRange } from './flow-items.ts';
import { endOfLine, lineEndOf, splice, startOfLine } from './lines.ts';
import { renderInline, type Quoting } from './render-yaml.ts';

/** The lists whose items are compared with each other one by one have at most so many pairs of them. */
const mostPairs = 250_000;

/** A list of which each item is one value. */
export type ScalarList = YAMLSeq<Scalar>;

/** Whether a list has only values that are written out: no lists, mappings, aliases, anchors or empty items. */
export function isScalarList(list: YAMLSeq): list is ScalarList {
  return list.items.every(
    (item) => isScalar(item) && item.anchor === undefined && item.tag === undefined && item.source !== '',
  );
}

/**
 * Brings a list closer to what it should be: inserts the first items that it lacks or, when it lacks none, removes the last
 * one that it should not have. Its style and everything between its items stay.
 *
 * @param yaml the text in which the list was parsed, with its source tokens
 * @returns the changed text; the same text when there is nothing to do
 */
export function editListOnce(yaml: string, list: ScalarList, wanted: readonly unknown[]): string {
  const values = list.items.map(({ value }) => value);
  const kept = matchItems(values, wanted);
  const positions = new Map(kept.map(([old, position]) => [position, old]));
  for (const position of wanted.keys()) {
    if (positions.has(position)) continue;
    const next = wanted.findIndex((_, index) => index > position && positions.has(index));
    const missing = wanted.slice(position, next === -1 ? undefined : next);
    const before = positions.get(position - 1);
    return insertItems(yaml, list, before === undefined ? 0 : before + 1, missing);
  }
  const staying = new Set(kept.map(([old]) => old));
  const extra = values.findLastIndex((_, old) => !staying.has(old));
  return extra === -1 ? yaml : removeItem(yaml, list, extra);
}

/** Pairs of indexes of the items that stay: a longest common subsequence, or for very long lists what begins both. */
function matchItems(old: readonly unknown[], wanted: readonly unknown[]): [old: number, wanted: number][] {
  const pairs: [number, number][] = [];
  let start = 0;
  for (; start < old.length && start < wanted.length && old[start] === wanted[start]; start++)
    pairs.push([start, start]);
  const [rows, columns] = [old.length - start, wanted.length - start];
  if (rows * columns > mostPairs) return pairs;
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const lengthAt = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const isSame = old[start + row] === wanted[start + column];
      const longest = Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
      (lengths[row] as Uint16Array)[column] = isSame ? lengthAt(row + 1, column + 1) + 1 : longest;
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (old[start + row] === wanted[start + column]) pairs.push([start + row++, start + column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function insertItems(yaml: string, list: ScalarList, index: number, values: readonly unknown[]): string {
  const [{ type = 'PLAIN' } = {}] = list.items;
  const isUniform = type.startsWith('QUOTE') && list.items.every((item) => item.type === type);
  const quoting = isUniform ? (type as Quoting) : 'PLAIN';
  const rendered = values.map((value) => renderInline(value, quoting, list.flow === true));
  if (list.flow) return insertFlowItems(yaml, list.range?.[0] ?? 0, rangesOf(list), index, rendered);
  const neighbour = Math.max(0, index - 1);
  const { start, end } = rangesOf(list)[neighbour] as ItemRange;
  const line = startOfLine(yaml, dashOf(list, neighbour));
  const lead = yaml.slice(line, start);
  const dash = /^[ \t]*-[ \t]+$/.test(lead) ? lead : `${/^[ \t]*/.exec(lead)?.[0] ?? ''}- `;
  const at = index === 0 ? line : endOfLine(yaml, end);
  return splice(yaml, at, at, rendered.map((item) => dash + item + lineEndOf(yaml)).join(''));
}

function removeItem(yaml: string, list: ScalarList, index: number): string {
  const ranges = rangesOf(list);
  if (list.flow) return removeFlowItem(yaml, ranges, index);
  return splice(
    yaml,
    startOfLine(yaml, dashOf(list, index)),
    endOfLine(yaml, (ranges[index] as ItemRange).end),
    '',
  );
}

function rangesOf(list: ScalarList): ItemRange[] {
  return list.items.map(({ range }) => ({ start: range?.[0] ?? 0, end: range?.[1] ?? 0 }));
}

/** The offset of the dash before an item of a list with a line for each. */
function dashOf({ srcToken }: ScalarList, index: number): number {
  if (srcToken?.type !== 'block-seq') return 0;
  return srcToken.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? 0;
}
