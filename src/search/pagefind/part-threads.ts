import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

import { smallHeap } from '../../system/in-threads.ts';
import type { PageToIndex } from './search-index.ts';

/** What a thread is told to do: to write a part of the index into a folder, as `writePart` does. */
export interface PartJob {
  folder: string;
  pages: readonly PageToIndex[];
  language: string;
}

/** What has become of it. */
export interface PartReply {
  error?: Error;
}

/** Threads that write parts of the index, each of them one after the other. */
export interface PartThreads {
  /** @throws when Pagefind reports an error or ends; nothing is written then any more */
  write(job: PartJob): Promise<void>;
  /** Ends the threads, and Pagefind with them, whatever has become of the parts. */
  close(): Promise<void>;
}

/** While pages are made there is hardly time for one; when they all are, two have a core each. Each takes memory. */
const mostThreads = Math.min(2, availableParallelism());

/** By its path, since it is a program of its own. */
const script = resolve('src/search/pagefind/index-worker.ts');

/** Opens threads, which are started when there is something to do for them. */
export function openPartThreads(): PartThreads {
  const workers: Worker[] = [];
  const free: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  let fault: Error | undefined;

  const take = (): Worker | Promise<Worker> => {
    const own = free.pop();
    if (own) return own;
    if (workers.length === mostThreads) return new Promise((resolve) => waiting.push(resolve));
    const worker = new Worker(script, { resourceLimits: smallHeap });
    workers.push(worker);
    return worker;
  };
  const giveBack = (worker: Worker) => {
    const next = waiting.shift();
    if (next) next(worker);
    else free.push(worker);
  };
  const ask = async (worker: Worker, job: PartJob) => {
    const reply = Promise.withResolvers<PartReply>();
    // When Pagefind's own process dies, its promises stay open for ever, and nothing is left for the thread to do.
    const end = () =>
      reply.reject(new Error('Pagefind ended before the index was finished; what it said stands above.'));
    worker.once('message', reply.resolve).once('error', reply.reject).once('exit', end);
    worker.ref();
    worker.postMessage(job);
    const { error } = await reply.promise.finally(() => {
      worker.off('message', reply.resolve).off('error', reply.reject).off('exit', end);
      worker.unref();
    });
    if (error) throw error;
  };
  return {
    async write(job) {
      const worker = await take();
      try {
        // A thread that has ended answers nothing.
        if (fault) throw fault;
        await ask(worker, job);
      } catch (error) {
        fault ??= error as Error;
        throw error;
      } finally {
        giveBack(worker);
      }
    },
    async close() {
      // Pagefind ends with what it hears from.
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
