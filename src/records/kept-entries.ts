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

/** The file that a collection's entries are kept in, below the cache folder of a content folder. */
export function keptFile(cache: string, collection: string): string {
  return join(cache, `${collection}.ndjson`);
}

/**
 * Reads kept entries: a line of JSON each. Astro's own store would be a module with the whole archive in it, which takes
 * 4 s to compile and half a gigabyte at 20,000 articles.
 *
 * @param file when there is none, neither are there entries
 */
export async function* readKeptEntries<Data>(file: string): AsyncGenerator<KeptEntry<Data>> {
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield JSON.parse(line) as KeptEntry<Data>;
  }
}

/** Writes entries to keep, in the place of those before; these stay when anything goes wrong. */
export async function writeKeptEntries(file: string, entries: AsyncIterable<KeptEntry>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}.next`;
  const handle = await open(next, 'w');
  try {
    await pipeline(writeLines(entries), handle.createWriteStream());
    await rename(next, file);
  } finally {
    await rm(next, { force: true });
  }
}

async function* writeLines(entries: AsyncIterable<KeptEntry>): AsyncGenerator<string> {
  for await (const entry of entries) {
    // Readline ends a line at these too.
    yield `${JSON.stringify(entry).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)}\n`;
  }
}
