import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { displayPath } from '../records/problem.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { readTable } from '../tables/read-table.ts';
import { renderTable } from '../tables/render-table.ts';
import { TableError } from '../tables/table-problem.ts';
import { foldName } from './fold-name.ts';

/** The file, in the content folder, of names that are not to be proposed again. */
export const rejectedFile = 'names-rejected.csv';

/** A name that somebody has decided not to make a record of. */
export interface RejectedName {
  /** `person`, `place`, `organization` or `topic`. */
  kind: string;
  heading: string;
}

const columns = ['kind', 'heading'] as const;

/** The key by which a rejected name is found again, however its case, accents, spaces and apostrophes are written. */
export function rejectionKey({ kind, heading }: RejectedName): string {
  return `${kind}/${foldName(heading)}`;
}

/**
 * Reads the names that were rejected so far.
 *
 * @param root absolute path of the content folder
 * @returns by {@link rejectionKey}; nothing when there is no such file
 * @throws {TableError} when the file is damaged
 */
export async function readRejectedNames(root: string): Promise<Map<string, RejectedName>> {
  const file = join(root, rejectedFile);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  const { rows, problems } = await readTable(displayPath(file), bytes, { known: columns, required: columns });
  if (problems.length > 0) throw new TableError(displayPath(file), problems);
  const names = rows.map(({ cells }) => ({
    kind: cells.get('kind') ?? '',
    heading: cells.get('heading') ?? '',
  }));
  return new Map(names.map((name) => [rejectionKey(name), name]));
}

/** Renders the file of rejected names: by kind, then by name, so that version control can merge two of them. */
export function renderRejectedNames(names: Iterable<RejectedName>): string {
  const kinds = vocabularies.map(({ singular }) => singular);
  const rows = [...names]
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        (a.heading < b.heading ? -1 : a.heading > b.heading ? 1 : 0),
    )
    .map(({ kind, heading }) => [kind, heading]);
  return [...renderTable([columns, ...rows])].join('');
}
