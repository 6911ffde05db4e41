/** How many bins a signature has. */
export const bins = 128;
/** What a bin holds in which nothing falls. */
export const emptyBin = 0xff;
/** Texts that agree in all bins of one band are compared: of pairs with a similarity of 0.9, all but one in 10,000 do. */
const rows = 8;
const bands = bins / rows;
/** Signatures that are kept in one array. */
const chunkLength = 1024;

/** Signatures by their bands. A text takes 250 bytes; in maps of V8 it would take 1,500. */
export interface SignatureIndex {
  /** The texts that agree with a signature in a band, for each band the first one. */
  findInBands(signature: Uint8Array): Set<number>;
  /** The share of bins that are the same in a text. */
  compare(signature: Uint8Array, index: number): number;
  /** Adds the signature of the next text, which is numbered from 0 on. */
  add(signature: Uint8Array): void;
}

/**
 * Creates an empty index. A table of each band has the numbers of texts in open addressing: what a text has in the band is
 * looked up in its signature.
 */
export function createSignatureIndex(): SignatureIndex {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let tables = createTables(1024);

  const binOf = (index: number, bin: number): number =>
    chunks[Math.floor(index / chunkLength)]?.[(index % chunkLength) * bins + bin] ?? emptyBin;

  /** The slot of a band that has the first text which agrees, or the free one at which it would stand. */
  function findSlot(table: Uint32Array, band: number, signature: Uint8Array): number {
    const mask = table.length - 1;
    let slot = hashBand(signature, band) & mask;
    for (; table[slot]; slot = (slot + 1) & mask)
      if (agrees((table[slot] ?? 0) - 1, band, signature)) return slot;
    return slot;
  }

  function agrees(index: number, band: number, signature: Uint8Array): boolean {
    for (let bin = band * rows; bin < (band + 1) * rows; bin++)
      if (binOf(index, bin) !== signature[bin]) return false;
    return true;
  }

  function enter(index: number, signature: Uint8Array): void {
    for (const [band, table] of tables.entries()) {
      const slot = findSlot(table, band, signature);
      if (table[slot] === 0) table[slot] = index + 1;
    }
  }

  return {
    findInBands(signature) {
      const found = new Set<number>();
      for (const [band, table] of tables.entries()) {
        const entry = table[findSlot(table, band, signature)] ?? 0;
        if (entry > 0) found.add(entry - 1);
      }
      return found;
    },
    compare(signature, index) {
      let [same, filled] = [0, 0];
      for (const [bin, hash] of signature.entries()) {
        const other = binOf(index, bin);
        if (hash === emptyBin && other === emptyBin) continue;
        filled++;
        if (hash === other) same++;
      }
      return filled === 0 ? 0 : same / filled;
    },
    add(signature) {
      const place = size % chunkLength;
      if (place === 0) chunks.push(new Uint8Array(chunkLength * bins));
      chunks.at(-1)?.set(signature, place * bins);
      size++;
      // At most two thirds of a table are in use, so that a free slot is near.
      const length = tables[0]?.length ?? 0;
      if (size * 3 <= length * 2) return enter(size - 1, signature);
      tables = createTables(length * 2);
      for (let index = 0; index < size; index++) {
        const start = (index % chunkLength) * bins;
        const chunk = chunks[Math.floor(index / chunkLength)];
        if (chunk) enter(index, chunk.subarray(start, start + bins));
      }
    },
  };
}

/** @param length how many slots a table has: a power of two */
function createTables(length: number): Uint32Array[] {
  return Array.from({ length: bands }, () => new Uint32Array(length));
}

function hashBand(signature: Uint8Array, band: number): number {
  let hash = band;
  for (let row = 0; row < rows; row++) hash = mix(hash ^ (signature[band * rows + row] ?? 0));
  return hash;
}

/** The finalizer of MurmurHash3 by Austin Appleby (public domain): every bit of the input changes half of the output. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
