import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { openZip, totalLimit } from '../sources/shared/zip.ts';
import { SourceError } from '../sources/source-error.ts';
import type { ReceivedFile } from '../sources/source.ts';
import { isCrawl, isZip } from './recognize-crawl.ts';
import { documentTypeOf } from './recognize-package.ts';
import { readStart } from './read-start.ts';
import type { TemporaryCopies } from './temporary-copies.ts';

/**
 * Unpacks an export of a program that is a ZIP file into a private folder, within the limits of `openZip`. Documents and crawls
 * that are ZIP files are none.
 *
 * @param file one that is named by itself
 * @returns absolute path of the folder; undefined where it is no export
 * @throws {SourceError} when it is damaged, or refused: then nothing is left of it
 */
export async function unpackExport(file: ReceivedFile, copies: TemporaryCopies): Promise<string | undefined> {
  const start = await readStart(file);
  if (!isZip(start) || (await isCrawl(start, file.name))) return undefined;
  const zip = await openZip(file.path);
  try {
    if ((await documentTypeOf(zip)) !== undefined) return undefined;
    const folder = await copies.makeFolder();
    for (const name of zip.entries.keys()) {
      const path = join(folder, name);
      try {
        await mkdir(dirname(path), { recursive: true });
        const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
        await pipeline(Readable.from(zip.stream(name, totalLimit)), target);
      } catch (error) {
        throw toRefusal(error, name);
      }
    }
    return folder;
  } finally {
    zip.close();
  }
}

/** Names that cannot be files here: two that differ only in case where that is one file, or that are too long. */
function toRefusal(error: unknown, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!/^(?:EEXIST|EISDIR|ENOTDIR|ENAMETOOLONG|EINVAL)$/.test(code ?? '')) return error;
  const shown = name.replace(/\p{Cc}/gu, '\uFFFD').slice(0, 200);
  return new SourceError(
    `the entry "${shown}", which cannot be a file beside the others (${code})`,
    'names of files',
    'Unpack it, rename that file, and ingest the folder.',
  );
}
