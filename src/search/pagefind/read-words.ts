import { CborReader } from './cbor.ts';

// The words of an index, as Pagefind lists them (CDDL, RFC 8610):
//
//   word = [text, [* page], [* form]]          the word, stemmed and without diacritics; where it is
//   form = [text, [* page]]                    how it is written there, where that is another way
//   page = [number: uint, * [* int]]           the page, counted from the one before; positions of several kinds

/** A word, with the pages of one part of the index that have it. */
export interface IndexedWord {
  /** The bytes of its UTF-8 form, a character each: they sort as Pagefind sorts words. */
  text: string;
  pages: PageList;
  forms: { text: string; pages: PageList }[];
}

/** A list of pages where it is encoded. Only its first page has to be changed when lists are joined. */
export interface PageList {
  /** The part's words, encoded. */
  bytes: Uint8Array;
  count: number;
  /** The first and the last page, counted within the part; 0 when there is none. */
  first: number;
  last: number;
  /** Where the first page begins. */
  start: number;
  /** Where the first page's number begins and ends. */
  numberStart: number;
  numberEnd: number;
  /** Where the last page ends. */
  end: number;
  /** Pages and positions: Pagefind's measure of how full a file is. */
  size: number;
}

/** Reads words of a part one by one. */
export interface WordReader {
  /** @returns the word that begins at a byte, and the byte at which it ends */
  readWord(start: number): { word: IndexedWord; end: number };
}

/** @param words of a part, encoded one after another */
export function createWordReader(words: Uint8Array): WordReader {
  const reader = new CborReader(words);
  const buffer = Buffer.from(words.buffer, words.byteOffset, words.length);
  const readText = (): string => {
    const length = reader.skipText();
    return buffer.toString('latin1', reader.position - length, reader.position);
  };
  return {
    readWord(start) {
      reader.position = start;
      reader.readArray();
      const text = readText();
      const pages = readPages(reader);
      const forms: IndexedWord['forms'] = [];
      for (let left = reader.readArray(); left > 0; left--) {
        reader.readArray();
        forms.push({ text: readText(), pages: readPages(reader) });
      }
      return { word: { text, pages, forms }, end: reader.position };
    },
  };
}

function readPages(reader: CborReader): PageList {
  const count = reader.readArray();
  const start = reader.position;
  let [numberStart, numberEnd, first, last, size] = [start, start, 0, 0, count];
  for (let page = 0; page < count; page++) {
    const lists = reader.readArray() - 1;
    if (page === 0) numberStart = reader.position;
    last += reader.readUnsigned();
    if (page === 0) [numberEnd, first] = [reader.position, last];
    for (let list = 0; list < lists; list++) {
      const positions = reader.readArray();
      size += positions;
      for (let left = positions; left > 0; left--) reader.readInteger();
    }
  }
  return {
    bytes: reader.bytes,
    count,
    first,
    last,
    start,
    numberStart,
    numberEnd,
    end: reader.position,
    size,
  };
}
