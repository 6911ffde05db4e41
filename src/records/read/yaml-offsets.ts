import { isMap, isScalar, type Document, type Node } from 'yaml';

/** A path into a record's data: keys of mappings and indexes of lists. */
export type DataPath = readonly PropertyKey[];

/** The offset of the value at a path or, when it is missing, of the innermost node that should contain it. */
export function offsetOf(document: Document, path: DataPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range && !(isScalar(node) && node.source === '')) return node.range[0];
    const key = keyOffset(document, path.slice(0, length - 1), path[length - 1]);
    if (key > 0) return key;
  }
  return 0;
}

/** The offset of a key in the mapping at a path; 0 when it is missing. */
export function keyOffset(document: Document, path: DataPath, key: PropertyKey | undefined): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}
