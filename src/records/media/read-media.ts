import { readdirSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, sep } from 'node:path';

import type { Cache } from '../../system/cache.ts';
import { mapConcurrently } from '../../system/concurrently.ts';
import { digestModules } from '../../system/module-digest.ts';
import { inspectMedia, type MediaFile, type UnusableMedia } from './inspect-media.ts';

/** A file that an article names: what it is, why it cannot be published, or why it cannot be read (an error's code). */
export type MediaState = MediaFile | UnusableMedia | { failure: string };

/** The folder of pictures and attachments. @param root absolute path of the content folder */
export function mediaFolder(root: string): string {
  return join(root, 'media');
}

/**
 * Reads files of `content/media/`. Files whose size and time are as they were when they were read last are not read again.
 *
 * @param root absolute path of the content folder
 * @param files their paths below `media/`
 * @returns what is known of each; a file that a symbolic link puts elsewhere has the failure `link`
 */
export async function readMedia(
  root: string,
  files: Iterable<string>,
  cache: Cache,
): Promise<ReadonlyMap<string, MediaState>> {
  const named = [...new Set(files)];
  if (named.length === 0) return new Map();
  const folder = realFolder(mediaFolder(root));
  const code = digestModules(new URL('./inspect-media.ts', import.meta.url)).slice(0, 12);
  const table = cache.table<MediaState>('media');
  const known = await table.read();
  const used = new Map<string, MediaState>();
  const read = await mapConcurrently(named, 2 * availableParallelism(), async (file) => {
    const path = join(folder, file);
    try {
      if (realpathSync.native(path) !== path) return [file, { failure: 'link' }] as const;
      const state = statSync(path);
      if (!state.isFile()) return [file, { failure: 'EISDIR' }] as const;
      const key = JSON.stringify([code, file, state.size, state.mtimeMs]);
      const media = known.get(key) ?? (await inspectMedia(path));
      used.set(key, media);
      return [file, media] as const;
    } catch (error) {
      return [file, { failure: (error as NodeJS.ErrnoException).code ?? '' }] as const;
    }
  });
  if (used.size !== known.size || used.keys().some((key) => !known.has(key))) await table.write(used);
  return new Map<string, MediaState>(read);
}

/** Lists everything in `content/media/` but hidden files: paths below it, sorted. @param root absolute path of the content folder */
export function listMediaFiles(root: string): string[] {
  const folder = mediaFolder(root);
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .filter((file) => !/(?:^|\/)\./.test(file))
      .sort();
  } catch {
    return [];
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
