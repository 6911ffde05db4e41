import { opendir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { UsageError } from '../../system/command-error.ts';
import { foldCase } from './path-finder.ts';

/** The names of all files in a folder, by which the addresses of pictures are looked up. */
export interface MediaFolder {
  /** As it was given. */
  name: string;
  /** Absolute path without symbolic links. */
  path: string;
  /** The files at a path below the folder, as the file system has them: several where their names differ only in form. */
  get(path: string, anyCase: boolean): string[];
  /** The files whose paths end with one, such as `2021/07/harbour.jpg`. */
  endingWith(path: string, anyCase: boolean): string[];
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
  /** Paths as the file system has them. */
  const files: string[] = [];
  const visit = async (below: string): Promise<void> => {
    const folders: string[] = [];
    for await (const entry of await opendir(join(path, below))) {
      const inner = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) folders.push(inner);
      else if (entry.isFile()) files.push(inner);
    }
    for (const folder of folders.sort()) await visit(folder);
  };
  try {
    await visit('');
  } catch (error) {
    throw refuse(`cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
  const exact = indexPaths(files, (inner) => normalizeUnicode(inner, 'NFC'));
  /** It is needed only where a file is not found by its own letters. */
  let folded: PathIndex | undefined;
  const indexOf = (anyCase: boolean) => (anyCase ? (folded ??= indexPaths(files, foldCase)) : exact);
  return {
    name,
    path,
    get: (wanted, anyCase) => indexOf(anyCase).get(wanted),
    endingWith: (wanted, anyCase) => indexOf(anyCase).endingWith(wanted),
  };
}

interface PathIndex {
  get(path: string): string[];
  endingWith(path: string): string[];
}

/** Indexes paths. @param keyOf the form in which they are compared */
function indexPaths(files: readonly string[], keyOf: (path: string) => string): PathIndex {
  const paths = new Map<string, string[]>();
  /** The keys of paths by the last part of them. */
  const byName = new Map<string, Set<string>>();
  for (const file of files) {
    const key = keyOf(file);
    const same = paths.get(key);
    if (same) same.push(file);
    else paths.set(key, [file]);
    const name = lastOf(key);
    const known = byName.get(name);
    if (known) known.add(key);
    else byName.set(name, new Set([key]));
  }
  return {
    get: (wanted) => paths.get(keyOf(wanted)) ?? [],
    endingWith(wanted) {
      const end = keyOf(wanted);
      const keys = [...(byName.get(lastOf(end)) ?? [])];
      return keys
        .filter((key) => key === end || key.endsWith(`/${end}`))
        .flatMap((key) => paths.get(key) ?? []);
    },
  };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
