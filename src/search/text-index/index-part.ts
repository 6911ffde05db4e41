import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';

import type { SearchDocument } from '../document.ts';
import { prepareDocument } from '../pagefind/prepare-document.ts';
import { indexDocuments } from '../pagefind/index-documents.ts';
import { groupSize, joinFragments } from './fragment-group.ts';
import { encodePartWords, type ReadBytes } from './part-words.ts';
import type { Fragment } from './text-index.ts';

const compress = promisify(gzip);

/** The files of a part, below its folder. */
const wordsFile = 'words.bin';
const nameFile = 'fragments.name';
const fragmentFolder = 'fragment';

/** What a thread is asked for: to make a part of the index. */
export interface PartJob {
  /** Absolute path of an empty folder. */
  folder: string;
  documents: readonly SearchDocument[];
}

/**
 * Has Pagefind index some documents, and keeps what the whole index is merged from: their words, and fragments in files of
 * several (`fragment-group.ts`), which are our own, since the words that Pagefind is given are not the text.
 *
 * @throws as `indexDocuments`
 */
export async function writePart({ folder, documents }: PartJob): Promise<void> {
  const prepared = documents.map(prepareDocument);
  const { words, lengths } = await indexDocuments(prepared);
  await mkdir(join(folder, fragmentFolder), { recursive: true });
  const sum = createHash('sha256');
  for (let group = 0; group * groupSize < prepared.length; group++) {
    const own = prepared.slice(group * groupSize, (group + 1) * groupSize);
    const file = joinFragments(own.map(({ fragment }) => compressFragment(fragment)));
    sum.update(file);
    await writeFile(fragmentsIn(folder, group), file);
  }
  await writeFile(join(folder, nameFile), sum.digest('hex').slice(0, 10));
  await writeFile(join(folder, wordsFile), encodePartWords(words, lengths));
}

/** Prepares to read the words of a part. Its file is opened for each piece: there may be more parts than files can be open. */
export function openPartWords(folder: string): ReadBytes {
  const path = join(folder, wordsFile);
  return (start, length) => {
    // Views of a Buffer would be Buffers, which take longer to make.
    const bytes = new Uint8Array(length);
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, length, start));
    } finally {
      closeSync(file);
    }
  };
}

/** Reads with what the names of a part's files of fragments begin on a site. */
export function loadFragmentName(folder: string): Promise<string> {
  return readFile(join(folder, nameFile), 'utf8');
}

/** A file of fragments in a part's folder. */
export function fragmentsIn(folder: string, group: number): string {
  return join(folder, fragmentFolder, `${group}.fragments`);
}

/** Compresses with gzip: to the same bytes on every system. */
export async function compressBytes(content: Uint8Array): Promise<Uint8Array> {
  return withoutSystem(await compress(content, { level: 9 }));
}

/** Compresses as {@link compressBytes} a kilobyte or so, for which handing it to another thread takes several times as long. */
function compressFragment(fragment: Fragment): Uint8Array {
  return withoutSystem(gzipSync(`${JSON.stringify(fragment)}\n`, { level: 9 }));
}

/** Has a gzip file not say on which operating system it was compressed (RFC 1952, section 2.3.1). */
function withoutSystem(packed: Uint8Array): Uint8Array {
  packed[9] = 255;
  return packed;
}
