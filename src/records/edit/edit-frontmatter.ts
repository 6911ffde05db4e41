import { isDeepStrictEqual } from 'node:util';
import { isMap, parseDocument, type Document } from 'yaml';

import { findYaml } from '../read/read-record.ts';
import { editMapping, findKey } from './edit-mapping.ts';

/** A change of a key of frontmatter. */
export interface KeyChange {
  /** The key, with the outer one before it when it is nested: `people`, `source.url`. */
  path: string;
  /** Text, a number, a flag, a list, or a list of mappings; `undefined` to remove the key. */
  value: unknown;
}

/** Thrown when a file's YAML cannot be edited in place, for example because other values refer to what would change. */
export class EditError extends Error {
  override name = 'EditError';
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Changes keys of a record's frontmatter, and nothing else: comments, order, quotation marks, indentation, line ends and
 * the style of lists stay byte for byte. What results is parsed, and says exactly what was asked for.
 *
 * A missing key is inserted behind the one that usually precedes it. An outer key that has lost its last inner one is
 * removed.
 *
 * @param text the whole file, with its byte order mark if it has one
 * @param order all keys that the record may have, as paths, in their usual order
 * @throws {EditError} when it cannot be done
 *
 * @example
 * editFrontmatter('---\npeople: [ada]  # all\n---\n', [{ path: 'people', value: ['ada', 'tom'] }], ['people'])
 * // '---\npeople: [ada, tom]  # all\n---\n'
 */
export function editFrontmatter(
  text: string,
  changes: readonly KeyChange[],
  order: readonly string[],
): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const file = text.slice(mark.length);
  const range = findYaml(file);
  if (!range) throw new EditError('no frontmatter');
  let yaml = file.slice(range.start, range.end);
  for (const change of changes) yaml = editYaml(yaml, change, order);
  return mark + file.slice(0, range.start) + yaml + file.slice(range.end);
}

/** Reads frontmatter as it is written, without a schema. @param text as for {@link editFrontmatter} */
export function readFrontmatter(text: string): Values {
  const file = text.replace(/^\uFEFF/, '');
  const range = findYaml(file);
  return range ? (readValues(parseDocument(file.slice(range.start, range.end))) ?? {}) : {};
}

function editYaml(yaml: string, { path, value }: KeyChange, order: readonly string[]): string {
  const wanted = withValue(readValues(parse(yaml)) ?? {}, path, value);
  for (const isWhole of [false, true]) {
    // A list is brought item by item to what it should be.
    const most = isWhole ? 1 : 2 + countItems(value) + countItems(valueAt(readValues(parse(yaml)), path));
    let edited = yaml;
    for (let step = 0; step <= most; step++) {
      const document = parse(edited);
      const values = readValues(document);
      if (values === undefined) break;
      if (isDeepStrictEqual(values, wanted)) return edited;
      edited = editOnce(edited, document, path, value, order, isWhole);
    }
  }
  throw new EditError(`"${path}" is written in a way that cannot be changed in place`);
}

function editOnce(
  yaml: string,
  document: Document,
  path: string,
  value: unknown,
  order: readonly string[],
  isWhole: boolean,
): string {
  const map = document.contents;
  if (!isMap(map)) return yaml;
  const [outer = '', inner] = path.split('.');
  const outerOrder = [...new Set(order.map((each) => each.split('.')[0] ?? ''))];
  if (inner === undefined) return editMapping(yaml, map, { key: outer, value, order: outerOrder, isWhole });
  const below = map.items[findKey(map, outer)]?.value;
  if (!isMap(below)) {
    const all = value === undefined ? undefined : { [inner]: value };
    return editMapping(yaml, map, { key: outer, value: all, order: outerOrder, isWhole });
  }
  if (value === undefined && below.items.length === 1)
    return editMapping(yaml, map, { key: outer, value, order: outerOrder, isWhole });
  const innerOrder = order.flatMap((each) =>
    each.startsWith(`${outer}.`) ? each.slice(outer.length + 1) : [],
  );
  return editMapping(yaml, below, { key: inner, value, order: innerOrder, isWhole });
}

function parse(yaml: string): Document {
  return parseDocument(yaml, { keepSourceTokens: true });
}

/** @returns undefined for invalid YAML */
function readValues(document: Document): Values | undefined {
  if (document.errors.length > 0) return undefined;
  try {
    return (document.toJS() ?? {}) as Values;
  } catch {
    // It has aliases that lead nowhere.
    return undefined;
  }
}

function withValue(values: Values, path: string, value: unknown): Values {
  const [outer = '', inner] = path.split('.');
  const changed = { ...values, [outer]: value };
  if (inner !== undefined) {
    const below = { ...(values[outer] as Values | null | undefined), [inner]: value };
    if (value === undefined) delete below[inner];
    changed[outer] = Object.keys(below).length > 0 ? below : undefined;
  }
  if (changed[outer] === undefined) delete changed[outer];
  return changed;
}

/** The value at a path of frontmatter. */
export function valueAt(values: Values | undefined, path: string): unknown {
  const [outer = '', inner] = path.split('.');
  const value = values?.[outer];
  if (inner === undefined) return value;
  return typeof value === 'object' && value !== null ? (value as Values)[inner] : undefined;
}

function countItems(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}
