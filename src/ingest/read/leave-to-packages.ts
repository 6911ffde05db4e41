import { realpathSync } from 'node:fs';
import { open } from 'node:fs/promises';

import { createPathFinder } from '../media/path-finder.ts';
import { readMets } from '../sources/mets/mets-document.ts';
import { locateBeside } from '../sources/mets/page-files.ts';
import { isText, listArticles, listPages } from '../sources/mets/structure.ts';
import { SourceError } from '../sources/source-error.ts';
import type { ReceivedFile } from '../sources/source.ts';
import { decodeStart, readSourceText } from '../text/decode-source.ts';
import type { ListedFile } from './list-received-files.ts';
import { recognizeFormat } from './recognize-format.ts';

/** How many bytes are looked at. */
const sample = 4096;

/**
 * Leaves files of recognized text to the METS that names them as pages: they are skipped, since their text is taken with it. A METS
 * that cannot be read names none, so that nothing is lost with it.
 */
export async function leaveToPackages(
  listed: readonly ListedFile[],
  encoding: string | undefined,
): Promise<ListedFile[]> {
  const owners = new Map<string, string>();
  for (const each of listed)
    if (each.kind === 'file' && /\.(?:xml|mets)$/i.test(each.file.name) && (await isMets(each.file)))
      for (const path of await listTexts(each.file, encoding)) owners.set(path, each.file.name);
  if (owners.size === 0) return [...listed];
  return listed.map((each) => {
    const owner = each.kind === 'file' ? owners.get(realPath(each.file.path)) : undefined;
    if (each.kind !== 'file' || owner === undefined || owner === each.file.name) return each;
    const origin = { file: each.file.name, line: 1 };
    return { kind: 'skipped', origin, reason: 'recognized text of a page, which is taken with its METS' };
  });
}

async function isMets({ path, size }: ReceivedFile): Promise<boolean> {
  const handle = await open(path).catch(() => undefined);
  try {
    const read = await handle?.read(Buffer.alloc(Math.min(sample, size))).catch(() => undefined);
    return read !== undefined && isOfMets(read.buffer.subarray(0, read.bytesRead));
  } finally {
    await handle?.close();
  }
}

function isOfMets(start: Uint8Array): boolean {
  try {
    return recognizeFormat(decodeStart(start)) === 'mets';
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}

/** The files of recognized text to which the pages and articles of a METS lead. */
async function listTexts(file: ReceivedFile, encoding: string | undefined): Promise<string[]> {
  try {
    const document = readMets((await readSourceText(file, encoding)).text);
    const ids = new Set([
      ...listPages(document).flatMap(({ text }) => text?.id ?? []),
      ...listArticles(document).flatMap(({ pointers }) => pointers.map(({ pointer }) => pointer.fileId)),
    ]);
    const findPath = createPathFinder();
    return [...ids].flatMap((id) => {
      const named = document.files.get(id);
      return (named && isText(named) && locateBeside(file, named.href, findPath)) || [];
    });
  } catch (error) {
    const isExpected = error instanceof SourceError || error instanceof RangeError;
    if (isExpected || (error as NodeJS.ErrnoException).code !== undefined) return [];
    throw error;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
