import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { OnDamage } from '../../system/cache.ts';
import { CommandError } from '../../system/command-error.ts';
import { readFileList, removeFileList, type ReleaseFiles } from './file-list.ts';
import { manifestFile, parseManifest } from './manifest.ts';
import { isLitter, refuseOtherArchive, refuseStrays } from './output-folder.ts';
import { removeUnfinished, unfinishedMarker } from './write-worker.ts';

/** The folder that the next release is made in, and what earlier ones offer it. */
export interface ReleaseFolders {
  /** Absolute path. */
  next: string;
  /** The files that were in it when it was the last release but one. */
  known: ReleaseFiles;
  /** The paths of all files that builds have put into it. */
  own: ReadonlySet<string>;
  /** The files of the published release, which may be linked. */
  linkable: ReleaseFiles;
}

/** The path of what builds keep beside a published folder: on the same file system, so that it can be renamed. */
export function beside(published: string, what: 'next' | 'previous' | 'strays' | 'lock'): string {
  return join(dirname(published), `.${basename(published)}-${what}`);
}

/**
 * Prepares the folder of the next release: that of the last but one, or an empty one. What builds that were killed have
 * left is put right.
 *
 * @param published absolute path of the published folder
 * @param dataUrl of the data of the archive that is built
 * @param onDamage is called with each list of files that is damaged
 * @throws {CommandError} when something that would be replaced was not made by a build of this archive
 */
export async function prepareFolders(
  published: string,
  dataUrl: string,
  onDamage?: OnDamage,
): Promise<ReleaseFolders> {
  const [next, previous] = [beside(published, 'next'), beside(published, 'previous')];
  for (const folder of [next, previous]) refuseForeign(folder);
  // A build that was killed between the two renamings of `swap` has left no published folder.
  if (!existsSync(published) && existsSync(previous)) await rename(previous, published);
  // One that was killed as soon as it had begun has left the last release but one as it was.
  if (isWhole(next) && !existsSync(previous)) await rename(next, previous);
  const linkable: ReleaseFiles = (await readFileList(published, published, onDamage)) ?? new Map();
  refuseOtherArchive(published, dataUrl, linkable.size > 0);
  refuseStrays(published, linkable.size > 0 ? linkable.keys() : await listOwnFiles(published));
  removeUnfinished(next);
  if (!existsSync(previous)) {
    await mkdir(next, { recursive: true });
    return { next, known: new Map(), own: new Set(), linkable };
  }
  const known = await readFileList(previous, published, onDamage);
  const own = new Set(known?.keys() ?? (await listOwnFiles(previous)));
  // From now on it changes: if this build is killed, nothing says what is in it.
  await removeFileList(previous, published);
  await rename(previous, next);
  return { next, known: known ?? new Map(), own, linkable };
}

/** Lists the paths of the files of a release that is whole. */
async function listOwnFiles(release: string): Promise<string[]> {
  if (!isWhole(release)) return [];
  return [manifestFile, ...parseManifest(await readFile(join(release, manifestFile), 'utf8'))];
}

/**
 * Replaces the published release by another, and keeps the old one beside it. Synchronously: a signal cannot end the process
 * in between.
 *
 * @returns the folders of both
 * @throws when it cannot be renamed; the published one is then in its place again
 */
export function swap(next: string, published: string): string[] {
  const previous = beside(published, 'previous');
  rmSync(join(next, unfinishedMarker), { force: true });
  const isReplacing = existsSync(published);
  if (isReplacing) renameSync(published, previous);
  try {
    renameSync(next, published);
  } catch (error) {
    if (isReplacing) renameSync(previous, published);
    throw error;
  }
  return [published, previous];
}

/** Whether a folder is a release that was finished. */
function isWhole(folder: string): boolean {
  return existsSync(join(folder, manifestFile)) && !existsSync(join(folder, unfinishedMarker));
}

function refuseForeign(folder: string): void {
  const state = lstatSync(folder, { throwIfNoEntry: false });
  if (state === undefined) return;
  if (state.isDirectory()) {
    const names = readdirSync(folder).filter((name) => !isLitter(name));
    if (names.length === 0 || names.includes(manifestFile) || names.includes(unfinishedMarker)) return;
  }
  throw new CommandError(
    `${folder} is where a build keeps its work, but it was not made by one. Move it elsewhere, then build again.`,
  );
}
