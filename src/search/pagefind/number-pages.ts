import { signature } from './pagefind-file.ts';

/** CBOR (RFC 8949, section 3): the kind of an item, in the first three bits of its first byte. */
const textItem = 3 << 5;

/**
 * Gives the pages of a Pagefind index their numbers as names, in base 36: a result so says by itself which article it
 * is. In the file they have none (see `mergeParts`): twenty thousand names are more than all else in it.
 *
 * @param meta a `pf_meta` file, decompressed: CBOR, an array of which the second item is the list of pages, each an array
 *   of texts and numbers that begins with an empty text. The build has made sure of that
 */
export function numberPages(meta: Uint8Array): Uint8Array<ArrayBuffer> {
  let from = signature.length;
  /** Passes the head of an item. @returns its number: a length, or the item itself */
  const passHead = (): number => {
    const low = (meta[from++] ?? 0) & 31;
    if (low < 24) return low;
    let number = 0;
    for (let left = 1 << (low - 24); left > 0; left--) number = number * 256 + (meta[from++] ?? 0);
    return number;
  };
  /** Passes a text or a number. */
  const passItem = () => {
    const isText = (meta[from] ?? 0) >> 5 === textItem >> 5;
    const number = passHead();
    if (isText) from += number;
  };
  passHead();
  passItem();
  const pages = passHead();
  const numbered = new Uint8Array(meta.length + pages * pages.toString(36).length);
  numbered.set(meta.subarray(0, from));
  let to = from;
  for (let page = 0; page < pages; page++) {
    const begin = from;
    const items = passHead();
    numbered.set(meta.subarray(begin, from), to);
    to += from++ - begin;
    const name = page.toString(36);
    numbered[to++] = textItem + name.length;
    for (const letter of name) numbered[to++] = letter.charCodeAt(0);
    const rest = from;
    for (let item = 1; item < items; item++) passItem();
    numbered.set(meta.subarray(rest, from), to);
    to += from - rest;
  }
  numbered.set(meta.subarray(from), to);
  return numbered.subarray(0, to + meta.length - from);
}
