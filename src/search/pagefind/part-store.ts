import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { fragmentFolder, partFile } from './index-part.ts';

/** A part of the index that is kept between builds. */
export interface Part {
  /** Digest of all that the part is made of. */
  key: string;
  /** Absolute path of its folder: see `writePart`. */
  folder: string;
}

/** The parts of an index that are kept between builds. */
export interface PartStore {
  /** @returns nothing when there is no such part, or not all of it */
  find(key: string): Promise<Part | undefined>;
  /** Keeps a part that is written into a folder. */
  keep(key: string, write: (folder: string) => Promise<void>): Promise<Part>;
  /** Removes all parts but these. */
  forgetOthers(parts: readonly Part[]): Promise<void>;
}

/** @param root absolute path of the folder that holds the parts */
export function openPartStore(root: string): PartStore {
  return {
    async find(key) {
      const folder = join(root, key);
      return existsSync(join(folder, partFile)) ? { key, folder } : undefined;
    },
    async keep(key, write) {
      const folder = join(root, key);
      const next = `${folder}.${process.pid}`;
      await rm(next, { recursive: true, force: true });
      await mkdir(join(next, fragmentFolder), { recursive: true });
      await write(next);
      await rm(folder, { recursive: true, force: true });
      await rename(next, folder);
      return { key, folder };
    },
    async forgetOthers(parts) {
      const keys = new Set(parts.map(({ key }) => key));
      for (const name of await readdir(root)) {
        if (!keys.has(name)) await rm(join(root, name), { recursive: true, force: true });
      }
    },
  };
}
