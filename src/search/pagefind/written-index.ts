import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';

// The index that Pagefind writes, as far as it is read (CDDL, RFC 8610). A file is gzip of `pagefind_dcd` and CBOR (RFC 8949):
//
//   *.pf_meta             meta  = [version: text, [* page], [* chunk], …]
//                         chunk = [from: text, to: text, name: text]
//   index/<name>.pf_index words = [[* word]]
//                         word  = [text, [* found], [* form]]        without diacritics; where it is
//                         form  = [text, [* found]]                  with diacritics; where it is
//                         found = [page: uint, [* int], …]           the page, counted from the one before; positions in its
//                                                                    text
//
// Positions count words, each from the one before. A negative integer among them is a weight, which those after it have until
// the next one: the first after it counts from the beginning of the page. It differs for the parts of a word with digits
// ("only" and "10" of "only10"), of which Pagefind adds some.

/** The files of an index, by their paths. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** A page that has a word: its number, and the word's positions, ascending. */
export interface FoundPage {
  page: number;
  positions: number[];
}

type Found = [page: number, positions: number[]];
type Word = [text: string, found: Found[], forms: [text: string, found: Found[]][]];

const signature = Buffer.from('pagefind_dcd');

/**
 * Reads an index: its words as they are written, and where they are.
 *
 * @throws when it is in another form than that of Pagefind 1.6
 */
export function readWrittenIndex(files: IndexFiles): [form: string, found: FoundPage[]][] {
  const metas = [...files.keys()].filter((each) => each.endsWith('.pf_meta'));
  // An index without pages has none, and there is one for each language.
  if (metas.length > 1) throw new Error('It has several meta files.');
  const [meta] = metas;
  if (meta === undefined) return [];
  try {
    const [version, pages, chunks] = read(files, meta) as [
      string,
      unknown[],
      [string, string, name: string][],
    ];
    if (!version.startsWith('1.6.')) throw new Error(`It is of version ${version}.`);
    return chunks.flatMap(([, , name]) => {
      const [words] = read(files, `index/${name}.pf_index`) as [Word[]];
      return words.flatMap(([text, found, forms]) =>
        [[text, found] as const, ...forms]
          .filter(([, each]) => each.length > 0)
          .map(([form, each]): [string, FoundPage[]] => [expectText(form), readFound(each, pages.length)]),
      );
    });
  } catch (error) {
    throw new Error('It is not in the form of Pagefind 1.6. Use the version in package-lock.json.', {
      cause: error,
    });
  }
}

function read(files: IndexFiles, path: string): unknown {
  const content = gunzipSync(files.get(path) ?? Buffer.of());
  if (!content.subarray(0, signature.length).equals(signature)) throw new Error(`${path} is another file.`);
  return decode(content.subarray(signature.length));
}

function readFound(found: readonly Found[], pages: number): FoundPage[] {
  let page = 0;
  return found.map(([distance, items]) => {
    page += expectCount(distance);
    if (page >= pages) throw new Error(`There is no page ${page}.`);
    const positions: number[] = [];
    let position = 0;
    for (const item of items) {
      if (item < 0) position = 0;
      else positions.push((position += expectCount(item)));
    }
    // Those of one weight follow those of another.
    return { page, positions: positions.sort((a, b) => a - b) };
  });
}

function expectCount(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw new Error(`${String(value)} is no count.`);
  return value;
}

function expectText(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`${String(value)} is no word.`);
  return value;
}
