import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

import { smallHeap } from '../system/in-threads.ts';

/** What the thread is told to do with a file: write it, or link it from elsewhere. */
export interface WriteJob {
  /** Below the folder. */
  file: string;
  content?: string | Uint8Array;
  /** Whether the content is a page, of which it is asked what is indexed. */
  isPage?: boolean;
  from?: string;
  /** Whether anybody asks what was written. */
  isAsked: boolean;
}

/** A file as it was written. */
export interface WrittenFile {
  size: number;
  /** Milliseconds. */
  changed: number;
  /** Of its content, in hexadecimal. */
  sha256: string;
  /** Of a page, the digest of what is indexed of it: see `digestIndexed`. Else ''. */
  indexed: string;
}

/** What has become of some jobs. */
export type WriteReply = { written: WrittenFile[] } | { error: Error };

/** Writes files in a thread of its own: making a folder and a file takes the disk as long as a page takes to make. */
export interface Writer {
  /**
   * @param content is the writer's from then on, where it is bytes
   * @param then hears of the file once it is written
   */
  write(file: string, content: string | Uint8Array, then: (written: WrittenFile) => void): Promise<void>;
  /** Writes a file that is a page. Its parameters are as for `write`. */
  writePage(file: string, content: string | Uint8Array, then: (written: WrittenFile) => void): Promise<void>;
  /** @param then as for `write`; without it the file's content is not read */
  link(file: string, from: string, then?: (written: WrittenFile) => void): Promise<void>;
  /** Waits for all files. @throws when one could not be written */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Files that the thread is given at a time. */
const batch = 32;

/** What may wait to be written, so that memory is bounded: files, and letters or bytes of them all. */
const mostFiles = 64 * batch;
const mostContent = 8 * 1024 * 1024;

/** @param folder absolute path of the folder to write into */
export function openWriter(folder: string): Writer {
  const worker = new Worker(resolve('src/build/write-worker.ts'), {
    workerData: folder,
    resourceLimits: smallHeap,
  });
  let jobs: WriteJob[] = [];
  let listeners: (((written: WrittenFile) => void) | undefined)[] = [];
  const sent: { listeners: typeof listeners; content: number }[] = [];
  /** Letters or bytes of the jobs that are not sent yet. */
  let content = 0;
  const waiting = { files: 0, content: 0 };
  let fault: Error | undefined;
  /** Who waits for files to be written. */
  const waiters: (() => void)[] = [];
  const wake = () => {
    for (const each of waiters.splice(0)) each();
  };
  const fail = (error: Error) => {
    fault ??= error;
    wake();
  };
  const hear = (reply: WriteReply) => {
    const { listeners: own, content: size } = sent.shift() ?? { listeners: [], content: 0 };
    waiting.files -= own.length;
    waiting.content -= size;
    if (sent.length === 0) worker.unref();
    if ('error' in reply) fail(reply.error);
    else for (const [index, written] of reply.written.entries()) own[index]?.(written);
    wake();
  };
  worker.on('error', fail);
  worker.on('message', hear);
  // While it has nothing to write it keeps no process going that has nothing else to do.
  worker.unref();
  const send = () => {
    if (jobs.length === 0) return;
    worker.ref();
    worker.postMessage(jobs, jobs.flatMap(buffersOf));
    sent.push({ listeners, content });
    [jobs, listeners, content] = [[], [], 0];
  };
  /** @param share of what may wait */
  const waitFor = async (share: number) => {
    const isMore = () => waiting.files > share * mostFiles || waiting.content > share * mostContent;
    while (isMore() && !fault) await new Promise<void>((resolve) => waiters.push(resolve));
    if (fault) throw fault;
  };
  const add = async (job: Omit<WriteJob, 'isAsked'>, then?: (written: WrittenFile) => void) => {
    jobs.push({ ...job, isAsked: then !== undefined });
    listeners.push(then);
    const own = job.content?.length ?? 0;
    content += own;
    waiting.files++;
    waiting.content += own;
    if (jobs.length >= batch || content >= mostContent / 8) send();
    // Of links nothing waits but their paths, and nobody waits for them.
    const isMore = waiting.files > mostFiles || waiting.content > mostContent;
    if (job.content !== undefined && isMore) await waitFor(0.5);
  };
  return {
    write: (file, content, then) => add({ file, content }, then),
    writePage: (file, content, then) => add({ file, content, isPage: true }, then),
    link: (file, from, then) => add({ file, from }, then),
    async finish() {
      send();
      await waitFor(0);
    },
    async close() {
      // Else this process could come to its end while it waits for that of the thread; a late reply would allow it.
      worker.off('message', hear);
      worker.ref();
      await worker.terminate();
    },
  };
}

/** What is handed over without a copy: bytes that are all of their memory. Node.js hands out parts of one for small buffers. */
function buffersOf({ content }: WriteJob): ArrayBuffer[] {
  if (!(content instanceof Uint8Array)) return [];
  const { buffer, byteLength } = content;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
