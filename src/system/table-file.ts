import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';

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
  const isWhole = await visitTable(file, (key, line) => {
    if (isWanted(key)) values.set(key, parseValue<Value>(line));
  });
  return isWhole ? values : undefined;
}

/** A value that stays in its file. */
export interface StoredValue<Value> {
  /** @throws when the file cannot be read any more */
  read(): Value;
}

/**
 * Opens a table whose values are too large to be held in memory. The file may be replaced meanwhile: values are read from
 * the one that was opened.
 *
 * @returns the values, and the descriptor of the file, which the caller closes; undefined as for {@link readTable}
 */
export async function openTable<Value>(
  file: string,
  isWanted: (key: string) => boolean,
): Promise<{ values: Map<string, StoredValue<Value>>; descriptor: number } | undefined> {
  const values = new Map<string, StoredValue<Value>>();
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return undefined;
  }
  const isWhole = await visitTable(file, (key, { length }, start) => {
    if (isWanted(key)) values.set(key, new ValueInFile<Value>(descriptor, start, length));
  });
  if (isWhole) return { values, descriptor };
  closeSync(descriptor);
  return undefined;
}

/** A class, since functions of each value would take several times its memory. */
class ValueInFile<Value> implements StoredValue<Value> {
  readonly #descriptor: number;
  readonly #start: number;
  readonly #length: number;

  constructor(descriptor: number, start: number, length: number) {
    this.#descriptor = descriptor;
    this.#start = start;
    this.#length = length;
  }

  read(): Value {
    const line = Buffer.allocUnsafe(this.#length);
    readSync(this.#descriptor, line, 0, this.#length, this.#start);
    return parseValue(line);
  }
}

/**
 * Reads a table from its beginning.
 *
 * @param visit is called with each key, its line, which is only valid until it returns, and where that is in the file, in bytes
 * @returns whether the table is whole
 */
async function visitTable(
  file: string,
  visit: (key: string, line: Buffer, start: number) => void,
): Promise<boolean> {
  const sum = createHash('sha256');
  let rest: Uint8Array = new Uint8Array();
  let read = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: chunkSize })) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      // The last line that is complete may be that of the checksum.
      const last = bytes.lastIndexOf(lineFeed);
      const end = last > 0 ? bytes.lastIndexOf(lineFeed, last - 1) + 1 : 0;
      for (let start = 0; start < end;) {
        const next = bytes.indexOf(lineFeed, start) + 1;
        const line = bytes.subarray(start, next);
        visit(parseKey(line), line, read + start);
        start = next;
      }
      sum.update(bytes.subarray(0, end));
      rest = bytes.subarray(end);
      read += end;
    }
  } catch {
    return false;
  }
  return Buffer.from(rest).toString() === formatLine(sum.digest('hex'));
}

const [lineFeed, quotationMark, backslash] = [10, 34, 92];

/** Parses a key without the value after it, since many are not wanted, or only later. */
function parseKey(line: Buffer): string {
  const end = line.indexOf(quotationMark, keyStart);
  const written = line.subarray(keyStart, end);
  return written.includes(backslash) ? parseLine(line)[0] : written.toString();
}

/** Where a key begins in its line. */
const keyStart = '["'.length;

function parseValue<Value>(line: Buffer): Value {
  return parseLine(line)[1] as Value;
}

function parseLine(line: Buffer): [key: string, value: unknown] {
  return JSON.parse(line.toString()) as [string, unknown];
}

/** How much is read or written at a time, in bytes or UTF-16 code units: most lines are short. */
const chunkSize = 1024 * 1024;

/** Writes a table atomically, replacing an existing one. */
export function writeTable(file: string, entries: TableEntries): Promise<void> {
  return writeFileSafely(file, formatLines(entries), { survivesPowerCut: false });
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
