import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { batchSize, openThreads, runBatches } from '../../system/threads.ts';
import { checkIds } from '../check/check-ids.ts';
import { startOfFile, type Problem } from '../problem.ts';
import { decodeText } from './decode-text.ts';
import { recordSchemas, type FrontmatterCache, type CollectionName } from './frontmatter-cache.ts';
import { listRecordFiles, type RecordFile } from './list-files.ts';
import { readMarkdownRecord, type ReadRecord } from './read-record.ts';
import type { RecordRead } from './read-worker.ts';
import type { DataPath } from './yaml-offsets.ts';

/** A record whose file has been read, and that has not been checked against the others yet. */
export interface UncheckedRecord<Data> extends RecordFile, ReadRecord<Data> {
  /** SHA-256 of the file, in hexadecimal; '' when it could not be read. */
  digest: string;
}

/** Files that no run has parsed yet, from which on starting threads is worth its time. */
const enoughForThreads = 16 * batchSize;

/**
 * Reads all records of a folder, on all cores when most of them are new.
 *
 * @param folder absolute path
 * @param problems gets everything that is wrong with the files by themselves
 * @returns the records in the order of their ids, also those that are not valid
 */
export async function readCollection<Data>(
  folder: string,
  kind: CollectionName,
  cache: FrontmatterCache,
  problems: Problem[],
): Promise<UncheckedRecord<Data>[]> {
  const listed = listRecordFiles(folder);
  problems.push(...listed.problems, ...checkIds(listed.files));
  const { files } = listed;
  if (files.length - cache.size < enoughForThreads)
    return files.map((file) => readRecordFile<Data>(file, kind, cache, problems));

  const threads = openThreads(new URL('./read-worker.ts', import.meta.url));
  try {
    const paths = files.map(({ file }) => file);
    const reading = runBatches(paths, (batch) =>
      threads.run<unknown, (RecordRead | undefined)[]>('readRecords', { kind, files: batch }),
    );
    const records: UncheckedRecord<Data>[] = [];
    for await (const read of reading) {
      const file = files[records.length] as RecordFile;
      if (!read) records.push(readRecordFile(file, kind, cache, problems));
      else {
        const { digest, data, bodyStart, body } = read;
        cache.add(kind, digest, { data, bodyStart });
        records.push(validRecord(file, kind, data as Data, body, digest));
      }
    }
    return records;
  } finally {
    await threads.close();
  }
}

// Files are read synchronously, one after another: small ones are in the system's cache, and asking a thread for each
// takes five times as long as reading it.

/** Reads one record. Its parameters are as for {@link readCollection}. */
export function readRecordFile<Data>(
  { file, id }: RecordFile,
  kind: CollectionName,
  cache: FrontmatterCache,
  problems: Problem[],
): UncheckedRecord<Data> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const found = `a file that cannot be read (${(error as NodeJS.ErrnoException).code})`;
    const fix = 'Put it back, or make it readable for yourself.';
    problems.push({ file, ...startOfFile, found, expected: 'a readable file', fix });
    return { file, id, partial: {}, problems: [], digest: '', positionOf: () => startOfFile };
  }
  const digest = hash('sha256', bytes);
  const known = cache.find(kind, digest);
  if (known) {
    const body = decodeText(bytes).text.slice(known.bodyStart);
    return validRecord({ file, id }, kind, known.data as Data, body, digest);
  }
  const record = readMarkdownRecord(bytes, recordSchemas[kind]) as ReadRecord<Data>;
  const { data, bodyStart } = record;
  if (data !== undefined && bodyStart !== undefined && record.problems.length === 0)
    cache.add(kind, digest, { data, bodyStart });
  problems.push(...record.problems.map((problem) => ({ file, ...problem })));
  return { file, id, ...record, digest };
}

/** A valid record, whose file is parsed again only if a position in it is asked for. */
function validRecord<Data>(
  { file, id }: RecordFile,
  kind: CollectionName,
  data: Data,
  body: string,
  digest: string,
): UncheckedRecord<Data> {
  const positionOf = (path: DataPath) =>
    readMarkdownRecord(readFileSync(file), recordSchemas[kind]).positionOf(path);
  return { file, id, data, partial: data as Partial<Data>, body, problems: [], digest, positionOf };
}
