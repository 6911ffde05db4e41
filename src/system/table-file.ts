import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

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
  let isComplete = false;
  try {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const content = JSON.parse(line) as [key: string, value: Value] | string;
      isComplete = typeof content === 'string' && content === sum.copy().digest('hex');
      sum.update(`${line}\n`);
      if (typeof content !== 'string' && isWanted(content[0])) values.set(...content);
    }
  } catch {
    return undefined;
  }
  return isComplete ? values : undefined;
}

/** Writes a table atomically, replacing an existing one. */
export function writeTable(file: string, entries: TableEntries): Promise<void> {
  return writeFileSafely(file, formatLines(entries));
}

async function* formatLines(entries: TableEntries): AsyncGenerator<string> {
  const sum = createHash('sha256');
  for await (const entry of entries) {
    const line = formatLine(entry);
    sum.update(line);
    yield line;
  }
  yield formatLine(sum.digest('hex'));
}

function formatLine(value: unknown): string {
  // These may occur in JSON strings, but readline treats them as line ends.
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}
