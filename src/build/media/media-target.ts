import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { publishedName } from '../../archive/media/published-sizes.ts';
import { removeUnfinished, unfinishedName } from '../../system/write-file.ts';
import type { ReleaseTarget } from '../release/host-folders.ts';

/** Where published media are put. */
export interface MediaTarget {
  /**
   * Keeps a file of an earlier build.
   *
   * @param key of what it was made from
   * @returns whether it is there
   */
  takeOver(name: string, key: string): Promise<boolean>;
  /** Puts a file there. @param from absolute path of the file, which stays as it is */
  put(name: string, from: string, key: string): Promise<void>;
  /** Removes what earlier builds have put there and this one has not. */
  finish(): Promise<void>;
}

/** The folder of media in a release. */
export const mediaPath = 'media';

/** Puts media into the release itself. */
export function intoRelease(release: ReleaseTarget): MediaTarget {
  const below = (name: string) => `${mediaPath}/${name}`;
  return {
    takeOver: (name, key) => release.takeOver(below(name), key),
    put: (name, from, key) => Promise.resolve(release.link(below(name), from, key)),
    finish: () => Promise.resolve(),
  };
}

/**
 * Puts media into a folder of their own, to be copied to another host. A name says what a file was made from; what is there
 * under it stays.
 *
 * @param folder absolute path
 */
export async function intoFolder(folder: string): Promise<MediaTarget> {
  await mkdir(folder, { recursive: true });
  const used = new Set<string>();
  return {
    async takeOver(name) {
      used.add(name);
      const state = await stat(join(folder, name)).catch(() => undefined);
      return state?.isFile() === true && state.size > 0;
    },
    async put(name, from) {
      const path = join(folder, name);
      const temporary = unfinishedName(path);
      await copyFile(from, temporary);
      await rename(temporary, path);
    },
    async finish() {
      await removeUnfinished(folder);
      for (const name of await readdir(folder))
        if (publishedName.test(name) && !used.has(name)) await rm(join(folder, name));
    },
  };
}
