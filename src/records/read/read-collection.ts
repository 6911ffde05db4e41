import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';

import type { ListFolder } from '../../system/folders.ts';
import { batchSize, openThreads, runBatches } from '../../system/threads.ts';
import { checkIds } from '../check/check-ids.ts';
import { ContentError, startOfFile, type Position, type Problem } from '../problem.ts';
import { decodeText, type TextProblem } from './decode-text.ts';
import {
  parsedFrontmatter,
  recordSchemas,
  type FrontmatterCache,
  type MarkdownRecordKind,
  type ParsedFrontmatter,
} from './frontmatter-cache.ts';
import { listRecordFiles, type RecordFile } from './list-files.ts';
import { readMarkdownRecord, type ReadRecord } from './read-record.ts';
import type { RecordRead } from './read-worker.ts';
import type { DataPath } from './yaml-offsets.ts';

/** A record whose file has been read, but which has not been checked against other records yet. */
export interface UncheckedRecord<Data> extends RecordFile, ReadRecord<Data> {
  /** SHA-256 of the file, in hexadecimal; '' when it could not be read. */
  digest: string;
}

/** Files as they are going to be, by absolute path: they are read instead of what is on the disk. */
export type PlannedFiles = ReadonlyMap<string, Uint8Array>;

/** Finds the SHA-256 of a file, by its absolute path, that is known not to have changed since it was read, in hexadecimal. */
export type FindDigest = (file: string) => string | undefined;

/** How records are read: see {@link readCollection}. */
interface ReadOptions {
  planned?: PlannedFiles | undefined;
  findDigest?: FindDigest | undefined;
  rereadsTexts?: boolean | undefined;
}

/** With fewer files to parse, starting threads takes longer than it saves. */
const enoughForThreads = 16 * batchSize;

/**
 * Reads all records of a folder, on all cores when many of them are not in the cache.
 *
 * @param folder absolute path
 * @param problems the problems of each file on its own are added to this
 * @param options `planned`: files that are going to be changed, or added; `isFolderWanted`, `listFolder`: see {@link listRecordFiles};
 *   `findDigest`: files for which it finds one, and which are in the cache, are not read before their texts are asked for;
 *   `rereadsTexts`: whether the texts of records that are in the cache are read again whenever they are asked for, for archives
 *   whose texts do not fit into memory
 * @returns the records sorted by id, including invalid ones
 */
export async function readCollection<Data>(
  folder: string,
  collection: MarkdownRecordKind,
  cache: FrontmatterCache,
  problems: Problem[],
  {
    planned = new Map(),
    isFolderWanted,
    listFolder,
    ...options
  }: ReadOptions & {
    isFolderWanted?: ((name: string) => boolean) | undefined;
    listFolder?: ListFolder | undefined;
  } = {},
): Promise<UncheckedRecord<Data>[]> {
  const listed = listRecordFiles(folder, { isFolderWanted, listFolder });
  const files = withPlanned(listed.files, folder, planned);
  problems.push(...listed.problems, ...checkIds(files));
  if (files.length - cache.size < enoughForThreads)
    return files.map((file) =>
      readRecordFile<Data>(file, collection, cache, problems, { planned, ...options }),
    );

  const threads = openThreads(new URL('./read-worker.ts', import.meta.url));
  try {
    const paths = files.map(({ file }) => file);
    const reading = runBatches(paths, (batch) =>
      threads.run<unknown, (RecordRead | undefined)[]>('readRecords', { collection, files: batch }),
    );
    const records: UncheckedRecord<Data>[] = [];
    for await (const read of reading) {
      const file = files[records.length] as RecordFile;
      if (!read || planned.has(file.file))
        records.push(readRecordFile(file, collection, cache, problems, { planned, ...options }));
      else {
        const { digest, body, ...frontmatter } = read;
        cache.add(collection, digest, frontmatter);
        records.push(validRecord(file, collection, frontmatter, () => body, digest));
      }
    }
    return records;
  } finally {
    await threads.close();
  }
}

