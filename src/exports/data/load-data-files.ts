import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Archive } from '../../archive/archive.ts';
import { cacheFolder, contentRoot } from '../../records/content-root.ts';
import { digestFiles } from '../../system/digest-files.ts';
import { keptFile, readKeptLines, unfinished, writeKeptLines } from '../../system/kept-lines.ts';
import { readBody } from '../../records/read/read-record.ts';
import { listDataFiles, type DataFile } from './data-files.ts';

/** What is known of a file's content. */
interface Sum {
  key: string;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

/** A file of data with its size in bytes and its sum. */
export type SummedFile = DataFile & Sum;

/** The files that were made to be summed up and not asked for since, by their keys: where each is put aside. */
const made = new Map<string, string>();

/**
 * The content of a file of data. What articles say is read again: the archive does not hold it.
 *
 * @returns of a file that {@link loadDataFiles} has just made, that
 */
export async function readDataFile(file: DataFile): Promise<string | Buffer<ArrayBuffer>> {
  const aside = made.get(file.key);
  if (aside === undefined) return makeContent(file);
  made.delete(file.key);
  const content = await readFile(aside);
  await rm(aside);
  return content;
}

const loaded = new WeakMap<Archive, Promise<SummedFile[]>>();

/**
 * The files of data with their sizes and sums, which are kept between builds: making a sum anew takes as long as making
 * its file. Only one file's content is held at a time; it is put aside for {@link readDataFile}.
 */
export function loadDataFiles(archive: Archive): Promise<SummedFile[]> {
  const own = loaded.get(archive) ?? load(archive);
  loaded.set(archive, own);
  return own;
}

async function load(archive: Archive): Promise<SummedFile[]> {
  const program = await digestFiles([
    'src/records',
    'src/languages',
    'src/archive',
    'src/exports',
    'package-lock.json',
  ]);
  const kept = keptFile(cacheFolder(contentRoot()), 'data-sums');
  const known = new Map<string, Sum>();
  for await (const sum of readKeptLines<Sum>(kept)) known.set(sum.key, sum);
  const files = listDataFiles(archive).map((file) => {
    const key = hash('sha256', `${program} ${file.key}`);
    return { ...file, ...(known.get(key) ?? { key, ...make(file) }) };
  });
  if (files.some(({ key }) => !known.has(key)) || files.length !== known.size) {
    await writeKeptLines(
      kept,
      files.map(({ key, bytes, sha256 }): Sum => ({ key, bytes, sha256 })),
    );
  }
  return files;
}

function makeContent({ content }: DataFile): string {
  const root = contentRoot();
  return content((path) => readBody(readFileSync(join(root, `${path}.md`))));
}

function make(file: DataFile): Pick<Sum, 'bytes' | 'sha256'> {
  // As a string: V8 answers each 64 MB of buffers by looking through all memory.
  const content = makeContent(file);
  // The next build removes it, should this one be broken off.
  const aside = join(cacheFolder(contentRoot()), `data-${file.name}${unfinished}`);
  writeFileSync(aside, content);
  made.set(file.key, aside);
  return { bytes: Buffer.byteLength(content), sha256: hash('sha256', content) };
}
