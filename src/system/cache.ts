import { createHash, hash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { unfinishedName, writeFileSafely } from './write-file.ts';

/**
 * A cache that persists between builds. The key of each value is computed from everything that it was made from, including
 * the code (see `digestModules`), so that entries are never stale, only unused. Files are written atomically and have a
 * checksum: damaged ones count as missing. The cache may be deleted at any time.
 */
export interface Cache {
  /** Values by key in a single file: for many small values. */
  table<Value>(name: string): CacheTable<Value>;
  /** Folders by key: for the output of other programs. */
  folders(name: string): CacheFolders;
}

/** Values of plain data by key. */
interface CacheTable<Value> {
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
  /** @returns the absolute path of the folder with this key; undefined when there is none */
  find(key: string): string | undefined;
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

/**
 * Opens a cache.
 *
 * @param root absolute path of its folder, which need not exist
 */
export function openCache(root: string): Cache {
  return {
    table: (name) => openTable(join(root, `${name}.ndjson`)),
    folders: (name) => openFolders(join(root, name)),
  };
}

// One JSON text per line: a single JSON text of everything could exceed the maximum length of a string (512 MB).
function openTable<Value>(file: string): CacheTable<Value> {
  return {
    async read(isWanted = () => true) {
      const values = new Map<string, Value>();
      if (!existsSync(file)) return values;
      const sum = createHash('sha256');
      let isComplete = false;
      try {
        for await (const line of createInterface({ input: createReadStream(file) })) {
          // Each line is a key with its value, except for the last one: the checksum of all lines before it.
          const content = JSON.parse(line) as [key: string, value: Value] | string;
          isComplete = typeof content === 'string' && content === sum.copy().digest('hex');
          sum.update(`${line}\n`);
          if (typeof content !== 'string' && isWanted(content[0])) values.set(...content);
        }
      } catch {
        isComplete = false;
      }
      return isComplete ? values : new Map();
    },
    write: (entries) => writeFileSafely(file, formatLines(entries)),
  };
}

async function* formatLines(
  entries: Iterable<readonly [string, unknown]> | AsyncIterable<readonly [string, unknown]>,
): AsyncGenerator<string> {
  const sum = createHash('sha256');
  for await (const entry of entries) {
    const line = formatLine(entry);
    sum.update(line);
    yield line;
  }
  yield formatLine(sum.digest('hex'));
}

function formatLine(value: unknown): string {
  // These may occur in JSON strings, but readline treats them as line ends.
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}

function openFolders(root: string): CacheFolders {
  return {
    find(key) {
      const folder = join(root, key);
      return existsSync(folder) ? folder : undefined;
    },
    async make(key, make) {
      const folder = join(root, key);
      const temporary = unfinishedName(folder);
      await rm(temporary, { recursive: true, force: true });
      await mkdir(temporary, { recursive: true });
      await make(temporary);
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

/** A short name for the cache of a path: 12 hexadecimal digits. */
export function cacheName(path: string): string {
  return hash('sha256', path).slice(0, 12);
}
