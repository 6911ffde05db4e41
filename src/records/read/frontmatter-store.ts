import { resolve } from 'node:path';

import { cacheFolder } from '../content-root.ts';
import { digestFiles } from '../../system/digest-files.ts';
import { batchSize, doInThreads } from '../../system/in-threads.ts';
import { keptFile, readKeptLines, writeKeptLines } from '../../system/kept-lines.ts';
import type { RecordFile } from './list-files.ts';
import type { RecordSchema } from './read-record.ts';
import { aboutSchema, articleSchema, authoritySchemas } from '../schemas/schemas.ts';

/** As much of a record that is right as takes long to read. */
interface KeptFrontmatter<Data = unknown> {
  data: Data;
  /** Where the text below the frontmatter begins, in UTF-16 code units. */
  bodyStart: number;
}

/** Records that have been read and are right, by their schema and the digest of their file. */
export interface FrontmatterStore {
  find<Data>(schema: RecordSchema<Data>, digest: string): KeptFrontmatter<Data> | undefined;
  add<Data>(schema: RecordSchema<Data>, digest: string, record: KeptFrontmatter<Data>): void;
  /**
   * Reads many files on all cores, when so many cannot have been read before.
   *
   * @returns the files in their order, with what has been read of those that were, and are right
   */
  readAhead(
    schema: RecordSchema<unknown>,
    files: readonly RecordFile[],
  ): AsyncGenerator<{ file: RecordFile; ahead: ReadAhead | undefined }>;
  /** Keeps what has been found or added, and nothing else, for the next run. */
  save(): Promise<void>;
}

/** A file that a thread is to read, and the number of its schema. */
export interface ReadJob {
  file: string;
  schema: number;
}

/** A record that a thread has read. */
export interface ReadAhead {
  /** Of the file. */
  digest: string;
  record: KeptFrontmatter;
  /** The Markdown below the frontmatter. */
  body: string;
}

/** With fewer files, the threads take longer to start than the work does. */
const worthThreads = 16 * batchSize;

/** By its path, since Astro bundles what calls it. */
const script = resolve('src/records/read/read-worker.ts');

/** The first line is the digest of the program that has read the records; each other one is a record. */
type Line = string | [key: string, record: KeptFrontmatter];

/** @param root absolute path of the content folder whose records are kept */
export async function openFrontmatterStore(root: string): Promise<FrontmatterStore> {
  const file = keptFile(cacheFolder(root), 'frontmatter');
  const program = await digestFiles(['src/records', 'package-lock.json']);
  const kept = new Map<string, KeptFrontmatter>();
  const used = new Map<string, KeptFrontmatter>();
  let isOwn = false;
  for await (const line of readKeptLines<Line>(file)) {
    if (typeof line === 'string') isOwn = line === program;
    if (!isOwn) break;
    if (typeof line !== 'string') kept.set(...line);
  }
  return {
    find<Data>(schema: RecordSchema<Data>, digest: string) {
      const key = keyOf(schema, digest);
      const record = kept.get(key);
      if (record) used.set(key, record);
      return record as KeptFrontmatter<Data> | undefined;
    },
    add(schema, digest, record) {
      used.set(keyOf(schema, digest), record);
    },
    async *readAhead(schema, files) {
      const isWorth = files.length - kept.size >= worthThreads;
      const jobs = files.map(({ file }): ReadJob => ({ file, schema: schemas.indexOf(schema) }));
      const read = isWorth ? doInThreads<ReadJob, ReadAhead | undefined>(script, jobs) : undefined;
      try {
        for (const file of files) yield { file, ahead: (await read?.next())?.value ?? undefined };
      } finally {
        await read?.return(undefined);
      }
    },
    async save() {
      const isSame = used.size === kept.size && [...used.keys()].every((key) => kept.has(key));
      if (!isSame) await writeKeptLines(file, [program, ...used]);
    },
  };
}

/** The schemas, by the numbers that they go by. */
export const schemas: readonly RecordSchema<unknown>[] = [
  aboutSchema,
  articleSchema,
  ...Object.values(authoritySchemas),
];

function keyOf(schema: object, digest: string): string {
  return `${(schemas as readonly object[]).indexOf(schema)} ${digest}`;
}
