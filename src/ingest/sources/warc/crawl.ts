import { SourceError } from '../source-error.ts';
import type { Failure, Origin } from '../source.ts';
import type { Capture } from './capture.ts';
import { describeRecord } from './index-crawl.ts';
import type { Unpacked } from './record-files.ts';
import { openBytes, type FileBytes, type RecordFile } from './records/file-bytes.ts';
import { SharedMemberError, visitRecord, visitRecords, type WarcRecord } from './records/visit-records.ts';

/** What is in the files of a crawl, without the content. */
export interface Crawl {
  files: readonly RecordFile[];
  captures: Capture[];
  /** How many records there are that are no captures, by their type. */
  others: Map<string, number>;
  /** What cannot be read. */
  failures: Failure[];
}

/**
 * Reads all records of a crawl once. Each content is read and let go again.
 *
 * @param unpack writes a file whose records are compressed together to a private one without compression
 */
export async function readCrawl(
  given: readonly RecordFile[],
  unpack: (file: RecordFile) => Promise<Unpacked>,
): Promise<Crawl> {
  const crawl: Crawl = { files: [], captures: [], others: new Map(), failures: [] };
  const files = [...given];
  for (const [number, file] of given.entries()) {
    try {
      await readFile(crawl, file, number);
    } catch (error) {
      if (error instanceof SharedMemberError && isUnread(crawl, number)) {
        try {
          const unpacked = await unpack(file);
          files[number] = unpacked.file;
          await readFile(crawl, unpacked.file, number);
          if (unpacked.error) tellFailure(crawl, file, unpacked.error);
          continue;
        } catch (second) {
          tellFailure(crawl, file, second);
        }
      } else tellFailure(crawl, file, error);
    }
  }
  return { ...crawl, files };
}

async function readFile(crawl: Crawl, file: RecordFile, number: number): Promise<void> {
  const { captures, others, failures } = crawl;
  await withBytes(file, async (bytes) => {
    const visit = (record: WarcRecord, offset: number) => describeRecord(record, number, offset);
    for await (const visited of visitRecords(bytes, visit)) {
      const { offset } = visited;
      if ('error' in visited) failures.push(failureOf(placeOf(file, offset), visited.error));
      else if (typeof visited.value === 'string')
        others.set(visited.value, (others.get(visited.value) ?? 0) + 1);
      else {
        captures.push(visited.value);
        const { error, url } = visited.value;
        if (error) failures.push(failureOf(placeOf(file, offset, url), error));
      }
    }
  });
}

function isUnread({ captures, others, failures }: Crawl, number: number): boolean {
  return failures.length === 0 && others.size === 0 && captures.every(({ file }) => file !== number);
}

function tellFailure({ failures }: Crawl, file: RecordFile, error: unknown): void {
  if (!(error instanceof SourceError)) throw error;
  failures.push(failureOf(placeOf(file, 0), error));
}

function failureOf(origin: Origin, { problem }: SourceError): Failure {
  return { ...problem, origin };
}

/** Where a record stands. @param offset in bytes */
export function placeOf({ name, entry }: RecordFile, offset: number, url?: string): Origin {
  const within = entry === undefined ? '' : `${entry}, `;
  return {
    file: name,
    item: `${within}${url ?? 'the record'} at byte ${offset}`.replace(/\p{Cc}/gu, '\uFFFD'),
    line: 1,
  };
}

/** Reads one record of a crawl again. */
export async function readAgain<Value>(
  { files }: Pick<Crawl, 'files'>,
  { file, offset }: Pick<Capture, 'file' | 'offset'>,
  visit: (record: WarcRecord) => Promise<Value>,
): Promise<Value> {
  const recordFile = files[file];
  if (!recordFile) throw new Error(`There is no file ${file}.`);
  return withBytes(recordFile, async (bytes) => (await visitRecord(bytes, offset, visit)).value);
}

async function withBytes<Value>(file: RecordFile, use: (bytes: FileBytes) => Promise<Value>): Promise<Value> {
  const bytes = await openBytes(file);
  try {
    return await use(bytes);
  } finally {
    await bytes.close();
  }
}
