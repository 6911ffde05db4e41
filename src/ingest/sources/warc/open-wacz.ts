import { stat } from 'node:fs/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

import type { TemporaryCopies } from '../../read/temporary-copies.ts';
import { SourceError } from '../source-error.ts';
import type { RecordFile } from './records/file-bytes.ts';
import { refuseBomb } from './records/inflate-member.ts';

/** What is in a WACZ (WACZ 1.1.1): a ZIP file with the files of a crawl, and what a viewer needs. */
export interface Wacz {
  files: RecordFile[];
  /** The files of records that cannot be read. */
  errors: { entry: string; error: SourceError }[];
  /** The names of all others. */
  others: string[];
}

/** Where a WACZ has its files of records, and how other archives in it are called. */
const recordName = /^archive\/.+\.warc(?:\.gz)?$/i;
const archiveName = /\.(?:wacz|zip|warc|warc\.gz|arc|arc\.gz)$/i;

/** A ZIP file of more entries was made to keep a program busy. */
const mostEntries = 100_000;

const methods = { stored: 0, deflated: 8 } as const;

/**
 * Lists what is in a WACZ. Files of records are read where they are; those that are compressed once more are unpacked to
 * private files.
 *
 * @param copies keeps these; without them they cannot be read
 * @throws {SourceError} when it is damaged, or names a file outside of it
 */
export async function openWacz(
  name: string,
  path: string,
  copies: TemporaryCopies | undefined,
): Promise<Wacz> {
  const wacz: Wacz = { files: [], errors: [], others: [] };
  const { size } = await stat(path);
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      if (zip.entryCount > mostEntries) throw new Error(`${zip.entryCount} entries`);
      let claimed = 0;
      for await (const entry of zip.eachEntry()) {
        const { fileName, compressedSize } = entry;
        claimed += compressedSize;
        if (claimed > size) throw new Error('entries that overlap');
        if (recordName.test(fileName)) {
          try {
            wacz.files.push(await openEntry(zip, entry, name, path, copies));
          } catch (error) {
            wacz.errors.push({ entry: fileName, error: describeError(error, 'a file of records') });
          }
        } else if (archiveName.test(fileName)) wacz.errors.push({ entry: fileName, error: withinArchive() });
        else if (!fileName.endsWith('/')) wacz.others.push(fileName);
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    throw describeError(error, 'a WACZ');
  }
  if (wacz.files.length + wacz.errors.length === 0)
    throw new SourceError(
      'a ZIP file without records',
      'a WACZ, with files below archive/',
      'Unpack it, and ingest what is in it.',
    );
  return wacz;
}

async function openEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  path: string,
  copies: TemporaryCopies | undefined,
): Promise<RecordFile> {
  const { fileName, compressionMethod, compressedSize } = entry;
  if (entry.isEncrypted()) throw new Error('it is encrypted');
  if (compressionMethod === methods.stored) {
    const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return { name, entry: fileName, path, start, end: start + compressedSize };
  }
  if (compressionMethod !== methods.deflated) throw new Error(`compression method ${compressionMethod}`);
  if (!copies) throw new Error('it is compressed once more');
  refuseBomb(entry.uncompressedSize, compressedSize);
  const copy = await copies.keep(await zip.openReadStreamPromise(entry));
  return { name, entry: fileName, path: copy, start: 0, end: (await stat(copy)).size };
}

/** The errors of the ZIP reader, and those of the decompressor; errors of the file system stay. */
function describeError(error: unknown, what: string): SourceError {
  if (error instanceof SourceError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && !/^(?:Z_|ERR_)/.test(code)) throw error;
  return new SourceError(
    `${what} that cannot be read (${message})`,
    'a whole WACZ, without encryption',
    'Copy it again from where it came from, or unpack it and ingest what is in it.',
  );
}

function withinArchive(): SourceError {
  return new SourceError(
    'an archive within a WACZ',
    'its records below archive/',
    'Unpack it, and ingest that by itself.',
  );
}
