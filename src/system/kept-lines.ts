import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

/** An entry with its rendering, as it is kept between builds. */
export interface KeptEntry<Data = unknown> {
  id: string;
  /** Of everything that the entry and its rendering depend on. */
  digest: string;
  data: Data;
  rendered: { html: string; metadata?: Record<string, unknown> };
}

/** What the name of a file ends with that is being written. */
export const unfinished = '.next';

/** The file that something is kept in, a collection's entries for one, below the cache folder of a content folder. */
export function keptFile(cache: string, name: string): string {
  return join(cache, `${name}.ndjson`);
}

/**
 * Reads what is kept in a file: a line of JSON each. Astro's own store would be a module with the whole archive in it,
 * which takes 4 s to compile and half a gigabyte at 20,000 articles.
 *
 * @param file when there is none, nothing is kept
 */
export async function* readKeptLines<Line>(file: string): AsyncGenerator<Line> {
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as Line;
}

/** Writes what is to be kept, in the place of what was before; that stays when anything goes wrong. */
export async function writeKeptLines(
  file: string,
  lines: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}${unfinished}`;
  const handle = await open(next, 'w');
  try {
    await pipeline(wordLines(lines), handle.createWriteStream());
    await rename(next, file);
  } finally {
    await rm(next, { force: true });
  }
}

async function* wordLines(lines: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  for await (const line of lines) {
    // Readline ends a line at these too.
    yield `${JSON.stringify(line).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)}\n`;
  }
}
