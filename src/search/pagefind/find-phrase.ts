import { foldWord } from '../browser/text/fold-for-search.ts';
import { tokenize } from '../browser/text/tokenize.ts';
import { CborReader } from './cbor.ts';
import { unexpectedForm } from './packed-file.ts';
import { wordsInChunk } from './word-chunks.ts';

// Positions of a word in a page: a negative integer begins those of another weight; the others count words, each from the
// one before of the same weight.

/** Finds out whether pages have some words one after another, by the files of words of an index alone. */
export interface PhraseFinder {
  /**
   * Reads a file of words.
   *
   * @param content of the file, unpacked
   * @throws when it is in another form
   */
  read(content: Uint8Array): void;
  /** The numbers of the pages that have them, in what has been read. */
  findPages(): number[];
}

/**
 * @param text some words
 */
export function createPhraseFinder(text: string): PhraseFinder {
  const words = tokenize(text).words.map(({ form }) => foldWord(form));
  /** For each of the words, its positions by page. */
  const found = words.map(() => new Map<number, Set<number>>());
  return {
    read(content) {
      const encoded = wordsInChunk(content);
      const reader = new CborReader(encoded);
      const buffer = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.length);
      const readText = () => {
        const length = reader.skipText();
        return buffer.toString('utf8', reader.position - length, reader.position);
      };
      try {
        while (reader.position < encoded.length) {
          reader.readArray();
          const indexed = readText();
          const places = words.flatMap((word, index) => (word === indexed ? (found[index] ?? []) : []));
          readPages(reader, places);
          // Spellings with diacritics.
          for (let left = reader.readArray(); left > 0; left--) {
            reader.readArray();
            reader.skipText();
            readPages(reader, places);
          }
        }
      } catch (error) {
        throw unexpectedForm('list of words', error);
      }
    },
    findPages() {
      const [first = new Map<number, Set<number>>(), ...others] = found;
      return [...first].flatMap(([page, positions]) => {
        const isThere = [...positions].some((position) =>
          others.every((other, index) => other.get(page)?.has(position + index + 1)),
        );
        return isThere ? [page] : [];
      });
    },
  };
}

function readPages(reader: CborReader, places: readonly Map<number, Set<number>>[]): void {
  if (places.length === 0) {
    reader.skipItem();
    return;
  }
  let page = 0;
  for (let left = reader.readArray(); left > 0; left--) {
    const lists = reader.readArray() - 1;
    page += reader.readUnsigned();
    for (let list = 0; list < lists; list++) {
      let position = 0;
      for (let items = reader.readArray(); items > 0; items--) {
        const item = reader.readInteger();
        position = item < 0 ? 0 : position + item;
        // Only the first list is of the text, the others are of metadata.
        if (item < 0 || list > 0) continue;
        for (const pages of places) {
          const known = pages.get(page);
          if (known) known.add(position);
          else pages.set(page, new Set([position]));
        }
      }
    }
  }
}
