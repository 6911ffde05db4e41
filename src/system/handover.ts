/** A value that one part of a process hands to another. */
export interface Handover<Value> {
  /** Hands a value over, in place of the one before. */
  give(value: Value): void;
  /** @throws when nothing was handed over */
  take(): Value;
  /** @returns undefined when nothing was handed over */
  find(): Value | undefined;
}

/**
 * Makes a place where modules that Vite loads find what this program has made. Vite bundles pages with all that they
 * import, so that a module may exist twice in one process, each time with its own state; the global object is the same.
 *
 * @param name tells it apart from others
 */
export function createHandover<Value>(name: string): Handover<Value> {
  const key = Symbol.for(`dateline.${name}`);
  const store = globalThis as Record<symbol, Value | undefined>;
  return {
    give: (value) => void (store[key] = value),
    find: () => store[key],
    take() {
      const value = store[key];
      if (value === undefined)
        throw new Error(`There is no ${name} yet. Start Astro with "npm run dev" or "npm run build".`);
      return value;
    },
  };
}
