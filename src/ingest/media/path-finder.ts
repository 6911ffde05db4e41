import { lstatSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

import { normalizeUnicode } from '../../records/normalize-unicode.ts';

/** How many folders are remembered: texts come folder by folder. */
const mostFolders = 100;

/** Finds what is at a path below a folder. @returns its path as the file system has it */
export type PathFinder = (folder: string, path: string, anyCase: boolean) => string | undefined;

/** The form in which names are compared that differ only in upper and lower case. */
export function foldCase(name: string): string {
  return normalizeUnicode(name, 'NFC').toLowerCase();
}

/**
 * Creates the function that finds files by their paths. The names of a text and of a file system may have their accents in
 * different forms of Unicode (macOS decomposes them), and, where that is asked for, other upper and lower case: then a name
 * counts only if no other in its folder is like it.
 */
export function createPathFinder(): PathFinder {
  /** The names in a folder by their folded form. */
  const folders = new Map<string, Map<string, string[]>>();
  return (folder, path, anyCase) => {
    let at: string | undefined = folder;
    for (const part of path.split(sep)) {
      at = findEntry(at, part, anyCase);
      if (at === undefined) return undefined;
    }
    return at;
  };

  function findEntry(folder: string, name: string, anyCase: boolean): string | undefined {
    const forms = [name, normalizeUnicode(name, 'NFC'), normalizeUnicode(name, 'NFD')];
    for (const form of new Set(forms)) if (isThere(join(folder, form))) return join(folder, form);
    const [only, another] = anyCase ? (namesIn(folder).get(foldCase(name)) ?? []) : [];
    return only === undefined || another !== undefined ? undefined : join(folder, only);
  }

  function namesIn(folder: string): Map<string, string[]> {
    const known = folders.get(folder);
    if (known) return known;
    const names = Map.groupBy(listFolder(folder), foldCase);
    const [oldest] = folders.size >= mostFolders ? folders.keys() : [];
    if (oldest !== undefined) folders.delete(oldest);
    folders.set(folder, names);
    return names;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A name that is too long, or a folder that cannot be read.
    return false;
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
