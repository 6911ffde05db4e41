import { SHARE_ENV } from 'node:worker_threads';
import * as tinypool from 'tinypool';

type Options = ConstructorParameters<typeof tinypool.Tinypool>[0];

/** Idle pools, by their options, which include the module that their threads run. */
const idle = new Map<string, Tinypool[]>();

/**
 * Stands in for Tinypool in a warm process: threads that one command has closed are there for the next one, with their modules
 * loaded and compiled, which takes longer than what a small archive has for them to do. They have the environment of the
 * command that uses them.
 *
 * The writing thread is not kept: it remembers the last folder it made, which may be gone by then.
 */
export class Tinypool extends tinypool.Tinypool {
  #running = 0;
  #isClosed = false;
  #hasFailed = false;
  readonly #key: string = '';

  constructor(options: Options) {
    const key = JSON.stringify(options);
    const kept = idle.get(key)?.pop();
    if (kept) {
      kept.#isClosed = false;
      return kept;
    }
    super({ ...options, env: SHARE_ENV as never });
    if (!String(options?.filename).endsWith('write-worker.ts')) this.#key = key;
  }

  override async run(...call: Parameters<tinypool.Tinypool['run']>): Promise<unknown> {
    this.#running++;
    try {
      return await super.run(...call);
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    } finally {
      this.#running--;
    }
  }

  /** Keeps the threads, unless they are busy or something has failed in them: then they are ended. */
  override async destroy(): Promise<void> {
    // A command may close it twice.
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#key === '' || this.#running > 0 || this.#hasFailed) return super.destroy();
    idle.set(this.#key, [...(idle.get(this.#key) ?? []), this]);
  }
}
