import { signature } from './pagefind-file.ts';

/** The heads of the CBOR items (RFC 8949, section 3) that a meta file begins with. */
const [text, array] = [3 << 5, 4 << 5];

/**
 * Gives the pages of a Pagefind index their numbers as names, in base 36: a search result then identifies its
 * article on its own. In the file they have none (see `mergeParts`): twenty thousand names are more than everything else in it.
 *
 * @param meta a `.pf_meta` file, decompressed: see `encodeMeta`
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
  const skipText = () => {
    const length = readHead(text);
    position += length;
  };
  readHead(array);
  skipText();
  const pages = readHead(array);
  // A name has six characters at most, and takes the place of an empty one.
  const named = new Uint8Array(meta.length + pages * 6);
  let length = 0;
  const copy = (start: number, end: number) => {
    named.set(meta.subarray(start, end), length);
    length += end - start;
  };
  copy(0, position);
  for (let page = 0; page < pages; page++) {
    // [name, number of words, text]
    const start = position;
    readHead(array);
    copy(start, position);
    const name = page.toString(36);
    named[length++] = text + name.length;
    for (const character of name) named[length++] = character.charCodeAt(0);
    skipText();
    const rest = position;
    readHead(0);
    skipText();
    copy(rest, position);
  }
  copy(position, meta.length);
  return named.slice(0, length);
}
