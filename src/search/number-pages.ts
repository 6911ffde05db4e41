import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** What Pagefind's files begin with once they are decompressed. */
const signature = 'pagefind_dcd';

/**
 * Gives the pages of a Pagefind index their numbers as names, in base 36, instead of digests. A result so says by
 * itself which article it is, and the file that every search has to load first is smaller by a third.
 *
 * @param meta a `pf_meta` file of Pagefind 1.6: compressed CBOR, an array of which the second item is the list of pages,
 *   each an array that begins with its name
 * @returns the file with the new names, and the old names in their order
 * @throws when the file is not of that form
 */
export function numberPages(meta: Uint8Array): { meta: Uint8Array; names: string[] } {
  const plain = gunzipSync(meta);
  const [head, body] = [plain.subarray(0, signature.length), plain.subarray(signature.length)];
  const content: unknown = head.toString('latin1') === signature ? decode(body) : undefined;
  const pages: unknown = Array.isArray(content) ? content[1] : undefined;
  const isPage = (page: unknown): page is [string, ...unknown[]] =>
    Array.isArray(page) && typeof page[0] === 'string' && page[0] !== '';
  if (!Array.isArray(content) || !Array.isArray(pages) || !pages.every(isPage)) {
    throw new Error(
      'Its meta file is not in the form of Pagefind 1.6. Use the version in package-lock.json.',
    );
  }
  const names = pages.map(([name]) => name);
  content[1] = pages.map(([, ...rest], number) => [number.toString(36), ...rest]);
  return { meta: gzipSync(Buffer.concat([head, encode(content)]), { level: 9 }), names };
}
