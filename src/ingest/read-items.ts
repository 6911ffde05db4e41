import { open } from 'node:fs/promises';

import { toSourceError } from './attempt.ts';
import { decodeStart } from './decode-source.ts';
import type { Item, ReadItems, ReceivedFile, SourceOptions } from './draft.ts';
import { unreadable } from './list-files.ts';
import { refuseOtherFormats } from './other-formats.ts';
import { recognizeFormat, type Format } from './recognize.ts';
import { readFeed } from './sources/feed.ts';
import { readMarkdown } from './sources/markdown.ts';
import { readNinjs } from './sources/ninjs.ts';
import { readPlainText } from './sources/plain-text.ts';
import { readTable } from './sources/table.ts';
import { readWebPage } from './sources/web-page.ts';
import { readWordpress } from './sources/wordpress.ts';

const readers: Readonly<Record<Format, ReadItems>> = {
  text: readPlainText,
  markdown: readMarkdown,
  html: readWebPage,
  feed: readFeed,
  wordpress: readWordpress,
  ninjs: readNinjs,
  table: readTable,
};

/** Bytes by which a format is recognised. */
const sample = 1 << 16;

/**
 * Reads a file's items, whatever its format is. Nothing is thrown: what is wrong with the file as a whole is one more
 * item, that failed.
 *
 * @param format recognised by what is in the file when left out
 */
export async function* readItems(
  file: ReceivedFile,
  format: Format | undefined,
  options: SourceOptions,
): AsyncIterable<Item> {
  try {
    const start = await readStart(file);
    refuseOtherFormats(start);
    const known = format ?? recognizeFormat(decodeStart(start, options.encoding));
    // Who says what columns mean has a table, whatever their names are.
    const isTable = known === 'text' && options.columns.size > 0;
    yield* readers[isTable ? 'table' : known](file, options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const origin = { file: file.name, line: 1 };
    const failure =
      code === undefined
        ? { origin, ...toSourceError(error).problem }
        : unreadable(file.name, error as NodeJS.ErrnoException);
    yield { kind: 'failed', failure };
  }
}

async function readStart(file: ReceivedFile): Promise<Uint8Array> {
  const handle = await open(file.path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(sample, file.size)));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
