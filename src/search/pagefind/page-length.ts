// The length of a page in one byte: its four highest bits, and where they are. It is used for ranking only, where it is one
// of several estimates; Lucene does the same (`SmallFloat.intToByte4`). Lengths of newspaper articles then have some dozen
// values, and are compressed to three bits each.

/**
 * @param words how many words the page has
 *
 * @example
 * decodeLength(encodeLength(15)) // 15
 * decodeLength(encodeLength(150)) // 152, of 144 to 159
 */
export function encodeLength(words: number): number {
  const shift = shiftOf(words);
  return shift * 8 + (words >> shift);
}

/** @returns a length in the middle of those that have this code */
export function decodeLength(code: number): number {
  const shift = Math.max(0, (code >> 3) - 1);
  return ((code - shift * 8) << shift) + ((1 << shift) >> 1);
}

/** How many bits are left out. */
function shiftOf(words: number): number {
  return Math.max(0, 28 - Math.clz32(words));
}
