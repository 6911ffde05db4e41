import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Archive } from '../archive/archive.ts';
import { cacheFolder, contentRoot } from '../records/content-root.ts';
import { digestFiles } from '../records/digest-files.ts';
import { keptFile, readKeptLines, writeKeptLines } from '../records/kept-lines.ts';
import { readBody } from '../records/read-record.ts';
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

/** The content of a file of data. What articles say is read again: the archive does not hold it. */
export function readDataFile({ content }: DataFile): string {
  const root = contentRoot();
  return content((path) => readBody(readFileSync(join(root, `${path}.md`))));
}

/**
 * The files of data with their sizes and sums, which are kept between builds: making a file anew takes as long as making
 * it. Only one file's content is held at a time.
 */
export async function loadDataFiles(archive: Archive): Promise<SummedFile[]> {
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
    const key = createHash('sha256').update(`${program} ${file.key}`).digest('hex');
    return { ...file, ...(known.get(key) ?? { key, ...sumUp(readDataFile(file)) }) };
  });
  if (files.some(({ key }) => !known.has(key)) || files.length !== known.size) {
    await writeKeptLines(
      kept,
      files.map(({ key, bytes, sha256 }): Sum => ({ key, bytes, sha256 })),
    );
  }
  return files;
}

function sumUp(content: string): Pick<Sum, 'bytes' | 'sha256'> {
  return {
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}
