import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';

import { signature } from './pagefind-file.ts';

const compress = promisify(gzip);

/**
 * Unpacks a file of Pagefind's in Node.js; see `decompress` for browsers.
 *
 * @throws when it does not begin with Pagefind's signature
 */
export function unpackFile(packed: Uint8Array): Uint8Array {
  const content = gunzipSync(packed);
  if (content.subarray(0, signature.length).toString('latin1') !== signature) throw unexpectedForm('file');
  return content.subarray(signature.length);
}

/** Packs a file as Pagefind does. */
export function packFile(content: Uint8Array): Promise<Uint8Array> {
  return compressBytes(Buffer.concat([Buffer.from(signature), content]));
}

/** Compresses with gzip: to the same bytes on every system. */
export async function compressBytes(content: Uint8Array): Promise<Uint8Array> {
  const packed = await compress(content, { level: 9 });
  // The operating system that it was compressed on (RFC 1952, section 2.3.1): unknown.
  packed[9] = 255;
  return packed;
}

/** The error for a file in another form than that of the pinned version of Pagefind. */
export function unexpectedForm(what: string, cause?: unknown): Error {
  const message = `Its ${what} is not in the form of Pagefind 1.6. Use the version in package-lock.json.`;
  return new Error(message, { cause });
}
