import { createHash, hash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { unfinishedName, writeFileSafely } from './write-file.ts';

/**
 * What is kept between builds. Everything has a key, which is computed from all that the value was made of, the code
 * included (see `digestModules`): a value is never out of date, it is only no longer asked for. Files are written whole or
 * not at all and carry a checksum. So the cache may be removed at any time, and what is damaged counts as missing.
 */
export interface Cache {
  /** Values by key in one file: for many small ones. */
  table<Value>(name: string): CacheTable<Value>;
  /** Folders by key: for what other programs write. */
  folders(name: string): CacheFolders;
}

/** Values of plain data by key. */
interface CacheTable<Value> {
  /**
   * Reads the values that are wanted.
   *
   * @param isWanted says of a key whether it is; of all when left out
   * @returns the values by key; an empty map when there is no file, or not all of it
   */
  read(isWanted?: (key: string) => boolean): Promise<Map<string, Value>>;
  /** Keeps these values, and no others. */
  write(entries: Iterable<readonly [string, Value]> | AsyncIterable<readonly [string, Value]>): Promise<void>;
}

/** Folders of files by key. */
interface CacheFolders {
  /** @returns the absolute path of the folder that was made with this key; undefined when there is none */
  find(key: string): string | undefined;
  /**
   * Makes a folder and keeps it.
   *
   * @param make fills an empty folder, by its absolute path
   * @returns the absolute path that the folder has from then on
   */
  make(key: string, make: (folder: string) => Promise<void>): Promise<string>;
  /** Removes all folders but those of these keys. */
  keepOnly(keys: Iterable<string>): Promise<void>;
}

/** @param root absolute path of the cache's folder, which need not exist */
export function openCache(root: string): Cache {
  return {
    table: (name) => openTable(join(root, `${name}.ndjson`)),
    folders: (name) => openFolders(join(root, name)),
  };
}

// A line of JSON each: all of it as one JSON text would be limited to the greatest length of a string (512 MB).
function openTable<Value>(file: string): CacheTable<Value> {
  return {
    async read(isWanted = () => true) {
      const values = new Map<string, Value>();
      if (!existsSync(file)) return values;
      const sum = createHash('sha256');
      let isWhole = false;
      try {
        for await (const line of createInterface({ input: createReadStream(file) })) {
          // A line is a key with its value; the last is the checksum of all before.
          const content = JSON.parse(line) as [key: string, value: Value] | string;
          isWhole = typeof content === 'string' && content === sum.copy().digest('hex');
          sum.update(`${line}\n`);
          if (typeof content !== 'string' && isWanted(content[0])) values.set(...content);
        }
      } catch {
        isWhole = false;
      }
      return isWhole ? values : new Map();
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
  // JSON allows these two in strings, and readline ends a line at them.
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

/** A short name for a folder of a cache that belongs to a path: 12 hexadecimal digits. */
export function cacheName(path: string): string {
  return hash('sha256', path).slice(0, 12);
}
