import { unspacedScripts } from '../../records/unspaced-scripts.ts';
import { createDigestIndex } from './digest-index.ts';
import { bins, createSignatureIndex, emptyBin, mix } from './signature-index.ts';

// Near duplicates by MinHash: Broder, "On the resemblance and containment of documents" (1997), with one permutation
// (Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012) and banding (Leskovec, Rajaraman, Ullman, "Mining of Massive
// Datasets", section 3.4). What is compared are all runs of five words, of whose hashes 8 bits are kept (Li, König, "b-Bit
// Minwise Hashing", WWW 2010).

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
  /** 8 bits of the least hash of the runs of words that fall in each bin; {@link emptyBin} when none does. */
  signature: Uint8Array;
}

/** The similarity from which on two texts are reported. */
export const threshold = 0.8;

/** The greatest similarity of texts whose words are not the same. */
const most = 0.99;

const runLength = 5;
const empty = 0xffffffff;

const letter = String.raw`[\p{L}\p{M}\p{N}]`;
/** A word, or a character of a script that is written without spaces. */
const word = new RegExp(`[${unspacedScripts}&&${letter}]|[${letter}--${unspacedScripts}]+`, 'gv');

/** Creates an empty collection. */
export function createTextCollection(): TextCollection {
  const ids: string[] = [];
  const byDigest = createDigestIndex();
  const signatures = createSignatureIndex();

  return {
    find({ digest, signature }) {
      if (digest === undefined) return undefined;
      const same = byDigest.find([digest, 0]);
      if (same !== undefined) return { id: ids[same] ?? '', likeness: 1 };
      let best: Duplicate | undefined;
      for (const index of signatures.findInBands(signature)) {
        // Other texts may have the same signature, of which only a part of the runs decides.
        const likeness = Math.min(signatures.compare(signature, index), most);
        if (likeness >= threshold && likeness > (best?.likeness ?? 0))
          best = { id: ids[index] ?? '', likeness };
      }
      return best;
    },
    add(id, { digest, signature }) {
      if (digest === undefined) return;
      byDigest.add([digest, 0], ids.push(id) - 1);
      signatures.add(signature);
    },
  };
}

/** @param markdown an article's text; the archive's own footnotes in it are ignored */
export function fingerprintOf(markdown: string): TextFingerprint {
  const words = withoutNotes(markdown).toLowerCase().match(word);
  const hashes = Uint32Array.from(words ?? [], hashWord);
  const least = new Uint32Array(bins).fill(empty);
  let [low, high] = [0x811c9dc5, 0x2f0b4c47];
  for (const [index, hash] of hashes.entries()) {
    low = mix(low ^ hash);
    high = mix(high + hash);
    const isLast = index === hashes.length - 1;
    if (index < runLength - 1 && !isLast) continue;
    let run = 0;
    for (let at = Math.max(0, index - runLength + 1); at <= index; at++) run = mix(run ^ (hashes[at] ?? 0));
    const bin = run & (bins - 1);
    least[bin] = Math.min(least[bin] ?? empty, run);
  }
  // Two hashes of 26 bits each, in one number that is exact.
  const digest = hashes.length === 0 ? undefined : (high >>> 6) * 2 ** 26 + (low >>> 6);
  // Of the bits by which runs are put in bins, all of one bin have the same.
  const signature = Uint8Array.from(least, (hash) =>
    hash === empty ? emptyBin : Math.min(hash >>> 24, emptyBin - 1),
  );
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

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
