import { hash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { findDamage, sealFolder } from './sealed-folder.ts';
import { readTable, writeTable, type TableEntries } from './table-file.ts';
import { unfinishedName } from './write-file.ts';

/**
 * A cache that persists between builds. The key of each value is computed from everything that it was made from, including
 * the code (see `digestModules`), so that entries are never stale, only unused. Files are written atomically and have
 * checksums, which are compared whenever an entry is taken: damaged ones count as missing. The cache may be deleted at any
 * time.
 */
export interface Cache {
  /** Values by key in a single file: for many small values. */
  table<Value>(name: string): CacheTable<Value>;
  /** Folders by key: for the output of other programs. */
  folders(name: string, checks?: FolderChecks): CacheFolders;
}

/** Values of plain data by key. */
export interface CacheTable<Value> {
  /**
   * Reads values.
   *
   * @param isWanted selects the values by their keys; all by default
   * @returns the values by key; an empty map when the file is missing or damaged
   */
  read(isWanted?: (key: string) => boolean): Promise<Map<string, Value>>;
  /** Replaces all values by these. */
  write(entries: Iterable<readonly [string, Value]> | AsyncIterable<readonly [string, Value]>): Promise<void>;
}

/** Folders of files by key. */
interface CacheFolders {
  /** @returns the absolute path of the folder with this key; undefined when there is none, or it is damaged */
  find(key: string): Promise<string | undefined>;
  /**
   * Creates a folder, replacing an existing one with this key.
   *
   * @param make writes files into an empty folder, given its absolute path
   * @returns the final absolute path of the folder
   */
  make(key: string, make: (folder: string) => Promise<void>): Promise<string>;
  /** Removes all folders except those with these keys. */
  keepOnly(keys: Iterable<string>): Promise<void>;
}

/** How the files of a folder are read for their checksums: {@link sealFolder} and {@link findDamage}, for instance in a thread. */
interface FolderChecks {
  seal(folder: string): Promise<void>;
  findDamage(folder: string): Promise<string | undefined>;
}

/** Is called with the absolute path of each file that was damaged, and has been removed from the cache. */
export type OnDamage = (file: string) => void;

/**
 * Opens a cache.
 *
 * @param root absolute path of its folder, which need not exist
 * @param onDamage when left out, damaged files stay until they are written again
 */
export function openCache(root: string, onDamage?: OnDamage): Cache {
  return {
    table: (name) => openTable(join(root, `${name}.ndjson`), onDamage),
    folders: (name, checks = { seal: sealFolder, findDamage }) =>
      openFolders(join(root, name), checks, onDamage),
  };
}

function openTable<Value>(file: string, onDamage?: OnDamage): CacheTable<Value> {
  return {
    async read(isWanted) {
      const values = await readTable<Value>(file, isWanted);
      if (!values && isThere(file)) await discard(file, file, onDamage);
      return values ?? new Map<string, Value>();
    },
    async write(entries: TableEntries) {
      makeCacheFolder(dirname(file), onDamage);
      // A folder cannot be replaced by renaming.
      if (isFolder(file)) await rm(file, { recursive: true });
      await writeTable(file, entries);
    },
  };
}

function openFolders(root: string, checks: FolderChecks, onDamage?: OnDamage): CacheFolders {
  return {
    async find(key) {
      const folder = join(root, key);
      if (!isThere(folder)) return undefined;
      const damaged = isFolder(folder) ? await checks.findDamage(folder) : '';
      if (damaged === undefined) return folder;
      await discard(folder, join(folder, damaged), onDamage);
      return undefined;
    },
    async make(key, make) {
      const folder = join(root, key);
      const temporary = unfinishedName(folder);
      makeCacheFolder(root, onDamage);
      await rm(temporary, { recursive: true, force: true });
      await mkdir(temporary);
      await make(temporary);
      await checks.seal(temporary);
      await rm(folder, { recursive: true, force: true });
      await rename(temporary, folder);
      return folder;
    },
    async keepOnly(keys) {
      const kept = new Set(keys);
      for (const name of existsSync(root) ? await readdir(root) : []) {
        if (!kept.has(name)) await rm(join(root, name), { recursive: true, force: true });
      }
    },
  };
}

async function discard(path: string, damaged: string, onDamage?: OnDamage): Promise<void> {
  if (!onDamage) return;
  await rm(path, { recursive: true, force: true });
  onDamage(damaged);
}

/**
 * Creates a folder for what is kept between builds. A file or a broken link in its place, or in the place of a folder above
 * it, is removed: it can only be damage.
 *
 * @param folder absolute path
 */
// Synchronously: of many who need the folder at once, only the first finds anything to remove.
export function makeCacheFolder(folder: string, onDamage?: OnDamage): void {
  if (isFolder(folder)) return;
  let obstacle = folder;
  while (!isFolder(dirname(obstacle))) obstacle = dirname(obstacle);
  if (isThere(obstacle)) {
    rmSync(obstacle);
    onDamage?.(obstacle);
  }
  mkdirSync(folder, { recursive: true });
}

/** Whether there is anything at a path, even a broken link. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A short name for the cache of a path: 12 hexadecimal digits. */
export function cacheName(path: string): string {
  return hash('sha256', path).slice(0, 12);
}
