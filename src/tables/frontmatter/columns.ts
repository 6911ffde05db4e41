import { hash } from 'node:crypto';

import { findYaml } from '../../records/read/read-record.ts';
import { frontmatterKeysOf, type EditableCollection } from '../../records/schemas/frontmatter-keys.ts';

/** The first column: whose row it is. */
export const idColumn = 'id';

/** The last column: what the row was made from, so that it is known what has changed in the archive since. */
export const stateColumn = 'state';

/** The collections that there are tables of. */
export const tableCollections = Object.keys(frontmatterKeysOf) as EditableCollection[];

/**
 * The columns of a collection's table: the id, a column for each key of its frontmatter, and the state.
 *
 * @example
 * listColumns('organizations') // ['id', 'name', 'description', …, 'state']
 */
export function listColumns(collection: EditableCollection): string[] {
  return [idColumn, ...frontmatterKeysOf[collection].map(({ path }) => path), stateColumn];
}

/**
 * The state of a record: its collection, and a digest of its frontmatter as it is written. Spreadsheets read neither as a
 * number or date.
 *
 * @param text the record's file
 *
 * @example
 * stateOf('people', '---\nname: Ada Lind\n---\n') // 'people:x6b1f0c9a2e77'
 */
export function stateOf(collection: EditableCollection, text: string): string {
  const file = text.replace(/^\uFEFF/, '');
  const { start, end } = findYaml(file) ?? { start: 0, end: file.length };
  return `${collection}:x${hash('sha256', file.slice(start, end)).slice(0, 12)}`;
}

/** The collection that a state names. */
export function collectionOf(state: string): EditableCollection | undefined {
  return tableCollections.find((collection) => state.startsWith(`${collection}:`));
}
