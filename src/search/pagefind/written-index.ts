import { gunzipSync } from 'node:zlib';
import { decode, Tokenizer, tokensToObject, Type } from 'cborg';

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
    const [version, pages, chunks] = decode(read(files, meta)) as [
      string,
      unknown[],
      [string, string, name: string][],
    ];
    if (!version.startsWith('1.6.')) throw new Error(`It is of version ${version}.`);
    return chunks.flatMap(([, , name]) => readWords(read(files, `index/${name}.pf_index`), pages.length));
  } catch (error) {
    throw new Error('It is not in the form of Pagefind 1.6. Use the version in package-lock.json.', {
      cause: error,
    });
  }
}

function read(files: IndexFiles, path: string): Uint8Array {
  const content = gunzipSync(files.get(path) ?? Buffer.of());
  if (!content.subarray(0, signature.length).equals(signature)) throw new Error(`${path} is another file.`);
  return content.subarray(signature.length);
}

/**
 * Reads the words of a file token by token: as one value it would be a hundred thousand short arrays, of which the garbage
 * collector takes longer than reading them.
 */
function readWords(content: Uint8Array, pages: number): [form: string, found: FoundPage[]][] {
  const tokens = new Tokenizer(content);
  const words: [string, FoundPage[]][] = [];
  const readForm = (): void => {
    const form = expectText(tokens.next().value);
    const found = readFound(tokens, pages);
    if (found.length > 0) words.push([form, found]);
  };
  readItems(tokens, 1, () => {
    for (let left = readLength(tokens); left > 0; left--)
      readItems(tokens, 3, () => {
        readForm();
        for (let forms = readLength(tokens); forms > 0; forms--) readItems(tokens, 2, readForm);
      });
  });
  return words;
}

function readFound(tokens: Tokenizer, pages: number): FoundPage[] {
  const found: FoundPage[] = [];
  let page = 0;
  for (let left = readLength(tokens); left > 0; left--)
    readItems(tokens, 2, () => {
      page += expectCount(tokens.next().value);
      if (page >= pages) throw new Error(`There is no page ${page}.`);
      found.push({ page, positions: readPagePositions(tokens) });
    });
  return found;
}

function readPagePositions(tokens: Tokenizer): number[] {
  const items = readLength(tokens);
  // Just as long as it has to be: one that grows takes twice the memory, of hundreds of thousands.
  const positions = new Array<number>(items);
  let [count, weights, position] = [0, 0, 0];
  for (let left = items; left > 0; left--) {
    const item: unknown = tokens.next().value;
    if (typeof item === 'number' && item < 0) {
      position = 0;
      weights++;
    } else positions[count++] = position += expectCount(item);
  }
  positions.length = count;
  // Those of one weight follow those of another.
  return weights > 1 ? positions.sort((a, b) => a - b) : positions;
}

/** Reads an array of which the first items are read by `readKnown`; what comes after them is passed over. */
function readItems(tokens: Tokenizer, known: number, readKnown: () => void): void {
  const length = readLength(tokens);
  if (length < known) throw new Error(`It has ${length} items of ${known}.`);
  readKnown();
  for (let left = length - known; left > 0; left--) tokensToObject(tokens, {});
}

function readLength(tokens: Tokenizer): number {
  const { type, value } = tokens.next();
  if (!Type.equals(type, Type.array)) throw new Error(`${type.name} is no array.`);
  return expectCount(value);
}

function expectCount(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Error(`${String(value)} is no count.`);
  return value as number;
}

function expectText(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`${String(value)} is no word.`);
  return value;
}
