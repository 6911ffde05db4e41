import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { OnDamage } from '../../system/cache.ts';
import { readFileList, type ReleaseFiles } from './file-list.ts';
import { beside } from './folders.ts';
import { isLitter } from './output-folder.ts';
import { isUntouched } from './write-worker.ts';

/**
 * Whether a published folder has just the files that its build has put there, all as they were written, and no build has left
 * an unfinished release beside it.
 *
 * @param published absolute path
 */
export async function isIntact(published: string, onDamage: OnDamage): Promise<boolean> {
  if (existsSync(beside(published, 'next'))) return false;
  const files = await readFileList(published, published, onDamage);
  return files !== undefined && countUntouched(published, files) === files.size;
}

/** @returns NaN when there is anything else in the folder */
function countUntouched(root: string, files: ReleaseFiles): number {
  const countIn = (folder: string): number => {
    let count = 0;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) count += countIn(file);
      else if (!isLitter(file)) {
        const known = files.get(file);
        count += known && isUntouched(join(root, file), known) ? 1 : NaN;
      }
      if (Number.isNaN(count)) break;
    }
    return count;
  };
  return countIn('');
}
