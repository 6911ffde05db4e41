import { mix } from './signature-index.ts';

/** Numbers by digests of up to 106 bits, in some 30 bytes each; a map of V8 with strings would take 200. */
export interface DigestIndex {
  /** The number that was first added for a digest. */
  find(digest: Digest): number | undefined;
  /** Adds a number from 0 to 2 ** 32 - 2. */
  add(digest: Digest, value: number): void;
}

/** A digest as two whole numbers of up to 53 bits. */
export type Digest = readonly [high: number, low: number];

/** The first 104 bits of a digest that is written in hexadecimal digits. */
export function readDigest(hex: string): Digest {
  return [parseInt(hex.slice(0, 13), 16), parseInt(hex.slice(13, 26), 16)];
}

/** Creates an empty index: open addressing over arrays, outside of the heap. */
export function createDigestIndex(): DigestIndex {
  let digests = new Float64Array(2 * 512);
  let values = new Uint32Array(512);
  let table = new Uint32Array(1024);
  let size = 0;

  /** The slot of a digest, or the free one at which it would stand. */
  function findSlot([high, low]: Digest): number {
    const mask = table.length - 1;
    let slot = mix(high ^ mix(low)) & mask;
    for (; table[slot]; slot = (slot + 1) & mask) {
      const entry = (table[slot] ?? 0) - 1;
      if (digests[2 * entry] === high && digests[2 * entry + 1] === low) return slot;
    }
    return slot;
  }

  return {
    find(digest) {
      const entry = table[findSlot(digest)] ?? 0;
      return entry === 0 ? undefined : values[entry - 1];
    },
    add(digest, value) {
      const slot = findSlot(digest);
      if (table[slot]) return;
      if (size < values.length) table[slot] = size + 1;
      else {
        const [oldDigests, oldValues] = [digests, values];
        digests = new Float64Array(4 * size);
        values = new Uint32Array(2 * size);
        table = new Uint32Array(4 * size);
        digests.set(oldDigests);
        values.set(oldValues);
        for (let entry = 0; entry < size; entry++)
          table[findSlot([digests[2 * entry] ?? 0, digests[2 * entry + 1] ?? 0])] = entry + 1;
        table[findSlot(digest)] = size + 1;
      }
      digests.set(digest, 2 * size);
      values[size++] = value;
    },
  };
}
