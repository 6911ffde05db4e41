import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { UsageError } from '../../system/command-error.ts';

/** The names of all files in a folder, by which the addresses of pictures are looked up. */
export interface MediaFolder {
  /** As it was given. */
  name: string;
  /** Absolute path without symbolic links. */
  path: string;
  /** @param path below the folder @returns that path as the file system has it */
  get(path: string): string | undefined;
  /** The files whose paths end with one, such as `2021/07/harbour.jpg`. */
  endingWith(path: string): string[];
}

/**
 * Lists a folder once: hidden files and symbolic links are ignored, so that nothing outside of it is found.
 *
 * @throws {UsageError} when it is no folder, or cannot be read
 */
export async function openMediaFolder(name: string): Promise<MediaFolder> {
  const refuse = (why: string) =>
    new UsageError(`--media ${name} ${why}: give the folder that has the files, such as wp-content/uploads.`);
  const state = await stat(resolve(name)).catch(() => undefined);
  if (!state) throw refuse('does not exist');
  if (!state.isDirectory()) throw refuse('is not a folder');
  const path = await realpath(resolve(name));
  /** Paths as the file system has them, by their normalized form. */
  const paths = new Map<string, string>();
  /** Paths by the last part of them. */
  const byName = new Map<string, string[]>();
  const visit = async (below: string): Promise<void> => {
    const folders: string[] = [];
    for await (const entry of await opendir(join(path, below))) {
      const inner = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) folders.push(inner);
      else if (entry.isFile()) addFile(inner, entry);
    }
    for (const folder of folders.sort()) await visit(folder);
  };
  const addFile = (inner: string, { name: last }: Dirent) => {
    const key = normalizeUnicode(inner, 'NFC');
    paths.set(key, inner);
    const lastKey = normalizeUnicode(last, 'NFC');
    const known = byName.get(lastKey);
    if (known) known.push(key);
    else byName.set(lastKey, [key]);
  };
  try {
    await visit('');
  } catch (error) {
    throw refuse(`cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
  return {
    name,
    path,
    get: (wanted) => paths.get(wanted),
    endingWith(wanted) {
      const last = wanted.slice(wanted.lastIndexOf('/') + 1);
      const found = (byName.get(last) ?? []).filter((each) => each === wanted || each.endsWith(`/${wanted}`));
      return found.flatMap((each) => paths.get(each) ?? []);
    },
  };
}
