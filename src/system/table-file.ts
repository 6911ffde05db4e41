import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

import { writeFileSafely } from './write-file.ts';

// A file of values by key, with a checksum. One JSON text per line: a single JSON text of everything could exceed the
// maximum length of a string (512 MB). Each line is a key with its value, except for the last one: the SHA-256 of all
// lines before it.

/** Keys with their values. */
export type TableEntries = Iterable<readonly [string, unknown]> | AsyncIterable<readonly [string, unknown]>;

/**
 * Reads a table.
 *
 * @param isWanted selects the values by their keys
 * @returns undefined when the file is not there, cannot be read, or is not as {@link writeTable} wrote it
 */
export async function readTable<Value>(
  file: string,
  isWanted: (key: string) => boolean = () => true,
): Promise<Map<string, Value> | undefined> {
  const values = new Map<string, Value>();
  const sum = createHash('sha256');
  let rest: Uint8Array = new Uint8Array();
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: chunkSize })) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      // The last line that is complete may be that of the checksum.
      const last = bytes.lastIndexOf(lineFeed);
      const end = last > 0 ? bytes.lastIndexOf(lineFeed, last - 1) + 1 : 0;
      for (let start = 0; start < end;) {
        const next = bytes.indexOf(lineFeed, start) + 1;
        const [key, value] = JSON.parse(bytes.toString('utf8', start, next)) as [string, Value];
        if (isWanted(key)) values.set(key, value);
        start = next;
      }
      sum.update(bytes.subarray(0, end));
      rest = bytes.subarray(end);
    }
  } catch {
    return undefined;
  }
  return Buffer.from(rest).toString() === formatLine(sum.digest('hex')) ? values : undefined;
}

const lineFeed = 10;

/** How much is read or written at a time, in bytes or UTF-16 code units: most lines are short. */
const chunkSize = 1024 * 1024;

/** Writes a table atomically, replacing an existing one. */
export function writeTable(file: string, entries: TableEntries): Promise<void> {
  return writeFileSafely(file, formatLines(entries));
}

async function* formatLines(entries: TableEntries): AsyncGenerator<string> {
  const sum = createHash('sha256');
  let lines = '';
  for await (const entry of entries) {
    lines += formatLine(entry);
    if (lines.length < chunkSize) continue;
    sum.update(lines);
    yield lines;
    lines = '';
  }
  sum.update(lines);
  yield lines + formatLine(sum.digest('hex'));
}

function formatLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
