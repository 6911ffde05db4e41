import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Many texts by their numbers, in little memory. */
export interface CompactStore {
  set(id: number, text: string): void;
  get(id: number): string | undefined;
}

/** Bytes that are compressed together: a text is found by decompressing as much. */
const blockSize = 1 << 16;
/** The id of a text and its length stand before it. */
const headLength = 12;
/** How many decompressed blocks are kept: what a post refers to mostly stands together. */
const mostOpen = 8;
/** Creates a store that compresses its texts in blocks, outside of the heap. */
export function createCompactStore(): CompactStore {
  /** The block of each text. */
  const places = createNumberTable();
  const blocks: Uint8Array[] = [];
  const opened = new Map<number, Buffer>();
  let pieces: Buffer[] = [];
  let length = 0;

  const open = (number: number): Buffer => {
    const compressed = blocks[number];
    if (!compressed) return Buffer.concat(pieces);
    const known = opened.get(number) ?? inflateRawSync(compressed);
    opened.delete(number);
    opened.set(number, known);
    const [oldest] = opened.keys();
    if (opened.size > mostOpen && oldest !== undefined) opened.delete(oldest);
    return known;
  };
  return {
    set(id, text) {
      const bytes = Buffer.from(text);
      const head = Buffer.alloc(headLength);
      head.writeDoubleLE(id);
      head.writeUInt32LE(bytes.length, 8);
      places.set(id, blocks.length);
      pieces.push(head, bytes);
      length += bytes.length + headLength;
      if (length < blockSize) return;
      // A copy, since the result is a view of a larger buffer, as a small Buffer would be too.
      blocks.push(new Uint8Array(deflateRawSync(Buffer.concat(pieces), { level: 1 })));
      pieces = [];
      length = 0;
    },
    get(id) {
      const place = places.get(id);
      if (place === undefined) return undefined;
      const block = open(place);
      for (let at = 0; at < block.length;) {
        const end = at + headLength + block.readUInt32LE(at + 8);
        if (block.readDoubleLE(at) === id) return block.toString('utf8', at + headLength, end);
        at = end;
      }
      return undefined;
    },
  };
}

/** Numbers by 32-bit numbers, in eight bytes each; a map of V8 needs five times as many. */
export function createNumberTable() {
  let keys = new Uint32Array(1024);
  let values = new Uint32Array(1024);
  let [size, isSorted] = [0, true];
  const grow = (array: Uint32Array<ArrayBuffer>) => {
    const larger = new Uint32Array(array.length * 2);
    larger.set(array);
    return larger;
  };
  /** Sorts by key; what was set last for a key stays last. */
  const sort = () => {
    const order = Uint32Array.from({ length: size }, (_, index) => index);
    order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    [keys, values] = [keys, values].map((array) => order.map((index) => array[index] ?? 0)) as [
      typeof keys,
      typeof values,
    ];
    isSorted = true;
  };
  /** The place after the last of a key, or after all smaller ones. */
  const endOf = (key: number): number => {
    if (!isSorted) sort();
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    set(key: number, value: number): void {
      if (size === keys.length) [keys, values] = [grow(keys), grow(values)];
      isSorted &&= size === 0 || key >= (keys[size - 1] ?? 0);
      keys[size] = key;
      values[size++] = value;
    },
    /** What was set last. */
    get(key: number): number | undefined {
      const end = endOf(key);
      return end > 0 && keys[end - 1] === key ? values[end - 1] : undefined;
    },
    /** All that was set, in that order. */
    list(key: number): number[] {
      const end = endOf(key);
      let start = end;
      while (start > 0 && keys[start - 1] === key) start--;
      return [...values.subarray(start, end)];
    },
  };
}
