import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Jobs that a thread is given at a time: enough that talking costs nothing beside the work. */
export const batchSize = 64;

/** For a thread of which all that it handles is gone at once: room for more of it would only be filled. */
export const smallHeap = { maxYoungGenerationSizeMb: 16 };

/**
 * Does jobs in threads, on all cores.
 *
 * @param script absolute path of the threads' program: it answers each message, a list of jobs, by the list of what has
 *   become of them
 * @param workerData what the threads are told besides
 * @returns what has become of the jobs, in their order, as it comes
 * @throws the first error of a thread
 */
export async function* doInThreads<Job, Result>(
  script: string,
  jobs: readonly Job[],
  workerData?: unknown,
): AsyncGenerator<Result> {
  const batches = Array.from({ length: Math.ceil(jobs.length / batchSize) }, (_, index) => ({
    jobs: jobs.slice(index * batchSize, (index + 1) * batchSize),
    done: Promise.withResolvers<Result[]>(),
  }));
  // What goes wrong is told when its turn comes.
  for (const { done } of batches) done.promise.catch(() => {});
  const waiting = batches.values();
  const workers = Array.from({ length: availableParallelism() }, () => {
    const worker = new Worker(script, { workerData });
    let current: (typeof batches)[number] | undefined;
    const takeNext = () => {
      current = waiting.next().value;
      if (current) worker.postMessage(current.jobs);
    };
    worker.on('message', (results: Result[]) => {
      current?.done.resolve(results);
      takeNext();
    });
    worker.on('error', (error) => current?.done.reject(error));
    takeNext();
    return worker;
  });
  try {
    for (const { done } of batches) yield* await done.promise;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
