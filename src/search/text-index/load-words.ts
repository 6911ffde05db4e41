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
  /** @returns words that begin with one, and are longer */
  findLonger(folded: string): Promise<LoadedWord[]>;
}

/** A file of words that has been loaded. */
type LoadedFile = readonly LoadedWord[];

/**
 * What may be loaded, besides the file that a word is in, to find longer ones, in kilobytes: the whole of a small archive's
 * words with that beginning, and in a large one the next words.
 */
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
      const opened: Promise<LoadedFile>[] = [];
      let size = 0;
      for (let number = place; number < files.length; number++) {
        const [from = '', kilobytes = 0] = files[number] ?? [];
        if (number > place) {
          size += kilobytes;
          if (!from.startsWith(folded) || size > mostForLonger) break;
        }
        opened.push(open(number));
      }
      const words = (await Promise.all(opened)).flat();
      return words.filter((word) => word.folded.startsWith(folded) && word.folded !== folded);
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
