import { ContentError } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import type { OnDamage } from '../system/cache.ts';
import { listChanges, readContentState, type FileStates } from './input-state.ts';

/** What was read of a content folder. */
export interface ReadContent {
  content: ArchiveContent;
  /** The state that it is of. */
  state: FileStates;
}

/** How often content is read that changes while it is read. */
const mostAttempts = 3;

/**
 * Reads and checks a content folder, and keeps what takes long to parse for the next build. What is read is of one state:
 * when files change meanwhile, everything is read again. If that happens each time, the state is that before the last time.
 *
 * @param root absolute path of the content folder
 * @param options `allowsRemoval`: whether most articles, and lines of the ledger, may have been removed since the last
 *   build; `outDir`: see {@link readContentState}; `onDamage`: see `openCache`
 * @throws {ContentError} with all problems of all files
 */
export async function readContent(
  root: string,
  { outDir, ...options }: { allowsRemoval: boolean; outDir?: string; onDamage?: OnDamage },
): Promise<ReadContent> {
  let state = readContentState(root, outDir);
  for (let attempt = 1; ; attempt++) {
    const { content, problems } = await readArchive(root, { savesCache: true, ...options });
    const stateAfter = readContentState(root, outDir);
    if (attempt < mostAttempts && listChanges(state, stateAfter).length > 0) {
      state = stateAfter;
      continue;
    }
    if (!content) throw new ContentError(problems);
    return { content, state };
  }
}
