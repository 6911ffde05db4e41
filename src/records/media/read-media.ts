import { readdirSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, sep } from 'node:path';

import type { Cache, CacheTable } from '../../system/cache.ts';
import { mapConcurrently } from '../../system/concurrently.ts';
import { digestModules } from '../../system/module-digest.ts';
import { inspectMedia, type MediaFile, type UnusableMedia } from './inspect-media.ts';
import { inspectWordFile, type WordFile } from './inspect-word-file.ts';

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
export function readMedia(
  root: string,
  files: Iterable<string>,
  cache: Cache,
): Promise<ReadonlyMap<string, MediaState>> {
  const code = digestModules(new URL('./inspect-media.ts', import.meta.url));
  return readFiles(root, files, cache.table<MediaFile | UnusableMedia>('media'), code, inspectMedia);
}

/** Reads files of the boxes of words in the same way. */
export function readWordFiles(
  root: string,
  files: Iterable<string>,
  cache: Cache,
): Promise<ReadonlyMap<string, WordFile | { failure: string }>> {
  const code = digestModules(new URL('./inspect-word-file.ts', import.meta.url));
  return readFiles(root, files, cache.table<WordFile>('words'), code, inspectWordFile);
}

/**
 * @param code a digest of what inspects them
 * @param inspect is given the absolute path of a file
 */
async function readFiles<State>(
  root: string,
  files: Iterable<string>,
  table: CacheTable<State>,
  code: string,
  inspect: (path: string) => Promise<State>,
): Promise<ReadonlyMap<string, State | { failure: string }>> {
  const named = [...new Set(files)];
  if (named.length === 0) return new Map();
  const folder = realFolder(mediaFolder(root));
  const known = await table.read();
  const used = new Map<string, State>();
  const read = await mapConcurrently(named, 2 * availableParallelism(), async (file) => {
    const path = join(folder, file);
    try {
      if (realpathSync.native(path) !== path) return [file, { failure: 'link' }] as const;
      const state = statSync(path);
      if (!state.isFile()) return [file, { failure: 'EISDIR' }] as const;
      const key = JSON.stringify([code.slice(0, 12), file, state.size, state.mtimeMs]);
      const inspected = known.get(key) ?? (await inspect(path));
      used.set(key, inspected);
      return [file, inspected] as const;
    } catch (error) {
      return [file, { failure: (error as NodeJS.ErrnoException).code ?? '' }] as const;
    }
  });
  if (used.size !== known.size || used.keys().some((key) => !known.has(key))) await table.write(used);
  return new Map<string, State | { failure: string }>(read);
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
