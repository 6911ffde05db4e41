import { setPriority } from 'node:os';

import { findDamage, sealFolder } from '../../system/sealed-folder.ts';
import { writePart, type PartJob } from './index-part.ts';

export { mergePartWords } from './merged-words.ts';

// What the threads of `openIndexThreads` run.

// Everything waits for the main thread, which renders pages, so that it should not have to wait for a processor. On Linux
// the priority is that of this thread and of the processes that it starts; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(5);

/** Has Pagefind make a part of the index, and seals its folder. */
export async function makePart(job: PartJob): Promise<void> {
  await writePart(job);
  await sealFolder(job.folder);
}

/** Looks through the folders of parts: see {@link findDamage}. */
export async function findDamageOfEach(folders: readonly string[]): Promise<(string | undefined)[]> {
  return Array.fromAsync(folders, findDamage);
}
