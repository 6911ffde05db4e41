import { openThreads } from '../../system/threads.ts';
import type { ReleaseFiles } from './file-list.ts';
import type { KeptFiles, WriteJob, WrittenFile } from './write-worker.ts';

/** Writes files in a thread of its own: creating a folder and a file takes as long as making most pages. */
export interface Writer {
  /**
   * Writes a file, replacing one of that name. Waits as long as too much is waiting to be written.
   *
   * @param done is called once the file is written
   */
  write(file: string, content: string | Uint8Array, done: (written: WrittenFile) => void): Promise<void>;
  /**
   * Links a file from elsewhere, on the same file system without copying it.
   *
   * @param from absolute path
   * @param done is called once it is linked; when left out, the file is not read
   */
  link(file: string, from: string, done?: (written: WrittenFile) => void): void;
  /**
   * Removes everything that builds have put into the folder but for files that nobody has touched since they were written,
   * and moves everything else out of it.
   *
   * @param files to keep
   * @param own paths of all files that builds have put there
   * @param strays absolute path of the folder for everything else
   * @returns the files that are left, and the paths of what was moved
   */
  keepOnly(
    files: ReleaseFiles,
    own: ReadonlySet<string>,
    strays: string,
  ): Promise<{ kept: ReleaseFiles; moved: string[] }>;
  /** Removes files, and the folders that this leaves empty. Paths at which there is no longer a file are passed over. */
  remove(files: Iterable<string>): Promise<void>;
  /** Waits until everything is written. @throws the first error */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** How many files go into one message to the thread, and how many bytes of content: one buffer, which is moved, not copied. */
const batch = { files: 128, size: 1024 * 1024 };

/** How much may wait to be written, in bytes, so that memory is bounded. */
const limit = 8 * batch.size;

interface Sent {
  size: number;
  done: Promise<void>;
}

const encoder = new TextEncoder();

/** @param folder absolute path of the folder to write into */
export function openWriter(folder: string): Writer {
  // Content is garbage as soon as it is written.
  const threads = openThreads(new URL('./write-worker.ts', import.meta.url), {
    threads: 1,
    maxYoungGenerationSizeMb: 16,
  });
  let jobs: WriteJob[] = [];
  let listeners: (((written: WrittenFile) => void) | undefined)[] = [];
  let buffer = new Uint8Array();
  let size = 0;
  /** In the order in which they were sent, and are done. */
  const sent: Sent[] = [];
  let waiting = 0;

  const send = () => {
    if (jobs.length === 0) return;
    const own = { jobs, listeners, buffer, size };
    [jobs, listeners, buffer, size] = [[], [], new Uint8Array(), 0];
    waiting += own.size;
    const done = threads
      .run<unknown, WrittenFile[]>('writeFiles', { folder, jobs: own.jobs, contents: own.buffer }, [
        own.buffer.buffer,
      ])
      .then((written) => written.forEach((file, index) => own.listeners[index]?.(file)));
    // Whoever waits for it gets the error.
    done.catch(() => {});
    sent.push({ size: own.size, done });
  };
  /** Waits until no more than so much is waiting. */
  const waitFor = async (most: number) => {
    while (sent.length > 0 && waiting > most) await settleFirst();
  };
  const settleFirst = async () => {
    const first = sent[0];
    await first?.done;
    // Somebody else may have waited for the same.
    if (first !== undefined && sent[0] === first) waiting -= sent.shift()?.size ?? 0;
  };
  const add = (job: WriteJob, done?: (written: WrittenFile) => void) => {
    jobs.push(job);
    listeners.push(done);
    if (jobs.length >= batch.files) send();
  };
  /** Puts content into the buffer, after sending what is in it where there may be too little room. @returns where it is */
  const append = (content: string | Uint8Array) => {
    // A UTF-16 code unit takes three bytes of UTF-8 at most.
    const most = typeof content === 'string' ? content.length * 3 : content.length;
    if (size + most > buffer.length) {
      send();
      buffer = new Uint8Array(batch.size);
    }
    const start = size;
    if (most > batch.size) {
      buffer = typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content);
      size = buffer.length;
    } else if (typeof content === 'string') {
      size += encoder.encodeInto(content, buffer.subarray(start)).written;
    } else {
      buffer.set(content, start);
      size += content.length;
    }
    return { start, end: size };
  };
  return {
    async write(file, content, done) {
      add({ file, range: append(content), isSummed: true }, done);
      if (waiting > limit) await waitFor(limit / 2);
    },
    link: (file, from, done) => add({ file, from, isSummed: done !== undefined }, done),
    async keepOnly(files, own, strays) {
      const job = { folder, files, own, strays };
      const { missing, moved } = await threads.run<unknown, KeptFiles>('keepOnly', job);
      const isMissing = new Set(missing);
      const kept =
        missing.length === 0 ? files : new Map([...files].filter(([file]) => !isMissing.has(file)));
      return { kept, moved };
    },
    remove: (files) => threads.run('removeFiles', { folder, files: [...files] }),
    async finish() {
      send();
      while (sent.length > 0) await settleFirst();
    },
    close: () => threads.close(),
  };
}
