import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { TemporaryCopies } from '../../read/temporary-copies.ts';
import { SourceError } from '../source-error.ts';
import { isZip } from '../../read/recognize-crawl.ts';
import { readStart } from '../../read/read-start.ts';
import type { Failure, ReceivedFile } from '../source.ts';
import { openWacz } from './open-wacz.ts';
import type { RecordFile } from './records/file-bytes.ts';
import { refuseBomb } from './records/inflate-member.ts';
import { throughTransform } from './records/through-transform.ts';

/** The files of records that were received, and what else was with them. */
export interface ReceivedRecords {
  files: RecordFile[];
  failures: Failure[];
  /** Files of a WACZ that have no records. */
  others: { file: string; names: string[] }[];
}

/** Lists the files of records that were received: those that were named, and those in a WACZ. */
export async function openRecordFiles(
  file: ReceivedFile,
  copies: TemporaryCopies | undefined,
): Promise<ReceivedRecords> {
  const received: ReceivedRecords = { files: [], failures: [], others: [] };
  const fail = (item: string | undefined, { problem }: SourceError) =>
    received.failures.push({
      ...problem,
      origin: { file: name, ...(item !== undefined && { item }), line: 1 },
    });
  const { parts = [file] } = file;
  let name = '';
  for (const part of parts) {
    const { path, size } = part;
    ({ name } = part);
    if (!isZip(await readStart(part))) {
      received.files.push({ name, path, start: 0, end: size });
      continue;
    }
    try {
      const { files, errors, others } = await openWacz(name, path, copies);
      received.files.push(...files);
      for (const { entry, error } of errors) fail(entry, error);
      if (others.length > 0) received.others.push({ file: name, names: others });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      fail(undefined, error);
    }
  }
  return received;
}

/** A file that was unpacked, and what was wrong with it. */
export interface Unpacked {
  file: RecordFile;
  /** Why there is no more of it. */
  error?: SourceError | undefined;
}

/**
 * Writes a file whose records are compressed together to a private file without compression: only there can one of them be
 * read by itself. Of a damaged one, that is what comes before the damage.
 *
 * @throws {SourceError} when it would become far too much, or nothing may be written
 */
export async function unpack(file: RecordFile, copies: TemporaryCopies | undefined): Promise<Unpacked> {
  const fix = 'Unpack the file first: gunzip FILE.';
  if (!copies) throw new SourceError('records that are compressed together', 'each by itself', fix);
  let error: SourceError | undefined;
  const path = await copies.keep(Readable.from(decompress(file, (damage) => (error = damage))));
  const entry = [file.entry, 'unpacked'].filter(Boolean).join(', ');
  return { file: { ...file, entry, path, start: 0, end: (await stat(path)).size }, error };
}

async function* decompress(
  { path, start, end }: RecordFile,
  tell: (damage: SourceError) => void,
): AsyncGenerator<Buffer> {
  const packed = createReadStream(path, { start, end: end - 1 });
  let size = 0;
  try {
    for await (const piece of throughTransform(packed as AsyncIterable<Buffer>, createGunzip())) {
      size += piece.length;
      refuseBomb(size, packed.bytesRead);
      yield piece;
    }
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error;
    const fix = 'Copy the file again from where it came from.';
    tell(
      new SourceError(
        `a compressed file that is not whole (${(error as Error).message})`,
        'a whole file',
        fix,
      ),
    );
  }
}
