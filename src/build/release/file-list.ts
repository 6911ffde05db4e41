import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { cacheName, openCache } from '../../system/cache.ts';
import type { WrittenFile } from './write-worker.ts';

/** A file of a release. */
export interface ReleaseFile extends WrittenFile {
  /** Of what it was made: as long as the key is the same, so is the file. Undefined where that is not known. */
  key: string | undefined;
}

/** The files of a release by their paths. */
export type ReleaseFiles = ReadonlyMap<string, ReleaseFile>;

/** The folder of what builds know of the releases of a published folder, and of their work in progress. */
export function workFolder(published: string): string {
  return resolve('node_modules/.cache/dateline/releases', cacheName(published));
}

/**
 * Reads the list of the files of a release.
 *
 * @param release absolute path of its folder
 * @returns undefined when there is no folder, or no list of its files
 */
export async function readFileList(release: string, published: string): Promise<ReleaseFiles | undefined> {
  const name = await nameOf(release);
  const files = name && (await openCache(workFolder(published)).table<ReleaseFile>(name).read());
  return files && files.size > 0 ? files : undefined;
}

/** Keeps the list of the files of a release. Its parameters are as for {@link readFileList}. */
export async function writeFileList(release: string, published: string, files: ReleaseFiles): Promise<void> {
  const name = await nameOf(release);
  if (name) await openCache(workFolder(published)).table<ReleaseFile>(name).write(files);
}

/** Removes the list of the files of a release that is about to be changed. Its parameters are as for {@link readFileList}. */
export async function removeFileList(release: string, published: string): Promise<void> {
  const name = await nameOf(release);
  if (name) await rm(join(workFolder(published), `${name}.ndjson`), { force: true });
}

/** Removes all lists but those of these releases. */
export async function keepFileLists(releases: readonly string[], published: string): Promise<void> {
  const names = await Promise.all(releases.map(nameOf));
  for (const file of await readdir(workFolder(published))) {
    if (file.startsWith(prefix) && !names.includes(file.replace(/\.ndjson$/, '')))
      await rm(join(workFolder(published), file));
  }
}

const prefix = 'files-';

/** A list belongs to the identity of a folder, which renaming does not change. */
async function nameOf(release: string): Promise<string | undefined> {
  const state = await stat(release).catch(() => undefined);
  return state && `${prefix}${state.ino}-${state.birthtimeMs}`;
}
