import { createGunzip } from 'node:zlib';

import { throughTransform } from '../sources/warc/records/through-transform.ts';

/** The folders and files of a WACZ, one of which is the first (WACZ 1.1.1, section 4). */
const waczName =
  /^(?:archive|indexes|pages|logs|text|screenshots|thumbnails|fuzzy)\/|^(?:datapackage(?:-digest)?\.json$|webarchive\.yaml$)/;

/**
 * Whether a file begins like a crawl: a WARC, compressed with gzip or not, or a WACZ, which is a ZIP file.
 *
 * @param start the first 64 KB or so
 * @param name of the file: a ZIP file may be many things
 */
export async function isCrawl(start: Uint8Array, name: string): Promise<boolean> {
  const bytes = Buffer.from(start);
  if (isZip(bytes)) return /\.wacz$/i.test(name) || waczName.test(firstEntry(bytes));
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return /^WARC\/\d\.\d\r?\n/.test((isPacked ? await unpackStart(bytes) : bytes).toString('latin1', 0, 12));
}

/** Whether a file begins like a ZIP file (APPNOTE 6.3.10, section 4.3.7). */
export function isZip(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';
}

function firstEntry(bytes: Buffer): string {
  return bytes.length < 30 ? '' : bytes.toString('latin1', 30, 30 + bytes.readUInt16LE(26));
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
