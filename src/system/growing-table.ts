import type { Cache, CacheTable } from './cache.ts';

/** When this share of a table is new or no longer used, all of it is written again. */
const much = 1 / 8;

/**
 * Opens a table to which most runs add little: until it is much, what is new is written into a file of its own, instead of all
 * of it again. Only for values that never change, since their keys are computed from everything that they were made from; those
 * that are no longer used stay until everything is written again.
 */
export function openGrowingTable<Value>(cache: Cache, name: string): CacheTable<Value> {
  const whole = cache.table<Value>(name);
  const added = cache.table<Value>(`${name}-added`);
  /** All that the file of most has; none when it was not read, or is damaged. */
  let keys = new Set<string>();
  return {
    async read(isWanted = () => true) {
      const seen = new Set<string>();
      const values = await whole.read((key) => {
        seen.add(key);
        return isWanted(key);
      });
      keys = values.size > 0 ? seen : new Set();
      for (const [key, value] of await added.read(isWanted)) values.set(key, value);
      return values;
    },
    async findStored(isWanted) {
      const values = await whole.findStored(isWanted);
      for (const [key, value] of await added.findStored(isWanted)) values.set(key, value);
      return values;
    },
    async write(entries) {
      const all = new Map(await Array.fromAsync(entries));
      const more = [...all].filter(([key]) => !keys.has(key));
      const unused = keys.size - (all.size - more.length);
      if (more.length + unused <= keys.size * much) await added.write(more);
      else {
        await whole.write(all);
        await added.write([]);
      }
    },
  };
}
