import { readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { lock } from '../../system/lock.ts';
import {
  keepFileLists,
  workFolder,
  writeFileList,
  type ReleaseFile,
  type ReleaseFiles,
} from './file-list.ts';
import { prepareFolders, swap } from './folders.ts';
import { formatManifest, manifestFile } from './manifest.ts';
import { openWriter } from './writer.ts';

/**
 * The next release of a published folder, in the making beside it. What has not changed comes from the two releases
 * before: the last but one becomes the folder of the next, so that its folders need not be created again, and from the
 * published one files are linked. No file that is published is ever written to.
 */
export interface Release {
  /** Whether a file has been put into it. */
  has(file: string): boolean;
  /** Whether an earlier release has a file at this path, which {@link Release.takeOver} may take. */
  offers(file: string): boolean;
  /** Takes a file over from an earlier release that has it with this key, if nobody has touched it since. */
  takeOver(file: string, key: string): boolean;
  /** Writes a file. Errors come here or from {@link Release.publish}. */
  write(file: string, content: string | Uint8Array, key?: string): Promise<void>;
  /** Puts a file that is elsewhere, and will not be changed there, into the release. @param from absolute path */
  link(file: string, from: string, key?: string): void;
  /**
   * Replaces the published folder by the release, with the checksums of its files (`manifest-sha256.txt`).
   *
   * @returns how many files it has
   * @throws when a file could not be written; the published folder stays as it was
   */
  publish(): Promise<number>;
  /** Ends the work on it, and removes it unless it was published. */
  close(): Promise<void>;
}

/**
 * Begins a release, when no other process is making one for the same folder.
 *
 * @param published absolute path of the published folder, which need not exist
 * @param onWait is called once when there is another process to wait for
 */
export async function openRelease(published: string, onWait = () => {}): Promise<Release> {
  await mkdir(workFolder(published), { recursive: true });
  const unlock = await lock(join(workFolder(published), 'lock'), onWait);
  const { next, kept, linkable } = await prepareFolders(published);
  const files = new Map<string, ReleaseFile>();
  const writer = openWriter(next);
  let isPublished = false;

  const findUntouched = (folder: string, known: ReleaseFiles, file: string, key: string) => {
    const found = known.get(file);
    return found?.key === key && isUntouched(join(folder, file), found) ? found : undefined;
  };
  const write: Release['write'] = (file, content, key) =>
    writer.write(file, content, (written) => files.set(file, { key, ...written }));
  return {
    has: (file) => files.has(file),
    offers: (file) => kept.has(file) || linkable.has(file),
    takeOver(file, key) {
      const own = findUntouched(next, kept, file, key);
      const known = own ?? findUntouched(published, linkable, file, key);
      if (!known) return false;
      if (!own) writer.link(file, join(published, file));
      files.set(file, known);
      return true;
    },
    write,
    link: (file, from, key) => writer.link(file, from, (written) => files.set(file, { key, ...written })),
    async publish() {
      await writer.finish();
      const sums = [...files].map(([file, { sha256 }]) => [file, sha256] as const);
      await write(manifestFile, formatManifest(sums));
      await writer.finish();
      removeOthers(next, files);
      await writeFileList(next, published, files);
      const releases = await swap(next, published);
      isPublished = true;
      await keepFileLists(releases, published);
      return files.size;
    },
    async close() {
      await writer.close();
      if (!isPublished) await rm(next, { recursive: true, force: true });
      unlock();
    },
  };
}

function isUntouched(path: string, { size, changed }: ReleaseFile): boolean {
  const state = statSync(path, { throwIfNoEntry: false });
  return state?.isFile() === true && state.size === size && state.mtimeMs === changed;
}

/** Removes everything from a folder that is not one of its files, and empty folders. @returns whether anything is left */
function removeOthers(root: string, files: ReleaseFiles, folder = ''): boolean {
  let isEmpty = true;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const isKept = entry.isDirectory() ? removeOthers(root, files, path) : entry.isFile() && files.has(path);
    if (isKept) isEmpty = false;
    else if (entry.isDirectory()) rmdirSync(join(root, path));
    else rmSync(join(root, path));
  }
  return !isEmpty;
}
