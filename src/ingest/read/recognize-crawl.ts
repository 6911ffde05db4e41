import { createGunzip } from 'node:zlib';

import { throughTransform } from '../sources/warc/records/through-transform.ts';

/**
 * Whether a file begins like a crawl: a WARC, compressed with gzip or not.
 *
 * @param start the first 64 KB or so
 */
export async function isCrawl(start: Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(start);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return /^WARC\/\d\.\d/.test((isPacked ? await unpackStart(bytes) : bytes).toString('latin1', 0, 8));
}

/** The first bytes of what is compressed; none when it is damaged. */
async function unpackStart(packed: Buffer): Promise<Buffer> {
  try {
    for await (const piece of throughTransform(once(packed), createGunzip())) return piece;
  } catch {
    // What is wrong with it is told by who reads it.
  }
  return Buffer.alloc(0);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