/** Adds the planned files that are not there yet. */
function withPlanned(files: RecordFile[], folder: string, planned: PlannedFiles): RecordFile[] {
  if (planned.size === 0) return files;
  const listed = new Set(files.map(({ file }) => file));
  const added = [...planned.keys()]
    .filter((file) => file.startsWith(folder + sep) && !listed.has(file))
    .map((file) => ({ file, id: file.slice(folder.length + 1, -'.md'.length).replaceAll(sep, '/') }));
  return [...files, ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Reads one record. Its parameters are as for {@link readCollection}.
 *
 * The file is read synchronously: small files are in the page cache, and an asynchronous call for each takes five times as
 * long as reading it.
 */
export function readRecordFile<Data>(
  { file, id }: RecordFile,
  collection: MarkdownRecordKind,
  cache: FrontmatterCache,
  problems: Problem[],
  { planned = new Map(), findDigest, rereadsTexts = false }: ReadOptions = {},
): UncheckedRecord<Data> {
  const bodyIn = (read: Uint8Array, { bodyStart }: ParsedFrontmatter) =>
    decodeText(read).text.slice(bodyStart);
  const unchanged = planned.has(file) ? undefined : findDigest?.(file);
  const kept = unchanged === undefined ? undefined : cache.find(collection, unchanged);
  if (unchanged !== undefined && kept)
    return validRecord(
      { file, id },
      collection,
      kept,
      () => bodyIn(readAgain(file, unchanged), kept),
      unchanged,
    );
  let bytes: Uint8Array;
  try {
    bytes = planned.get(file) ?? readFileSync(file);
  } catch (error) {
    const found = `a file that cannot be read (${(error as NodeJS.ErrnoException).code})`;
    const fix = 'Restore it, or make it readable.';
    problems.push({ file, ...startOfFile, found, expected: 'a readable file', fix });
    return { file, id, partial: {}, problems: [], digest: '', positionOf: () => startOfFile };
  }
  const digest = hash('sha256', bytes);
  const known = cache.find(collection, digest);
  if (known) {
    const body = rereadsTexts ? undefined : bodyIn(bytes, known);
    const readBody = () => body ?? bodyIn(readAgain(file, digest), known);
    return validRecord({ file, id }, collection, known, readBody, digest);
  }
  const record = readMarkdownRecord(bytes, recordSchemas[collection]) as ReadRecord<Data>;
  const frontmatter = parsedFrontmatter(record);
  if (frontmatter) cache.add(collection, digest, frontmatter);
  problems.push(...record.problems.map((problem) => ({ file, ...problem })));
  return { file, id, ...record, digest };
}

/**
 * Creates a valid record, whose file is parsed again only when a position in it is needed. If it has been changed since, its
 * problems are shown at its beginning.
 */
function validRecord<Data>(
  { file, id }: RecordFile,
  collection: MarkdownRecordKind,
  { data, isEmpty }: ParsedFrontmatter,
  readBody: () => string,
  digest: string,
): UncheckedRecord<Data> {
  const positionOf = (path: DataPath) => {
    try {
      const bytes = readFileSync(file);
      if (hash('sha256', bytes) === digest)
        return readMarkdownRecord(bytes, recordSchemas[collection]).positionOf(path);
    } catch {
      // It cannot be read any more.
    }
    return startOfFile;
  };
  return new KnownRecord({ file, id, data: data as Data, digest, isEmpty, positionOf }, readBody);
}

/** A valid record, whose text may be read when it is asked for. */
class KnownRecord<Data> implements UncheckedRecord<Data> {
  readonly file: string;
  readonly id: string;
  readonly data: Data;
  readonly partial: Partial<Data>;
  readonly problems: TextProblem[] = [];
  readonly digest: string;
  readonly isEmpty: boolean;
  readonly positionOf: (path: DataPath) => Position;
  readonly #readBody: () => string;

  constructor(
    known: Required<
      Pick<UncheckedRecord<Data>, 'file' | 'id' | 'data' | 'digest' | 'isEmpty' | 'positionOf'>
    >,
    readBody: () => string,
  ) {
    this.file = known.file;
    this.id = known.id;
    this.data = known.data;
    this.partial = known.data as Partial<Data>;
    this.digest = known.digest;
    this.isEmpty = known.isEmpty;
    this.positionOf = known.positionOf;
    this.#readBody = readBody;
  }

  get body(): string {
    return this.#readBody();
  }
}

/** @throws {ContentError} when the file has been changed: everything else is published of the state that was checked */
function readAgain(file: string, digest: string): Uint8Array {
  const bytes = readFileSync(file);
  const now = hash('sha256', bytes);
  if (now === digest) return bytes;
  const found = `a record whose SHA-256 is now ${now}`;
  const fix = 'It was changed while the archive was built: run the build again.';
  throw new ContentError([
    { file, ...startOfFile, found, expected: `the one that has just been checked (${digest})`, fix },
  ]);
}
