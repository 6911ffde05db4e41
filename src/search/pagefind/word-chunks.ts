import { CborReader, CborWriter } from './cbor.ts';
import { unexpectedForm } from './packed-file.ts';

/** A word to be written into a file. */
export interface EncodedWord {
  /** The bytes of its UTF-8 form, a character each. */
  text: string;
  bytes: Uint8Array;
  /** By Pagefind's measure: see `writeWord`. */
  size: number;
}

/** A file of words (`.pf_index`): a browser loads the one that has a word between its bounds. */
export interface WordChunk {
  from: string;
  to: string;
  /** CBOR: an array that holds the array of its words. */
  content: Uint8Array;
}

/** The size of a file, at most; a word of that size has one of its own. Pagefind's are twice as large. */
const chunkSize = 10_000;

/**
 * Distributes words among files. Pagefind begins another file after a word that makes one full, so that a rare word often
 * comes with a frequent one: in twenty thousand articles, "harbours" with "have" in 81 KB. Here it begins before that word.
 *
 * @param words sorted by their bytes
 */
export function cutIntoChunks(words: Iterable<EncodedWord>): WordChunk[] {
  const chunks: WordChunk[] = [];
  let own: EncodedWord[] = [];
  let size = 0;
  for (const word of words) {
    if (own.length > 0 && size + word.size > chunkSize) {
      chunks.push(createChunk(own));
      [own, size] = [[], 0];
    }
    own.push(word);
    size += word.size;
  }
  if (own.length > 0) chunks.push(createChunk(own));
  shortenBounds(chunks);
  return chunks;
}

/**
 * Extracts the words from a file of words.
 *
 * @param content of the file, unpacked
 * @returns its words, encoded one after another
 * @throws when it is in another form
 */
export function wordsInChunk(content: Uint8Array): Uint8Array {
  const reader = new CborReader(content);
  try {
    if (reader.readArray() === 1) {
      reader.readArray();
      return content.subarray(reader.position);
    }
  } catch (error) {
    throw unexpectedForm('list of words', error);
  }
  throw unexpectedForm('list of words');
}

function createChunk(words: readonly EncodedWord[]): WordChunk {
  const head = new CborWriter();
  head.writeArray(1);
  head.writeArray(words.length);
  return {
    from: decode(words[0]),
    to: decode(words.at(-1)),
    content: Buffer.concat([head.take(), ...words.map(({ bytes }) => bytes)]),
  };
}

function decode(word?: EncodedWord): string {
  return Buffer.from(word?.text ?? '', 'latin1').toString();
}

/** Shortens bounds to the characters that distinguish one file's words from the next one's, as Pagefind does. */
function shortenBounds(chunks: readonly WordChunk[]): void {
  for (const [index, next] of chunks.entries()) {
    const chunk = chunks[index - 1];
    if (!chunk) continue;
    const [to, from] = [[...chunk.to], [...next.from]];
    let common = 0;
    while (common < to.length && to[common] === from[common]) common++;
    const shortened = to.slice(0, common + 1).join('');
    if (Buffer.compare(Buffer.from(shortened), Buffer.from(chunk.from)) >= 0) chunk.to = shortened;
    next.from = from.slice(0, common + 1).join('');
  }
}
