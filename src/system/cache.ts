import { hash } from 'node:crypto';
import { closeSync, existsSync, lstatSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { findDamage, sealFolder } from './sealed-folder.ts';
import { CommandError } from './command-error.ts';
import { openTable, readTable, writeTable, type StoredValue, type TableEntries } from './table-file.ts';
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
  /** Closes the files that {@link CacheTable.findStored} leaves values in. */
  close(): void;
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
  /** Finds values of other caches (see {@link openCache}), which together are too large to be held in memory. */
  findStored(isWanted: (key: string) => boolean): Promise<Map<string, StoredValue<Value>>>;
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
 * @param others absolute paths of other caches, from which is taken what this one does not have; nothing is written there
 */
export function openCache(root: string, onDamage?: OnDamage, others: readonly string[] = []): Cache {
  const opened: number[] = [];
  return {
    table: (name) => openCacheTable(root, `${name}.ndjson`, { onDamage, others, opened }),
    folders: (name, checks = { seal: sealFolder, findDamage }) =>
      openFolders(join(root, name), checks, {
        onDamage,
        others: others.map((other) => join(other, name)),
      }),
    close: () => opened.splice(0).forEach((descriptor) => closeSync(descriptor)),
  };
}

interface CacheSurroundings {
  onDamage: OnDamage | undefined;
  others: readonly string[];
}

function openCacheTable<Value>(
  root: string,
  name: string,
  { onDamage, others, opened }: CacheSurroundings & { opened: number[] },
): CacheTable<Value> {
  const file = join(root, name);
  return {
    async read(isWanted) {
      const values = await readTable<Value>(file, isWanted);
      if (!values && isThere(file)) await discard(file, file, onDamage);
      return values ?? new Map<string, Value>();
    },
    async findStored(isWanted) {
      const found = new Map<string, StoredValue<Value>>();
      for (const other of others) {
        const table = await openTable<Value>(join(other, name), isWanted);
        if (!table) throw damagedElsewhere(join(other, name));
        opened.push(table.descriptor);
        for (const [key, value] of table.values) found.set(key, value);
      }
      return found;
    },
    async write(entries: TableEntries) {
      makeCacheFolder(dirname(file), onDamage);
      // A folder cannot be replaced by renaming.
      if (isFolder(file)) await rm(file, { recursive: true });
      await writeTable(file, entries);
    },
  };
}

function damagedElsewhere(path: string): CommandError {
  return new CommandError(`${path} is missing or damaged. Build the part that it belongs to again.`);
}

function openFolders(
  root: string,
  checks: FolderChecks,
  { onDamage, others }: CacheSurroundings,
): CacheFolders {
  return {
    async find(key) {
      const folder = join(root, key);
      if (isThere(folder)) {
        const damaged = isFolder(folder) ? await checks.findDamage(folder) : '';
        if (damaged === undefined) return folder;
        await discard(folder, join(folder, damaged), onDamage);
      }
      for (const other of others.map((each) => join(each, key)).filter(isFolder)) {
        const damaged = await checks.findDamage(other);
        if (damaged !== undefined) throw damagedElsewhere(join(other, damaged));
        return other;
      }
      return undefined;
    },
    async make(key, make) {
      const folder = join(root, key);
      const temporary = unfinishedName(folder);
      makeCacheFolder(root, onDamage);
      await rm(temporary, { recursive: true, force: true });
      await mkdir(temporary);
      try {
        await make(temporary);
        await checks.seal(temporary);
      } catch (error) {
        await rm(temporary, { recursive: true, force: true });
        throw error;
      }
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
