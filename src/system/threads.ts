import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';

/** A pool of threads that run the functions of one module. */
export interface Threads {
  /**
   * Runs one of the module's functions in an idle thread, or waits for one. Calls are started in order.
   *
   * @param name of an export of the module
   * @param argument plain data, which is copied to the thread
   * @param transfer buffers that are moved instead of copied, and detached for the caller
   * @returns a copy of what the function returns
   * @throws what the function throws, as a copy
   */
  run<Argument, Result>(name: string, argument: Argument, transfer?: ArrayBuffer[]): Promise<Result>;
  /** Terminates the threads, even if they are busy. Further calls change nothing. */
  close(): Promise<void>;
}

export interface ThreadOptions {
  /** The maximum number of threads; by default the number of cores. */
  threads?: number;
  /** A limit of V8's young generation in each thread, which would otherwise grow without benefit for short-lived data. */
  maxYoungGenerationSizeMb?: number;
}

/**
 * Opens a pool of threads, which are started on demand.
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
    // Threads stay alive until the pool is closed, so that they load their modules only once.
    idleTimeout: 2 ** 31 - 1,
    ...(maxYoungGenerationSizeMb && { resourceLimits: { maxYoungGenerationSizeMb } }),
  });
  let closed: Promise<void> | undefined;
  return {
    run: (name, argument, transfer = []) => pool.run(argument, { name, transferList: transfer }),
    close: () => (closed ??= pool.destroy()),
  };
}

/** Jobs in one call of a thread: enough to make the cost of messages negligible. */
export const batchSize = 64;

/**
 * Runs many small jobs in threads, in batches.
 *
 * @param run runs a batch: usually a call of {@link Threads.run}
 * @returns the results in the order of the jobs, each as soon as it is available
 * @throws the first error
 */
export async function* runBatches<Job, Result>(
  jobs: readonly Job[],
  run: (batch: readonly Job[]) => Promise<readonly Result[]>,
): AsyncGenerator<Result> {
  const batches = Array.from({ length: Math.ceil(jobs.length / batchSize) }, (_, index) =>
    run(jobs.slice(index * batchSize, (index + 1) * batchSize)),
  );
  // Errors are thrown when their turn comes; until then they must not count as unhandled rejections.
  for (const batch of batches) batch.catch(() => {});
  for (const batch of batches) yield* await batch;
}
