import { CborWriter } from './cbor.ts';
import { createWordReader, type WordReader } from './read-words.ts';
import { cutIntoChunks, type EncodedWord, type WordChunk } from './word-chunks.ts';
import { writeWord, type WordInPart } from './write-word.ts';

/** The words of a part of the index. */
export interface PartWords {
  /** Encoded one after another: see `createWordReader`. */
  words: Uint8Array;
  /** How many pages the part has. */
  pages: number;
}

/** Where a part has a word. */
interface WordPosition {
  part: number;
  start: number;
}

/**
 * Merges the words of parts into files of words, each as Pagefind would have written it for all their pages at once.
 *
 * @param parts in the order of their pages
 * @param onWord is called for each word, with the number of pages that have it
 */
export function mergeWords(
  parts: readonly PartWords[],
  onWord: (word: string, pages: number) => void = () => {},
): WordChunk[] {
  return cutIntoChunks(joinWords(parts, onWord));
}

function* joinWords(
  parts: readonly PartWords[],
  onWord: (word: string, pages: number) => void,
): Generator<EncodedWord> {
  const readers = parts.map(({ words }) => createWordReader(words));
  let pages = 0;
  const firstPages = parts.map((part) => (pages += part.pages) - part.pages);
  const positions = locateWords(parts, readers);
  const writer = new CborWriter();
  for (const text of [...positions.keys()].sort()) {
    const found = (positions.get(text) ?? []).map(({ part, start }): WordInPart => {
      const { word } = (readers[part] as WordReader).readWord(start);
      return { word, firstPage: firstPages[part] ?? 0 };
    });
    const { size, pages: count } = writeWord(writer, found);
    onWord(Buffer.from(text, 'latin1').toString(), count);
    yield { text, bytes: writer.take(), size };
  }
}

/** For each word the parts that have it. Only positions are kept: all words with their pages would take too much memory. */
function locateWords(
  parts: readonly PartWords[],
  readers: readonly WordReader[],
): Map<string, WordPosition[]> {
  const positions = new Map<string, WordPosition[]>();
  for (const [part, reader] of readers.entries()) {
    const length = parts[part]?.words.length ?? 0;
    for (let start = 0; start < length;) {
      const { word, end } = reader.readWord(start);
      const known = positions.get(word.text);
      if (known) known.push({ part, start });
      else positions.set(word.text, [{ part, start }]);
      start = end;
    }
  }
  return positions;
}
