import { hash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

import { digestIndexed } from '../search/indexed-page.ts';
import type { WriteJob, WriteReply, WrittenFile } from './writer.ts';

// The thread of `openWriter`.

parentPort?.on('message', (jobs: WriteJob[]) => parentPort?.postMessage(work(jobs)));

function work(jobs: readonly WriteJob[]): WriteReply {
  try {
    return { written: jobs.map(put) };
  } catch (error) {
    return { error: error as Error };
  }
}

const utf8 = new TextDecoder();

function put({ file, content, isPage, from, isAsked }: WriteJob): WrittenFile {
  const path = join(workerData as string, file);
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  makeFolder(path);
  place(path, () => {
    // A file that is there may be linked with one that is published, so that nothing is written into it.
    if (bytes !== undefined) writeFileSync(path, bytes, { flag: 'wx' });
    else if (from !== undefined) link(from, path);
  });
  const { size, mtimeMs: changed } = statSync(path);
  const sha256 = isAsked ? hash('sha256', bytes ?? readFileSync(path)) : '';
  const indexed = isPage ? digestIndexed(typeof content === 'string' ? content : utf8.decode(content)) : '';
  return { size, changed, sha256, indexed };
}

/** The folder of the file before. */
let lastFolder = '';

/** Makes the folder of a file. Most pages have one of their own: to try without it first would cost more. */
function makeFolder(path: string): void {
  const folder = dirname(path);
  if (folder === lastFolder) return;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    replaceFileAbove(path);
  }
  lastFolder = folder;
}

/** Does what makes a file, again once nothing is in its place. */
function place(path: string, make: () => void): void {
  try {
    make();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') rmSync(path, { recursive: true });
    else throw error;
    make();
  }
}

/** Makes a folder for a file where an edition before had a file. */
function replaceFileAbove(path: string): void {
  let above = dirname(path);
  while (!lstatSync(above, { throwIfNoEntry: false })?.isFile()) above = dirname(above);
  rmSync(above);
  mkdirSync(dirname(path), { recursive: true });
}

/** Not every file system has links, or links to another. */
function link(from: string, path: string): void {
  try {
    linkSync(from, path);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    copyFileSync(from, path);
    const { atime, mtime } = statSync(from);
    utimesSync(path, atime, mtime);
  }
}
