import { setPriority } from 'node:os';

import { writePart, type PartJob } from './index-part.ts';

export { mergePartWords } from './merged-words.ts';
export { findDamage, sealFolder } from '../../system/sealed-folder.ts';

// What the threads of `openSearchIndex` run.

// Everything waits for the main thread, which renders pages, so that it should not have to wait for a processor. On Linux
// the priority is that of this thread and of the processes that it starts; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(5);

/** Has Pagefind make a part of the index. */
export function makePart(job: PartJob): Promise<void> {
  return writePart(job);
}
