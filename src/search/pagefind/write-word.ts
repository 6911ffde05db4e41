import type { CborWriter } from './cbor.ts';
import type { IndexedWord, PageList } from './read-words.ts';

/** What a part of the index has of a word. */
export interface WordInPart {
  word: IndexedWord;
  /** The number in the whole index of the part's first page. */
  firstPage: number;
}

/** Pages of a word in a part. */
interface PagesInPart {
  pages: PageList;
  firstPage: number;
}

/**
 * Writes a word with its pages in all parts.
 *
 * @param found in the order of the parts; at least one
 * @returns its size, by Pagefind's measure of how full a file is, and how many pages have it
 */
export function writeWord(writer: CborWriter, found: readonly WordInPart[]): { size: number; pages: number } {
  const forms = new Map<string, PagesInPart[]>();
  for (const { word, firstPage } of found) {
    for (const { text, pages } of word.forms) {
      const known = forms.get(text);
      if (known) known.push({ pages, firstPage });
      else forms.set(text, [{ pages, firstPage }]);
    }
  }
  writer.writeArray(3);
  writeText(writer, found[0]?.word.text ?? '');
  const written = found.map(({ word: { pages }, firstPage }) => ({ pages, firstPage }));
  let size = forms.size + writePages(writer, written);
  let pages = countPages(written);
  writer.writeArray(forms.size);
  for (const [form, own] of forms) {
    writer.writeArray(2);
    writeText(writer, form);
    size += writePages(writer, own);
    // A page with several forms of a word is counted for each.
    pages += countPages(own);
  }
  return { size, pages };
}

function countPages(lists: readonly PagesInPart[]): number {
  return lists.reduce((sum, { pages }) => sum + pages.count, 0);
}

function writeText(writer: CborWriter, text: string): void {
  writer.writeText(Buffer.from(text, 'latin1'));
}

/** Joins lists of pages: of each only its first page's number, which is counted from the page before, is new. */
function writePages(writer: CborWriter, lists: readonly PagesInPart[]): number {
  let [count, size] = [0, 0];
  for (const { pages } of lists) {
    count += pages.count;
    size += pages.size;
  }
  writer.writeArray(count);
  let before = 0;
  for (const { pages, firstPage } of lists) {
    if (pages.count === 0) continue;
    writer.copy(pages.bytes, pages.start, pages.numberStart);
    writer.writeInteger(firstPage + pages.first - before);
    writer.copy(pages.bytes, pages.numberEnd, pages.end);
    before = firstPage + pages.last;
  }
  return size;
}
