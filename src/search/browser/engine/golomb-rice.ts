// Lists of ascending numbers as texts, near the least size that they can have: the distances in Golomb–Rice code (Rice
// and Plaunt 1971), with the parameter that suits numbers scattered at random, and the bits in base 64.

/** Bits of a distance that are written as they are. */
function plainBits(count: number, end: number): number {
  return Math.max(0, Math.floor(Math.log2((Math.LN2 * end) / Math.max(1, count))));
}

/**
 * Writes lists of numbers.
 *
 * @param lists each ascending, from 0 on; a number may come twice
 * @param end more than the greatest number
 */
export function writeAscending(lists: readonly (readonly number[])[], end: number): string {
  const bytes: number[] = [];
  let [byte, free] = [0, 8];
  const put = (bit: number) => {
    byte = (byte << 1) | bit;
    if (--free > 0) return;
    bytes.push(byte);
    [byte, free] = [0, 8];
  };
  for (const list of lists) {
    const plain = plainBits(list.length, end);
    let last = 0;
    for (const number of list) {
      const distance = number - last;
      last = number;
      for (let left = distance >> plain; left > 0; left--) put(1);
      put(0);
      for (let place = plain - 1; place >= 0; place--) put((distance >> place) & 1);
    }
  }
  while (free < 8) put(0);
  return btoa(bytes.map((each) => String.fromCharCode(each)).join(''));
}

/**
 * Reads what {@link writeAscending} wrote.
 *
 * @param counts how many numbers each list has
 */
export function readAscending(text: string, counts: readonly number[], end: number): Uint32Array[] {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  let place = 0;
  const take = () => ((bytes[place >> 3] ?? 0) >> (7 - (place++ & 7))) & 1;
  return counts.map((count) => {
    const plain = plainBits(count, end);
    const list = new Uint32Array(count);
    let last = 0;
    for (let index = 0; index < count; index++) {
      let distance = 0;
      while (take()) distance++;
      for (let bit = 0; bit < plain; bit++) distance = (distance << 1) | take();
      list[index] = last += distance;
    }
    return list;
  });
}
