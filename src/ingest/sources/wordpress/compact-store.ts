import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Many texts by their numbers, in little memory. */
export interface CompactStore {
  set(id: number, text: string): void;
  get(id: number): string | undefined;
}

/** Bytes that are compressed together: a text is found by decompressing as much. */
const blockSize = 1 << 16;
/** How many decompressed blocks are kept: what a post refers to mostly stands together. */
const mostOpen = 8;
/** Where in a number the offset within a block ends and the number of the block begins. */
const offsetSpan = 1 << 26;

/** Creates a store that compresses its texts in blocks, outside of the heap. */
export function createCompactStore(): CompactStore {
  /** Where each text begins: its block, and its offset in it. */
  const places = new Map<number, number>();
  const blocks: Buffer[] = [];
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
      const head = Buffer.alloc(4);
      head.writeUInt32LE(bytes.length);
      places.set(id, blocks.length * offsetSpan + length);
      pieces.push(head, bytes);
      length += bytes.length + 4;
      if (length < blockSize) return;
      blocks.push(deflateRawSync(Buffer.concat(pieces), { level: 1 }));
      pieces = [];
      length = 0;
    },
    get(id) {
      const place = places.get(id);
      if (place === undefined) return undefined;
      const block = open(Math.floor(place / offsetSpan));
      const start = (place % offsetSpan) + 4;
      return block.toString('utf8', start, start + block.readUInt32LE(start - 4));
    },
  };
}
