import { isAlias, isCollection, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

import { editListOnce, isScalarList } from './edit-list.ts';
import { insertFlowItems, removeFlowItem } from './flow-items.ts';
import { endOfLine, lineEndOf, splice, startOfLine } from './lines.ts';
import { renderInline, renderYaml, type Quoting } from './render-yaml.ts';

/** What a key of a mapping should be. */
export interface MappingEdit {
  key: string;
  /** `undefined` to remove it. */
  value: unknown;
  /** All keys that the mapping may have, in their usual order: a new one goes behind the one that precedes it there. */
  order: readonly string[];
  /** Whether the value is written anew as a whole, instead of as little of it as possible. */
  isWhole: boolean;
}

/** A value that is written without brackets, lines or indentation of its own. */
const isSimple = (value: unknown) => typeof value !== 'object';

/**
 * Changes a key of a mapping, or brings its list closer to what it should be (see {@link editListOnce}).
 *
 * @param yaml the text in which the mapping was parsed, with its source tokens
 * @returns the changed text
 */
export function editMapping(yaml: string, map: YAMLMap, edit: MappingEdit): string {
  const { key, value, isWhole } = edit;
  const index = findKey(map, key);
  const pair = map.items[index];
  if (!pair) return value === undefined ? yaml : insertPair(yaml, map, edit);
  if (value === undefined) return removePair(yaml, map, index);
  const node = pair.value as Node | null;
  if (!isWhole && isSeq(node) && isScalarList(node) && Array.isArray(value)) {
    const isEmptied = value.length === 0 && !node.flow;
    if (value.every(isSimple) && !isEmptied) return editListOnce(yaml, node, value);
  }
  if (!isWhole && isScalar(node) && isSimple(value) && node.range && !isEmpty(node)) {
    const { type = 'PLAIN', range } = node;
    if (!type.startsWith('BLOCK'))
      return splice(yaml, range[0], range[1], renderInline(value, quotingOf(node.type), map.flow === true));
  }
  return replaceValue(yaml, map, index, edit);
}

/** The index of a key in a mapping; -1 when it is missing. */
export function findKey(map: YAMLMap, key: string): number {
  return map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
}

function insertPair(yaml: string, map: YAMLMap, { key, value, order }: MappingEdit): string {
  const rankOf = (name: unknown) => order.indexOf(String(name));
  const ranks = map.items.map((pair) => (isScalar(pair.key) ? rankOf(pair.key.value) : -1));
  const below = ranks.filter((rank) => rank < rankOf(key) && rank >= 0);
  const index = ranks.lastIndexOf(Math.max(...below)) + 1;
  if (map.flow) {
    const items = map.items.map((pair) => ({ start: startOf(pair), end: endOfPair(map, pair) }));
    const rendered = renderInline({ [key]: value }, 'PLAIN', true).slice(1, -1);
    return insertFlowItems(yaml, map.range?.[0] ?? 0, items, index, [rendered]);
  }
  const [first, before] = [map.items[0], map.items[index - 1]];
  const start = first ? startOf(first) : 0;
  const indent = yaml.slice(startOfLine(yaml, start), start);
  const lines = renderYaml({ [key]: value })
    .replace(/^(?=.)/gm, indent)
    .replaceAll('\n', lineEndOf(yaml));
  const at = before ? endOfLine(yaml, endOfPair(map, before)) : startOfLine(yaml, start);
  return splice(yaml, at, at, lines);
}

function removePair(yaml: string, map: YAMLMap, index: number): string {
  if (map.flow) {
    const items = map.items.map((pair) => ({ start: startOf(pair), end: endOfPair(map, pair) }));
    return removeFlowItem(yaml, items, index);
  }
  const pair = map.items[index] as Pair;
  return splice(yaml, startOfLine(yaml, startOf(pair)), endOfLine(yaml, endOfPair(map, pair)), '');
}

/** Writes a value anew. A comment on the line of its key stays. */
function replaceValue(yaml: string, map: YAMLMap, index: number, { key, value }: MappingEdit): string {
  const pair = map.items[index] as Pair;
  const node = pair.value as Node | null;
  const colon = endOfColon(map, pair);
  const isMissing = !node || isEmpty(node);
  const start = isMissing ? colon : (node.range?.[0] ?? colon);
  let end = isMissing ? colon : endOfPair(map, pair);
  if (map.flow) return splice(yaml, colon, end, ` ${renderInline(value, 'PLAIN', true)}`);
  while (end > colon && /[\r\n]/.test(yaml[end - 1] ?? '')) end--;
  const [gap = ''] = yaml.slice(colon, start).split(/\r?\n/, 1);
  const comment = gap.includes('#') ? gap.trimEnd() : '';
  const keyStart = startOf(pair);
  const indent = yaml.slice(startOfLine(yaml, keyStart), keyStart);
  const rendered = renderYaml({ [key]: value })
    .slice(key.length + 1)
    .trimEnd()
    .replaceAll('\n', lineEndOf(yaml) + indent);
  const isBelow = /^[\r\n]/.test(rendered);
  return splice(yaml, colon, end, isBelow ? comment + rendered : rendered + comment);
}

function quotingOf(type: unknown): Quoting {
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? type : 'PLAIN';
}

/** Whether nothing is written as the value of a key. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.source === '' && (node.type ?? 'PLAIN') === 'PLAIN';
}

function startOf(pair: Pair): number {
  return (pair.key as Node).range?.[0] ?? 0;
}

function endOfPair(map: YAMLMap, pair: Pair): number {
  const node = pair.value as Node | null;
  if (!node || isEmpty(node)) return endOfColon(map, pair);
  return isScalar(node) || isCollection(node) || isAlias(node) ? (node.range?.[1] ?? 0) : 0;
}

/** The offset behind the colon after a key. */
function endOfColon(map: YAMLMap, pair: Pair): number {
  const tokens =
    map.srcToken && 'items' in map.srcToken ? map.srcToken.items[map.items.indexOf(pair)]?.sep : undefined;
  const colon = tokens?.find(({ type }) => type === 'map-value-ind')?.offset;
  return colon === undefined ? ((pair.key as Node).range?.[1] ?? 0) : colon + 1;
}
