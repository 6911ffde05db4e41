import { join } from 'node:path';

import { listContentRoots } from '../records/content-root.ts';
import { mediaFolder } from '../records/media/read-media.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import { listContents } from '../records/read/read-federated.ts';
import type { Span } from '../records/span.ts';
import type { Cache } from '../system/cache.ts';
import type { ListFolder } from '../system/folders.ts';
import { listChanges, readContentStates, type FileStates } from './input-state.ts';
import type { Remembered } from './up-to-date.ts';

/** What was read of a content folder. */
export interface ReadContent {
  content: ArchiveContent;
  /** The state that it is of. */
  state: FileStates;
  /** The SHA-256 of the files of records, of source texts and of media, by their absolute paths, in hexadecimal. */
  digests: ReadonlyMap<string, string>;
}

/** How often content is read that changes while it is read. */
const mostAttempts = 3;

/**
 * Reads and checks a content folder, and keeps what takes long to parse for the next build. What is read is of one state:
 * when files change meanwhile, everything is read again. If that happens each time, the state is that before the last time.
 *
 * @param root absolute path of the content folder
 * @param options `allowsRemoval`: whether most articles, and lines of the ledger, may have been removed since the last
 *   build; `outDir`, `span`: see {@link readContentState}; `cache`: where that is kept; `state`: of the folder, where it has
 *   just been read; `remembered`: what is known of its files from the last time, of which those of the same state are not read
 *   again; `isFollowed`: whether the caller reads again whenever files change; `listFolder`: how folders are listed;
 *   `rereadsTexts`: see `readCollection`; `federates`: see `readArchive`
 * @throws {ContentError} with all problems of all files
 */
export async function readContent(
  root: string,
  {
    outDir,
    span,
    state: given,
    remembered,
    isFollowed = false,
    listFolder,
    ...options
  }: {
    allowsRemoval: boolean;
    outDir?: string;
    cache?: Cache;
    span?: Span;
    state?: FileStates;
    remembered?: ReadonlyMap<string, Remembered>;
    isFollowed?: boolean;
    listFolder?: ListFolder;
    rereadsTexts?: boolean;
    federates?: (root: string) => Cache;
  },
): Promise<ReadContent> {
  // The list of archives may change, too.
  const readState = async () => readContentStates(await listContentRoots(root), { outDir, span, listFolder });
  let state = given ?? (await readState());
  for (let attempt = 1; ; attempt++) {
    const current = state;
    const findDigest = (file: string) => {
      const [known, digest] = remembered?.get(file) ?? [];
      return known !== undefined && known === current.get(file) ? digest : undefined;
    };
    const { content, problems } = await readArchive(root, {
      savesCache: true,
      span,
      findDigest,
      listFolder,
      ...options,
    });
    const stateAfter = isFollowed ? state : await readState();
    if (attempt < mostAttempts && listChanges(state, stateAfter).length > 0) {
      state = stateAfter;
      continue;
    }
    if (!content) throw new ContentError(problems);
    const digests = new Map<string, string>();
    for (const each of listContents(content, root)) addDigests(digests, each.root, each.content);
    return { content, state, digests };
  }
}

function addDigests(
  digests: Map<string, string>,
  root: string,
  { about, articles, media, vocabularies }: ArchiveContent,
): void {
  for (const [folder, entries] of Object.entries({ articles, ...vocabularies }))
    for (const { id, digest } of entries) digests.set(join(root, folder, `${id}.md`), digest);
  for (const { data } of articles)
    if (data.source?.file) digests.set(join(root, 'sources', data.source.file), data.source.sha256 ?? '');
  for (const [file, { sha256 }] of media) digests.set(join(mediaFolder(root), file), sha256);
  if (about) digests.set(join(root, 'about.md'), about.digest);
}
