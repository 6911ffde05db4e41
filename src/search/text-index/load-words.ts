import { refuseOtherOrder, type NumberedFile } from '../browser/engine/same-order.ts';
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

/** What may be loaded to find a word and longer ones, if the file that it is in does not take more: in kilobytes, before compression. */
const mostForLonger = 200;

/**
 * Creates a loader of words. A file that is gone, since the site was published anew, is an error: article numbers have
 * changed then, too.
 *
 * @param index absolute URL of the index's folder
 * @param version what changes with the index
 */
export function createWordLoader(
  index: string,
  version: Promise<NumberedFile & { hash: string }>,
): WordLoader {
  const files = new Map<string, Promise<LoadedFile>>();
  let table: Promise<WordTable> | undefined;
  const loadTable = () => (table ??= version.then(loadCurrentTable));
  const loadCurrentTable = async (known: NumberedFile & { hash: string }) => {
    const address = `${index}words.json?v=${known.hash}`;
    const loaded = await loadJson<WordTable>(address);
    refuseOtherOrder(address, loaded, known);
    return loaded;
  };
  const open = ([, name]: WordTable['files'][number]) => {
    const file = files.get(name) ?? loadFile(`${index}words/${name}`);
    files.set(name, file);
    return file;
  };

  return {
    loadTable,
    async findWord(folded) {
      const { files } = await loadTable();
      const file = files[placeOf(folded, files)];
      return file ? (await open(file)).filter((word) => word.folded === folded) : [];
    },
    async findLonger(folded) {
      const { files } = await loadTable();
      const first = Math.max(0, placeOf(folded, files));
      let end = first + 1;
      for (let size = files[first]?.[2] ?? 0; begins(files[end], folded); end++) {
        size += files[end]?.[2] ?? 0;
        if (size > mostForLonger) break;
      }
      const words = (await Promise.all(files.slice(first, end).map(open))).flat();
      return {
        words: words.filter((word) => word.folded.startsWith(folded) && word.folded !== folded),
        areAll: !begins(files[end], folded),
      };
    },
  };
}

function begins(file: WordTable['files'][number] | undefined, word: string): boolean {
  return file?.[0].startsWith(word) ?? false;
}

/** The position of the file that would have a word; -1 when it is before all. */
function placeOf(word: string, files: WordTable['files']): number {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.[0] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @param address without the ending of its name */
async function loadFile(address: string): Promise<LoadedFile> {
  const words = decodeWords(await load(`${address}.words`).then(decompress));
  let positions: Promise<Uint8Array[]> | undefined;
  const loadPositions = async () =>
    decodePositions(await load(`${address}.positions`).then(decompress), words.length);
  return words.map((word, index) => ({
    ...word,
    folded: foldWord(word.form),
    loadPositions: async () => (await (positions ??= loadPositions()))[index] ?? new Uint8Array(),
  }));
}

async function loadJson<Content>(address: string): Promise<Content> {
  return (await load(address)).json() as Promise<Content>;
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
