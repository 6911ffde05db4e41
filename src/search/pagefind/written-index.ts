import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';

import type { Occurrences } from '../text-index/part-words.ts';

// The index that Pagefind writes, as far as it is read (CDDL, RFC 8610). A file is gzip of `pagefind_dcd` and CBOR (RFC 8949):
//
//   *.pf_meta             meta  = [version: text, [* page], [* chunk], …]
//                         page  = [name: text, words: uint, text]
//                         chunk = [from: text, to: text, name: text]
//   index/<name>.pf_index words = [[* word]]
//                         word  = [text, [* found], [* form]]        without diacritics; where it is
//                         form  = [text, [* found]]                  with diacritics; where it is
//                         found = [page: uint, [* int], [* int]]     the page, counted from the one before; positions in the
//                                                                    text, and in metadata
//
// A negative integer among the positions is a weight, which those after it have until the next one; the first after it counts
// words from the beginning of the page, the others from the position before.

/** The words of some documents. */
export interface WrittenIndex {
  /** How many words each has. */
  lengths: number[];
  /** By their forms, as documents have them, with those documents. */
  words: Map<string, Occurrences[]>;
}

/** The files of an index, by their paths. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

type Found = [page: number, inText: number[], ...inMetadata: number[][]];
type Word = [text: string, found: Found[], forms: [text: string, found: Found[]][]];

/**
 * The weight of a word in a paragraph, as Pagefind writes it. Those in the title, which is an `h1`, have seven times as much; the
 * parts of a word with digits ("only" and "10" of "only10"), of which it adds some, share that of the word.
 */
const ofText = -25;

const signature = Buffer.from('pagefind_dcd');

/**
 * Reads an index of documents as `prepareDocument` makes them.
 *
 * @throws when it is in another form than that of Pagefind 1.6
 */
export function readWrittenIndex(files: IndexFiles): WrittenIndex {
  const metas = [...files.keys()].filter((each) => each.endsWith('.pf_meta'));
  // An index without pages has none, and there is one for each language.
  if (metas.length > 1) throw new Error('It has several meta files.');
  const [meta] = metas;
  if (meta === undefined) return { lengths: [], words: new Map<string, Occurrences[]>() };
  try {
    return readIndex(files, meta);
  } catch (error) {
    throw new Error('It is not in the form of Pagefind 1.6. Use the version in package-lock.json.', {
      cause: error,
    });
  }
}

function readIndex(files: IndexFiles, meta: string): WrittenIndex {
  const [version, pages, chunks] = read(files, meta) as [
    string,
    [name: string, words: number, text: string][],
    [from: string, to: string, name: string][],
  ];
  if (!version.startsWith('1.6.')) throw new Error(`It is of version ${version}.`);
  const lengths = pages.map(([, words]) => expectCount(words));
  const words = new Map<string, Occurrences[]>();
  for (const [, , name] of chunks) {
    const [own] = read(files, `index/${name}.pf_index`) as [Word[]];
    for (const [text, found, forms] of own) {
      if (found.length > 0) words.set(expectText(text), readFound(found, lengths.length));
      for (const [form, ofForm] of forms) words.set(expectText(form), readFound(ofForm, lengths.length));
    }
  }
  return { lengths, words };
}

function read(files: IndexFiles, path: string): unknown {
  const content = gunzipSync(files.get(path) ?? Buffer.of());
  if (!content.subarray(0, signature.length).equals(signature)) throw new Error(`${path} is another file.`);
  return decode(content.subarray(signature.length));
}

function readFound(found: readonly Found[], pages: number): Occurrences[] {
  let article = 0;
  return found.map(([distance, positions]) => {
    article += expectCount(distance);
    if (article >= pages) throw new Error(`There is no page ${article}.`);
    return { article, ...readPositions(positions) };
  });
}

function readPositions(positions: readonly number[]): Omit<Occurrences, 'article'> {
  const [inTitle, inText]: [number[], number[]] = [[], []];
  let [list, position] = [inText, 0];
  for (const item of positions) {
    if (item < 0) [list, position] = [item < ofText ? inTitle : inText, 0];
    else {
      position += expectCount(item);
      // No phrase reaches from the title into the text.
      list.push(list === inText ? position + 1 : position);
    }
  }
  return { inTitle, inText };
}

function expectCount(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw new Error(`${String(value)} is no count.`);
  return value;
}

function expectText(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`${String(value)} is no word.`);
  return value;
}
