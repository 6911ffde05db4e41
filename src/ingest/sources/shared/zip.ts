import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

import { openPromise, type Entry, type ZipFile } from 'yauzl';

import { SourceError } from '../source-error.ts';

/** The most entries of a ZIP file; a long document with pictures has some hundred. */
const entryLimit = 10_000;

/** The most bytes that a part of a document may have, unpacked; an article of a million characters takes a third. */
export const partLimit = 32 * 1024 * 1024;

/** The most bytes that all that is read of a ZIP file may have, unpacked. */
export const totalLimit = 512 * 1024 * 1024;

/** How many times larger than packed a part may be: deflate reaches 1032, the XML of documents some sixty. */
const ratioLimit = 250;
/** The system on which an entry was made (APPNOTE 4.4.2), and what the mode of a file begins with there (POSIX, S_IFLNK). */
const [unix, symbolicLink] = [3, 0o12];
/** Parts of fewer bytes may have any ratio. */
const smallPart = 1024 * 1024;

/** A file within a ZIP file. */
interface ZipEntry {
  name: string;
  /** Bytes, unpacked, as the file declares them. */
  size: number;
}

/** A ZIP file of which parts are read one by one. Nothing is unpacked but what is read, and nothing beyond the limits. */
export interface Zip {
  /** By name, in the order of the file; folders are no entries. */
  entries: ReadonlyMap<string, ZipEntry>;
  /**
   * Reads an entry as a whole.
   *
   * @param limit in bytes
   * @throws {SourceError} when there is none, it exceeds a limit, or is damaged
   */
  read(name: string, limit?: number): Promise<Uint8Array>;
  /** The same, piece by piece. */
  stream(name: string, limit?: number): AsyncIterable<Uint8Array>;
  close(): void;
}

/**
 * Opens a ZIP file (APPNOTE 6.3). Names that lead out of it, two entries of one name, encryption and too many entries are
 * refused before anything is unpacked.
 *
 * @param path absolute
 * @throws {SourceError} when it is truncated or refused
 */
export async function openZip(path: string): Promise<Zip> {
  let file: ZipFile | undefined;
  const found = new Map<string, Entry>();
  try {
    file = await openPromise(path, { autoClose: false });
    if (file.entryCount > entryLimit)
      throw refused(`${file.entryCount.toLocaleString('en')} entries in the file`, `at most ${entryLimit}`);
    for await (const entry of file.eachEntry()) {
      const { fileName } = entry;
      if (fileName.endsWith('/')) continue;
      if (entry.isEncrypted())
        throw new SourceError(
          `the encrypted entry "${show(fileName)}"`,
          'a file without a password',
          'Open it with its password, save it without one, and ingest that.',
        );
      if (entry.versionMadeBy >> 8 === unix && entry.externalFileAttributes >>> 28 === symbolicLink)
        throw refused(`the symbolic link "${show(fileName)}" in the file`, 'files and folders');
      if (found.has(fileName))
        throw refused(`two entries of the name "${show(fileName)}"`, 'one of each name');
      found.set(fileName, entry);
      if (found.size > entryLimit)
        throw refused('more entries than the file declares', `at most ${entryLimit}`);
    }
  } catch (error) {
    file?.close();
    throw toProblem(error, 'the file');
  }
  const opened = file;
  let total = 0;

  async function* stream(name: string, limit = partLimit): AsyncGenerator<Uint8Array, void> {
    const entry = found.get(name);
    if (!entry)
      throw refused(`no part "${show(name)}" in the file`, 'a whole document', 'Save it again, or copy it.');
    const { uncompressedSize, compressedSize } = entry;
    const size = (bytes: number) => `${bytes.toLocaleString('en')} bytes`;
    if (uncompressedSize > limit)
      throw refused(`the part "${show(name)}" of ${size(uncompressedSize)}`, `at most ${size(limit)}`);
    if (uncompressedSize > smallPart && uncompressedSize > compressedSize * ratioLimit)
      throw refused(
        `the part "${show(name)}", which unpacks to ${Math.floor(uncompressedSize / Math.max(1, compressedSize)).toLocaleString('en')} times its size`,
        `at most ${ratioLimit} times, as in ordinary documents`,
      );
    total += uncompressedSize;
    if (total > totalLimit)
      throw refused(`more than ${size(totalLimit)} in its parts`, `at most ${size(totalLimit)}`);
    let sum = 0;
    try {
      // yauzl ends with an error where an entry holds more or fewer bytes than it declares.
      const pieces: Readable = await opened.openReadStreamPromise(entry);
      for await (const piece of pieces as AsyncIterable<Uint8Array>) {
        sum = crc32(piece, sum);
        yield piece;
      }
    } catch (error) {
      throw toProblem(error, `the part "${show(name)}"`);
    }
    if (sum !== entry.crc32) throw damaged(`the part "${show(name)}"`, 'its checksum differs');
  }

  return {
    entries: new Map(
      Array.from(found, ([name, { uncompressedSize }]) => [name, { name, size: uncompressedSize }]),
    ),
    stream,
    async read(name, limit) {
      const pieces: Uint8Array[] = [];
      for await (const piece of stream(name, limit)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    close: () => opened.close(),
  };
}

/** A name for display. */
function show(name: string): string {
  return name.replace(/\p{Cc}/gu, '\uFFFD').slice(0, 200);
}

function refused(
  found: string,
  expected: string,
  fix = 'Nothing of it was unpacked. Look at where it comes from; save the text as plain text, and ingest that.',
): SourceError {
  return new SourceError(found, expected, fix);
}

function damaged(what: string, why: string): SourceError {
  const fix = 'Copy it again from where it came from: it may be truncated.';
  return new SourceError(`${what}, which is damaged (${why})`, 'a whole ZIP file', fix);
}

/** What yauzl and zlib throw, as a problem of the source; errors of the operating system stay what they are. */
function toProblem(error: unknown, what: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof SourceError || (code !== undefined && !code.startsWith('Z_'))) return error;
  if (/^(?:invalid relative path|absolute path|invalid characters)/.test(message))
    return refused(`a name that leads out of the file (${show(message)})`, 'names within it');
  return damaged(what, show(message));
}
