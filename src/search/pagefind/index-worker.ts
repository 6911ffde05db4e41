import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

import { writePart } from './index-part.ts';
import type { PartJob, PartReply } from './part-threads.ts';

// A thread of `openPartThreads`: it has Pagefind make one part after the other.

// Pages are made in the thread that all others wait for, which is not to wait for a processor. On Linux this is of a
// thread, and of the processes that it starts; elsewhere it would be of them all. It gets a third of what others get.
if (process.platform === 'linux') setPriority(5);

/** Hears of one part at a time: while one is made, nothing but Pagefind keeps the thread going. */
function hearNext(): void {
  parentPort?.once('message', (job: PartJob) => void make(job));
}

async function make({ folder, pages, language }: PartJob): Promise<void> {
  const reply: PartReply = await writePart(folder, pages, language).then(
    () => ({}),
    (error: Error) => ({ error }),
  );
  hearNext();
  parentPort?.postMessage(reply);
}

hearNext();
