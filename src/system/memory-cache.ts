import type { Cache, CacheTable } from './cache.ts';

/** How long nothing must have been written before tables are saved, in milliseconds. */
const quiet = 5000;

/**
 * A cache for a process that reads and writes the same tables again and again: they stay in memory, and are saved once
 * nothing has been written for a while. What is not saved when the process ends is made again by the next one.
 */
export function keepInMemory(cache: Cache): Cache {
  const tables = new Map<string, ReadonlyMap<string, unknown>>();
  const unsaved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let saving = Promise.resolve();
  const save = async () => {
    for (const name of unsaved) {
      unsaved.delete(name);
      // What cannot be saved is in memory still.
      await cache
        .table(name)
        .write(tables.get(name) ?? [])
        .catch(() => undefined);
    }
  };
  return {
    close: () => cache.close(),
    folders: (name, checks) => cache.folders(name, checks),
    table<Value>(name: string): CacheTable<Value> {
      return {
        async read(isWanted = () => true) {
          const known = tables.get(name) ?? (await cache.table<Value>(name).read());
          tables.set(name, known);
          // As from a file: who has read it may change it.
          const wanted = new Map<string, Value>();
          for (const [key, value] of known as ReadonlyMap<string, Value>)
            if (isWanted(key)) wanted.set(key, value);
          return wanted;
        },
        findStored: (isWanted) => cache.table<Value>(name).findStored(isWanted),
        async write(entries) {
          tables.set(name, new Map(await Array.fromAsync(entries)));
          unsaved.add(name);
          clearTimeout(timer);
          timer = setTimeout(() => (saving = saving.then(save)), quiet).unref();
        },
      };
    },
  };
}
