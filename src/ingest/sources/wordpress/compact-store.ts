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
      const head = Buffer.alloc(headLength);
      head.writeDoubleLE(id);
      head.writeUInt32LE(bytes.length, 8);
      places.set(id, blocks.length);
      pieces.push(head, bytes);
      length += bytes.length + headLength;
      if (length < blockSize) return;
      // A copy, since the result is a view of a larger buffer.
      blocks.push(Buffer.from(deflateRawSync(Buffer.concat(pieces), { level: 1 })));
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
