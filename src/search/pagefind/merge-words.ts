/** The words of a part of the index: Pagefind's own list of words, and how many pages the part has. */
export interface PartWords {
  /** CBOR items, one a word. */
  words: Uint8Array;
  pages: number;
}

/** A file of words: what is loaded to look for one of them. */
export interface WordChunk {
  /** The first and the last word. */
  from: string;
  to: string;
  /** CBOR: an array that holds an array of words. */
  content: Uint8Array;
}

/** Places in pages after which a file of words is full; Pagefind's own measure. */
const chunkSize = 20_000;

/** Kinds of CBOR items (RFC 8949, section 3.1). */
const kinds = { number: 0, text: 3, array: 4 } as const;

/**
 * Merges the words of parts into files of words. A word is an array of itself, of the pages that it stands in, and of
 * its forms with other diacritics, each an array of the form and its pages. A page is an array that begins with its
 * number, less that of the page before: of each part's pages only the first has to be written anew.
 *
 * @param parts in the order of their pages
 */
export function* mergeWords(parts: readonly PartWords[]): Generator<WordChunk> {
  const readers = parts.map(({ words }) => createReader(words));
  const places = listPlaces(readers);
  let firstPage = 0;
  const firstPages = parts.map(({ pages }) => (firstPage += pages) - pages);
  // Words are texts of their bytes here, which puts them in the order of the bytes.
  const words = [...places.keys()].sort();
  let begin = 0;
  let size = 0;
  let output = createOutput();
  for (const [index, word] of words.entries()) {
    const found = (places.get(word) ?? []).map(({ part, offset }): Found => {
      const reader = readers[part] as Reader;
      return { bytes: reader.bytes, firstPage: firstPages[part] ?? 0, ...reader.readWord(offset) };
    });
    size += writeWord(output, word, found);
    if (size < chunkSize && index < words.length - 1) continue;
    const head = createOutput();
    head.writeHead(kinds.array, 1);
    head.writeHead(kinds.array, index + 1 - begin);
    const content = Buffer.concat([head.written(), output.written()]);
    yield { from: fromBytes(words[begin]), to: fromBytes(word), content };
    output = createOutput();
    begin = index + 1;
    size = 0;
  }
}

/** Where each word stands in the parts. */
function listPlaces(readers: readonly Reader[]): Map<string, { part: number; offset: number }[]> {
  const places = new Map<string, { part: number; offset: number }[]>();
  for (const [part, { bytes, readWord }] of readers.entries()) {
    for (let offset = 0; offset < bytes.length;) {
      const { text, end } = readWord(offset);
      const known = places.get(text);
      if (known) known.push({ part, offset });
      else places.set(text, [{ part, offset }]);
      offset = end;
    }
  }
  return places;
}

/** Where the pages of a word stand in their part. */
interface PageSpan {
  count: number;
  /** Where the first page begins, where its number does, and what comes after that. */
  start: number;
  numberStart: number;
  rest: number;
  end: number;
  /** The numbers of the first and the last page within the part. */
  first: number;
  last: number;
  /** In Pagefind's measure. */
  size: number;
}

interface Word {
  text: string;
  pages: PageSpan;
  forms: { text: string; pages: PageSpan }[];
  end: number;
}

/** A word in a part. */
interface Found extends Word {
  bytes: Uint8Array;
  /** The number of the part's first page. */
  firstPage: number;
}

interface Reader {
  bytes: Uint8Array;
  readWord(this: void, offset: number): Word;
}

function createReader(bytes: Uint8Array): Reader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let place = 0;
  /** Reads the head of an item: a number, or the length of what follows. */
  const readHead = (): number => {
    const low = (bytes[place++] ?? 0) & 31;
    if (low < 24) return low;
    let number = 0;
    for (let left = 1 << (low - 24); left > 0; left--) number = number * 256 + (bytes[place++] ?? 0);
    return number;
  };
  const readText = (): string => {
    const length = readHead();
    place += length;
    return buffer.toString('latin1', place - length, place);
  };
  const readPages = (): PageSpan => {
    const count = readHead();
    const start = place;
    let [numberStart, rest, first, last, size] = [place, place, 0, 0, count];
    for (let page = 0; page < count; page++) {
      const lists = readHead() - 1;
      if (page === 0) numberStart = place;
      last += readHead();
      if (page === 0) [rest, first] = [place, last];
      for (let list = 0; list < lists; list++) {
        const items = readHead();
        size += items;
        for (let item = 0; item < items; item++) readHead();
      }
    }
    return { count, start, numberStart, rest, end: place, first, last, size };
  };
  return {
    bytes,
    readWord(offset) {
      place = offset;
      readHead();
      const text = readText();
      const pages = readPages();
      const forms = Array.from({ length: readHead() }, () => {
        readHead();
        return { text: readText(), pages: readPages() };
      });
      return { text, pages, forms, end: place };
    },
  };
}

/** @returns the size of what was written, in Pagefind's measure */
function writeWord(output: Output, word: string, found: readonly Found[]): number {
  output.writeHead(kinds.array, 3);
  output.writeText(word);
  writePages(output, found);
  const forms = new Map<string, Found[]>();
  for (const each of found) {
    for (const { text, pages } of each.forms) {
      const known = forms.get(text) ?? [];
      known.push({ ...each, pages });
      forms.set(text, known);
    }
  }
  output.writeHead(kinds.array, forms.size);
  let size = sizeOf(found) + forms.size;
  for (const [form, own] of forms) {
    output.writeHead(kinds.array, 2);
    output.writeText(form);
    writePages(output, own);
    size += sizeOf(own);
  }
  return size;
}

function sizeOf(found: readonly Found[]): number {
  return found.reduce((sum, { pages }) => sum + pages.size, 0);
}

function writePages(output: Output, found: readonly Found[]): void {
  output.writeHead(
    kinds.array,
    found.reduce((sum, { pages }) => sum + pages.count, 0),
  );
  let before = 0;
  for (const { bytes, firstPage, pages } of found) {
    if (pages.count === 0) continue;
    output.copy(bytes, pages.start, pages.numberStart);
    output.writeHead(kinds.number, firstPage + pages.first - before);
    output.copy(bytes, pages.rest, pages.end);
    before = firstPage + pages.last;
  }
}

interface Output {
  writeHead(kind: number, number: number): void;
  /** @param text of bytes */
  writeText(text: string): void;
  copy(bytes: Uint8Array, start: number, end: number): void;
  written(): Uint8Array;
}

function createOutput(): Output {
  let buffer = Buffer.allocUnsafe(1 << 12);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + more));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  };
  const writeHead = (kind: number, number: number) => {
    reserve(5);
    if (number < 24) buffer[length++] = (kind << 5) | number;
    else {
      const width = number < 0x100 ? 1 : number < 0x1_0000 ? 2 : 4;
      buffer[length++] = (kind << 5) | (23 + Math.min(width, 3));
      length = buffer.writeUIntBE(number, length, width);
    }
  };
  return {
    writeHead,
    writeText(text) {
      writeHead(kinds.text, text.length);
      reserve(text.length);
      length += buffer.write(text, length, 'latin1');
    },
    copy(bytes, start, end) {
      reserve(end - start);
      buffer.set(bytes.subarray(start, end), length);
      length += end - start;
    },
    written: () => buffer.subarray(0, length),
  };
}

function fromBytes(text = ''): string {
  return Buffer.from(text, 'latin1').toString();
}
