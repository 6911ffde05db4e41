import { decodeLength } from './page-length.ts';
import { signature } from './pagefind-file.ts';

/** The heads of the CBOR items (RFC 8949, section 3) of which a meta file is made. */
const [unsigned, bytes, text, array] = [0, 2 << 5, 3 << 5, 4 << 5];

/**
 * Makes of a published meta file the one that Pagefind reads: pages with their lengths and, as names, their numbers in base 36,
 * so that a search result identifies its article on its own. Published are only the lengths (see `encodeMeta`).
 *
 * @param meta a `.pf_meta` file, decompressed
 * @throws when it is another file
 */
export function numberPages(meta: Uint8Array): Uint8Array<ArrayBuffer> {
  let position = signature.length;
  /** @returns the argument of the next item's head */
  const readHead = (type: number): number => {
    const first = meta[position++] ?? 0;
    const low = first & 31;
    if (first >> 5 !== type >> 5 || low > 26)
      throw new Error(`The index has other data at byte ${position}.`);
    if (low < 24) return low;
    let argument = 0;
    for (let left = 1 << (low - 24); left > 0; left--) argument = argument * 256 + (meta[position++] ?? 0);
    return argument;
  };
  readHead(array);
  const version = readHead(text);
  position += version;
  const start = position;
  const pages = readHead(bytes);
  const lengths = meta.subarray(position, position + pages);
  // A page has fourteen bytes at most: three heads, a number of six characters, and its length with a head of five bytes.
  const made = new Uint8Array(meta.length + pages * 14);
  let end = 0;
  const copy = (part: Uint8Array) => {
    made.set(part, end);
    end += part.length;
  };
  const writeHead = (type: number, argument: number) => {
    const width = argument < 24 ? 0 : argument < 2 ** 8 ? 1 : argument < 2 ** 16 ? 2 : 4;
    made[end++] = type | (width === 0 ? argument : 24 + Math.log2(width));
    for (let left = width - 1; left >= 0; left--) made[end++] = argument >> (8 * left);
  };
  copy(meta.subarray(0, start));
  writeHead(array, pages);
  for (const [page, code] of lengths.entries()) {
    const name = page.toString(36);
    // [name, number of words, text]
    writeHead(array, 3);
    writeHead(text, name.length);
    for (const character of name) made[end++] = character.charCodeAt(0);
    writeHead(unsigned, decodeLength(code));
    writeHead(text, 0);
  }
  copy(meta.subarray(position + pages));
  return made.slice(0, end);
}
