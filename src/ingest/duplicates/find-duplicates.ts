import { unspacedScripts } from '../../records/unspaced-scripts.ts';

// Near duplicates by MinHash: Broder, "On the resemblance and containment of documents" (1997), with one permutation
// (Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012) and banding (Leskovec, Rajaraman, Ullman, "Mining of Massive
// Datasets", section 3.4). What is compared are all runs of five words.

/** An article whose text is similar to another. */
export interface Duplicate {
  /** The id of the article that has it. */
  id: string;
  /** The share of runs of words that both have, among those that either has: 1 when the words are the same. */
  likeness: number;
}

/** Texts, to be compared with each other. */
export interface TextCollection {
  /** The article that is most like a text, when it is at least {@link threshold} like it. */
  find(text: TextFingerprint): Duplicate | undefined;
  add(id: string, text: TextFingerprint): void;
}

/** The features of a text that are compared. */
export interface TextFingerprint {
  /** Of its words only: the same for texts that differ in punctuation, case and white space only. Undefined without words. */
  digest: number | undefined;
  /** The least hash of the runs of words that fall in each bin; {@link empty} when none does. */
  signature: Uint32Array;
}

/** The similarity from which on two texts are reported. */
export const threshold = 0.8;

const bins = 128;
/** Texts that agree in all bins of one band are compared: of pairs with a similarity of 0.9, all but one in 10,000 do. */
const rows = 8;
const runLength = 5;
const empty = 0xffffffff;

const letter = String.raw`[\p{L}\p{M}\p{N}]`;
/** A word, or a character of a script that is written without spaces. */
const word = new RegExp(`[${unspacedScripts}&&${letter}]|[${letter}--${unspacedScripts}]+`, 'gv');

/** Creates an empty collection. */
export function createTextCollection(): TextCollection {
  const ids: string[] = [];
  const texts: TextFingerprint[] = [];
  const byDigest = new Map<number, number>();
  const bands = Array.from({ length: bins / rows }, () => new Map<number, number>());

  return {
    find(text) {
      if (text.digest === undefined) return undefined;
      const same = byDigest.get(text.digest);
      if (same !== undefined) return { id: ids[same] ?? '', likeness: 1 };
      let best: Duplicate | undefined;
      const seen = new Set<number>();
      for (const [band, articles] of bands.entries()) {
        const index = articles.get(hashBand(text.signature, band));
        if (index === undefined || seen.has(index)) continue;
        seen.add(index);
        const likeness = compare(text.signature, texts[index]?.signature);
        if (likeness >= threshold && likeness > (best?.likeness ?? 0))
          best = { id: ids[index] ?? '', likeness };
      }
      return best;
    },
    add(id, text) {
      if (text.digest === undefined) return;
      const index = ids.push(id) - 1;
      texts.push(text);
      byDigest.set(text.digest, index);
      // The first of many copies is the one to compare with.
      for (const [band, articles] of bands.entries()) {
        const hash = hashBand(text.signature, band);
        if (!articles.has(hash)) articles.set(hash, index);
      }
    },
  };
}

/** @param markdown an article's text; the archive's own footnotes in it are ignored */
export function fingerprintOf(markdown: string): TextFingerprint {
  const words = withoutNotes(markdown).toLowerCase().match(word);
  const hashes = Uint32Array.from(words ?? [], hashWord);
  const signature = new Uint32Array(bins).fill(empty);
  let [low, high] = [0x811c9dc5, 0x2f0b4c47];
  for (const [index, hash] of hashes.entries()) {
    low = mix(low ^ hash);
    high = mix(high + hash);
    const isLast = index === hashes.length - 1;
    if (index < runLength - 1 && !isLast) continue;
    let run = 0;
    for (let at = Math.max(0, index - runLength + 1); at <= index; at++) run = mix(run ^ (hashes[at] ?? 0));
    const bin = run & (bins - 1);
    signature[bin] = Math.min(signature[bin] ?? empty, run);
  }
  // Two hashes of 26 bits each, in one number that is exact.
  const digest = hashes.length === 0 ? undefined : (high >>> 6) * 2 ** 26 + (low >>> 6);
  return { digest, signature };
}

/** Removes footnotes, each with the lines that continue it, and the references to them. */
function withoutNotes(markdown: string): string {
  let isNote = false;
  const lines = markdown.split('\n').filter((line) => {
    const continues = isNote && (line.startsWith('    ') || line.trim() === '');
    isNote = continues || /^\[\^[^[\]]+\]:/u.test(line);
    return !isNote;
  });
  return lines.join('\n').replace(/\[\^[^[\]\n]+\]/gu, '');
}

/** Formats how similar a text is to another article. */
export function formatSimilarity({ id, likeness }: Duplicate): string {
  return likeness === 1 ? `the same words as ${id}` : `${Math.round(likeness * 100)} % the same as ${id}`;
}

function compare(a: Uint32Array, b: Uint32Array = new Uint32Array(bins)): number {
  let [same, filled] = [0, 0];
  for (const [bin, hash] of a.entries()) {
    const other = b[bin] ?? empty;
    if (hash === empty && other === empty) continue;
    filled++;
    if (hash === other) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

function hashBand(signature: Uint32Array, band: number): number {
  let hash = band;
  for (let row = 0; row < rows; row++) hash = mix(hash ^ (signature[band * rows + row] ?? 0));
  return hash;
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The finalizer of MurmurHash3 by Austin Appleby (public domain): every bit of the input changes half of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
