import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { OnDamage } from '../../system/cache.ts';
import { readFileList, removeFileList, type ReleaseFiles } from './file-list.ts';

/** The folder that the next release is made in, and what earlier ones offer it. */
export interface ReleaseFolders {
  /** Absolute path. */
  next: string;
  /** The files that were in it when it was the last release but one. */
  known: ReleaseFiles;
  /** The files of the published release, which may be linked. */
  linkable: ReleaseFiles;
}

/** A hidden folder beside a folder: on the same file system, so that it can be renamed. */
function beside(published: string, state: 'next' | 'previous'): string {
  return join(dirname(published), `.${basename(published)}-${state}`);
}

/**
 * Prepares the folder of the next release: that of the last but one, or an empty one. What builds that were killed have
 * left is put right.
 */
export async function prepareFolders(published: string, onDamage?: OnDamage): Promise<ReleaseFolders> {
  const [next, previous] = [beside(published, 'next'), beside(published, 'previous')];
  // A build that was killed between the two renamings of `swap` has left no published folder.
  if (!existsSync(published) && existsSync(previous)) await rename(previous, published);
  const linkable = (await readFileList(published, published, onDamage)) ?? new Map();
  await rm(next, { recursive: true, force: true });
  const known = await readFileList(previous, published, onDamage);
  if (known) {
    // From now on it changes: if this build is killed, nothing says what is in it.
    await removeFileList(previous, published);
    await rename(previous, next);
    return { next, known, linkable };
  }
  await rm(previous, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  return { next, known: new Map(), linkable };
}

/**
 * Replaces the published release by another, and keeps the old one beside it.
 *
 * @returns the folders of both
 * @throws when it cannot be renamed; the published one is then in its place again
 */
export async function swap(next: string, published: string): Promise<string[]> {
  const previous = beside(published, 'previous');
  const isReplacing = existsSync(published);
  if (isReplacing) await rename(published, previous);
  try {
    await rename(next, published);
  } catch (error) {
    if (isReplacing) await rename(previous, published);
    throw error;
  }
  return [published, previous];
}
