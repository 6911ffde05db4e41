import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { TemporaryCopies } from '../../read/temporary-copies.ts';
import { SourceError } from '../source-error.ts';
import type { ReceivedFile } from '../source.ts';
import type { RecordFile } from './records/file-bytes.ts';
import { refuseBomb } from './records/inflate-member.ts';
import { throughTransform } from './records/through-transform.ts';

/** Lists the files of records that were received. */
export async function openRecordFiles(file: ReceivedFile): Promise<RecordFile[]> {
  const { parts = [file] } = file;
  return parts.map(({ name, path, size }) => ({ name, path, start: 0, end: size }));
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
