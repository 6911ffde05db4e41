import { isMap, isScalar, type Document, type Node } from 'yaml';

/** A path into a record's data: keys of mappings and indexes of lists. */
export type DataPath = readonly PropertyKey[];

/** Where the value at a path begins, or, for a value that is missing, the innermost thing there that should hold it. */
export function offsetOf(document: Document, path: DataPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range && !(isScalar(node) && node.source === '')) return node.range[0];
    const key = keyOffset(document, path.slice(0, length - 1), path[length - 1]);
    if (key > 0) return key;
  }
  return 0;
}

/** Where a key stands in the mapping at a path; 0 when it does not. */
export function keyOffset(document: Document, path: DataPath, key: PropertyKey | undefined): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}
