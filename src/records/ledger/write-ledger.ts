import { join } from 'node:path';

import { writeFileSafely } from '../../system/write-file.ts';
import { ledgerFile } from '../content-root.ts';
import type { LedgerEntry } from './ledger.ts';

/**
 * Writes the ledger of a content folder. Lines are sorted by address, so that version control can merge the additions of
 * two people; those of one address stay in their order.
 *
 * @param root absolute path of the content folder
 * @param lines each a {@link LedgerEntry} in JSON
 */
export async function writeLedger(root: string, lines: readonly string[]): Promise<void> {
  const sorted = lines.map((text) => ({ path: (JSON.parse(text) as LedgerEntry).path, text }));
  sorted.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  await writeFileSafely(join(root, ledgerFile), sorted.map(({ text }) => `${text}\n`).join(''));
}
