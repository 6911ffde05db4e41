/** A value that one part of the program passes to another. */
export interface Handover<Value> {
  /** Sets the value, replacing the previous one. */
  give(value: Value): void;
  /** @throws when no value has been set */
  take(): Value;
  /** @returns undefined when no value has been set */
  find(): Value | undefined;
}

/**
 * Creates a process-wide value, through which modules that Vite loads get data of this program. Vite bundles pages with
 * everything that they import, so that a module may exist twice in one process, each time with its own state; only the
 * global object is shared.
 *
 * @param name unique; also used in the error message
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
