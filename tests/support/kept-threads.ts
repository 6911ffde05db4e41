import * as tinypool from 'tinypool';

type Options = ConstructorParameters<typeof tinypool.Tinypool>[0];

/** The pools that no command uses now, by their options, which name the module that their threads have loaded. */
const idle = new Map<string, tinypool.Tinypool[]>();

/**
 * Stands in for Tinypool in a warm process: threads that one command has closed are there for the next one, with their modules
 * loaded and compiled, which takes longer than what a small archive has for them to do.
 *
 * The writing thread is not kept: it remembers the folder that it has made last, which may be gone.
 */
export class Tinypool extends tinypool.Tinypool {
  #running = 0;
  readonly #key: string = '';

  constructor(options: Options) {
    const key = JSON.stringify(options);
    const kept = idle.get(key)?.pop();
    if (kept) return kept as Tinypool;
    super(options);
    if (!String(options?.filename).endsWith('/write-worker.ts')) this.#key = key;
  }

  override async run(...call: Parameters<tinypool.Tinypool['run']>): Promise<unknown> {
    this.#running++;
    try {
      return await super.run(...call);
    } finally {
      this.#running--;
    }
  }

  /** Keeps the threads, unless they are busy: then a command gives up what they do. */
  override async destroy(): Promise<void> {
    if (this.#key === '' || this.#running > 0) return super.destroy();
    idle.set(this.#key, [...(idle.get(this.#key) ?? []), this]);
  }
}
