import { foldWord } from '../browser/text/fold-for-search.ts';
import { decodePositions, decodeWords, formByte, type Postings, type WordTable } from './word-file.ts';

/** A word of the index, in a browser. */
export interface LoadedWord extends Postings {
  /** Without diacritics. */
  folded: string;
  /** Loads where articles have it, encoded: see `word-file.ts`. */
  loadPositions(): Promise<Uint8Array>;
}

/** Loads words of an index. */
export interface WordLoader {
  loadTable(): Promise<WordTable>;
  /** @returns the word with and without any diacritics */
  findWord(folded: string): Promise<LoadedWord[]>;
  /** Finds words that begin with one, and are longer: all, or some of too many. */
  findLonger(folded: string): Promise<{ words: LoadedWord[]; areAll: boolean }>;
}

/** A file of words that has been loaded. */
type LoadedFile = readonly LoadedWord[];

/** What may be loaded, besides the file that a word is in, to find longer ones: in kilobytes, before compression. */
const mostForLonger = 200;

/**
 * @param addressOf returns the address of a file of the index
 */
export function createWordLoader(addressOf: (file: string) => Promise<string>): WordLoader {
  const files = new Map<number, Promise<LoadedFile>>();
  let table: Promise<WordTable> | undefined;
  const loadTable = () =>
    (table ??= addressOf('words.json')
      .then(load)
      .then((response) => response.json() as Promise<WordTable>));
  const loadFile = async (number: number): Promise<LoadedFile> => {
    const name = `words/${number.toString(36)}`;
    const words = decodeWords(await decompress(await load(await addressOf(`${name}.words`))));
    let positions: Promise<Uint8Array[]> | undefined;
    const loadPositions = () =>
      (positions ??= addressOf(`${name}.positions`)
        .then(load)
        .then(decompress)
        .then((file) => decodePositions(file, words.length)));
    return words.map((word, index) => ({
      ...word,
      folded: foldWord(word.form),
      loadPositions: async () => (await loadPositions())[index] ?? new Uint8Array(),
    }));
  };
  const open = (number: number) => {
    const file = files.get(number) ?? loadFile(number);
    files.set(number, file);
    return file;
  };
  /** The number of the file that would have a word; -1 when it is above all. */
  const placeOf = async (folded: string) => {
    const { files } = await loadTable();
    let [low, high] = [0, files.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((files[middle]?.[0] ?? '') <= folded) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  return {
    loadTable,
    async findWord(folded) {
      const place = await placeOf(folded);
      return place < 0 ? [] : (await open(place)).filter((word) => word.folded === folded);
    },
    async findLonger(folded) {
      const place = Math.max(0, await placeOf(folded));
      const { files } = await loadTable();
      const isAfter = (number: number) => files[number]?.[0].startsWith(folded) ?? false;
      const opened = files.length === 0 ? [] : [open(place)];
      let number = place + 1;
      for (let size = 0; isAfter(number); number++) {
        size += files[number]?.[1] ?? 0;
        if (size > mostForLonger) break;
        opened.push(open(number));
      }
      const words = (await Promise.all(opened)).flat();
      return {
        words: words.filter((word) => word.folded.startsWith(folded) && word.folded !== folded),
        areAll: !isAfter(number),
      };
    },
  };
}

async function load(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

/** Decompresses a file; some hosts send it decompressed. */
async function decompress(file: Response): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === formByte) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
