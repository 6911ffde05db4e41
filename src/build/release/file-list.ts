import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { cacheName, openCache, type OnDamage } from '../../system/cache.ts';
import { digestModules } from '../../system/module-digest.ts';
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
export async function readFileList(
  release: string,
  published: string,
  onDamage?: OnDamage,
): Promise<ReleaseFiles | undefined> {
  const name = await nameOf(release);
  const files = name && (await openCache(workFolder(published), onDamage).table<ReleaseFile>(name).read());
  return files && files.size > 0 ? files : undefined;
}

/** Keeps the list of the files of a release. Its parameters are as for {@link readFileList}. */
export async function writeFileList(release: string, published: string, files: ReleaseFiles): Promise<void> {
  const name = await nameOf(release);
  if (name) await openCache(workFolder(published)).table<ReleaseFile>(name).write(files);
}

/**
 * Removes the list of the files of a release that is about to be changed, and those that other versions of this program
 * have written of it. Its parameters are as for {@link readFileList}.
 */
export async function removeFileList(release: string, published: string): Promise<void> {
  const folder = await identify(release);
  if (folder) await removeLists(published, (name) => name.endsWith(`-${folder}.ndjson`));
}

/** Removes all lists but those of these releases. */
export async function keepFileLists(releases: readonly string[], published: string): Promise<void> {
  const names = await Promise.all(releases.map(nameOf));
  await removeLists(published, (name) => !names.includes(name.replace(/\.ndjson$/, '')));
}

async function removeLists(published: string, isUnwanted: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(workFolder(published))) {
    if (name.startsWith(prefix) && isUnwanted(name))
      await rm(join(workFolder(published), name), { recursive: true, force: true });
  }
}

const prefix = 'files-';

/** A list belongs to a folder, and to the code that wrote it: other code may mean something else by it. */
async function nameOf(release: string): Promise<string | undefined> {
  const folder = await identify(release);
  const code = digestModules(new URL('./release.ts', import.meta.url)).slice(0, 12);
  return folder && `${prefix}${code}-${folder}`;
}

/** The identity of a folder, which renaming does not change. */
async function identify(release: string): Promise<string | undefined> {
  const state = await stat(release).catch(() => undefined);
  return state && `${state.ino}-${state.birthtimeMs}`;
}
