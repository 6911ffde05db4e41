import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';

/** Threads that run the functions of one module. */
export interface Threads {
  /**
   * Runs one of the module's functions in a thread that is free, or waits for one. Calls are started in their order.
   *
   * @param name of an export of the module
   * @param argument plain data, which the thread gets a copy of
   * @param transfer memory that is moved instead of copied, and gone for the caller
   * @returns a copy of what the function returns
   * @throws what the function throws, as a copy
   */
  run<Argument, Result>(name: string, argument: Argument, transfer?: ArrayBuffer[]): Promise<Result>;
  /** Ends the threads, whatever they are doing. */
  close(): Promise<void>;
}

export interface ThreadOptions {
  /** At most; all cores when left out. */
  threads?: number;
  /** For short-lived data: a bound on each thread's young generation, which would otherwise grow to no purpose. */
  maxYoungGenerationSizeMb?: number;
}

/**
 * Opens threads, which are started when there is something to run.
 *
 * @param module URL of the module whose functions they run
 *
 * @example
 * const threads = openThreads(new URL('./render-worker.ts', import.meta.url));
 * await threads.run('renderArticles', jobs);
 */
export function openThreads(module: URL, options: ThreadOptions = {}): Threads {
  const { threads = availableParallelism(), maxYoungGenerationSizeMb } = options;
  const pool = new Tinypool({
    filename: fileURLToPath(module),
    minThreads: 0,
    maxThreads: threads,
    // A thread keeps the modules that it has loaded until the pool is closed.
    idleTimeout: 2 ** 31 - 1,
    ...(maxYoungGenerationSizeMb && { resourceLimits: { maxYoungGenerationSizeMb } }),
  });
  return {
    run: (name, argument, transfer = []) => pool.run(argument, { name, transferList: transfer }),
    close: () => pool.destroy(),
  };
}

/** Jobs in one call of a thread: enough that passing messages costs nothing beside the work. */
export const batchSize = 64;

/**
 * Has many small jobs done in threads, in batches.
 *
 * @param run does a batch: usually a call of {@link Threads.run}
 * @returns the results in the order of the jobs, as soon as each is there
 * @throws the first error
 */
export async function* runBatches<Job, Result>(
  jobs: readonly Job[],
  run: (batch: readonly Job[]) => Promise<readonly Result[]>,
): AsyncGenerator<Result> {
  const batches = Array.from({ length: Math.ceil(jobs.length / batchSize) }, (_, index) =>
    run(jobs.slice(index * batchSize, (index + 1) * batchSize)),
  );
  // An error is thrown when its turn comes; until then it is not an unhandled one.
  for (const batch of batches) batch.catch(() => {});
  for (const batch of batches) yield* await batch;
}
