// Lists of ascending numbers as compact texts: the differences are Golomb–Rice coded (Rice and Plaunt 1971) with the
// parameter that is optimal for numbers distributed at random, and the bits are written in base 64.

/** The code's parameter: how many low bits of a difference are written in binary; the rest is written in unary. */
function binaryBits(count: number, end: number): number {
  return Math.max(0, Math.floor(Math.log2((Math.LN2 * end) / Math.max(1, count))));
}

/**
 * Encodes lists of numbers.
 *
 * @param lists each in ascending order, from 0 on; a number may be repeated
 * @param end a number above all of them
 */
export function encodeNumbers(lists: readonly (readonly number[])[], end: number): string {
  const bytes: number[] = [];
  let [byte, free] = [0, 8];
  const put = (bit: number) => {
    byte = (byte << 1) | bit;
    if (--free > 0) return;
    bytes.push(byte);
    [byte, free] = [0, 8];
  };
  for (const list of lists) {
    const low = binaryBits(list.length, end);
    let last = 0;
    for (const number of list) {
      const difference = number - last;
      last = number;
      for (let left = difference >> low; left > 0; left--) put(1);
      put(0);
      for (let index = low - 1; index >= 0; index--) put((difference >> index) & 1);
    }
  }
  while (free < 8) put(0);
  return btoa(bytes.map((each) => String.fromCharCode(each)).join(''));
}

/**
 * Decodes what {@link encodeNumbers} returned.
 *
 * @param counts how many numbers each list has
 */
export function decodeNumbers(text: string, counts: readonly number[], end: number): Uint32Array[] {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  let position = 0;
  const take = () => ((bytes[position >> 3] ?? 0) >> (7 - (position++ & 7))) & 1;
  return counts.map((count) => {
    const low = binaryBits(count, end);
    const list = new Uint32Array(count);
    let last = 0;
    for (let index = 0; index < count; index++) {
      let difference = 0;
      while (take()) difference++;
      for (let bit = 0; bit < low; bit++) difference = (difference << 1) | take();
      list[index] = last += difference;
    }
    return list;
  });
}
