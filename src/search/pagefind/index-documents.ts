import * as pagefind from 'pagefind';

import type { Occurrences } from '../text-index/part-words.ts';
import { withPagefind } from './pagefind-process.ts';
import { noWord, type IndexedDocument } from './prepare-document.ts';
import { readWrittenIndex, type IndexFiles } from './written-index.ts';

/** The words of some documents. */
export interface DocumentWords {
  /** How many words each has. */
  lengths: number[];
  /** By their forms, with the documents that have them, ascending. */
  words: Map<string, Occurrences[]>;
}

/** Has Pagefind neither stem words nor segment them: see `tokenize` and `listOtherForms`. */
const forceLanguage = 'unknown';

/**
 * How many words Pagefind is given as one page. It writes a file for each page, which takes most of its time: so it is given
 * several documents as one, whose words are told apart by their positions.
 */
const pageSize = 100_000;

/**
 * Has Pagefind index some documents.
 *
 * @throws when Pagefind reports an error or ends, when the index does not hold all words of these documents, or when it is in
 *   another form than that of Pagefind 1.6
 */
export async function indexDocuments(documents: readonly IndexedDocument[]): Promise<DocumentWords> {
  const mark = findMark(documents);
  const pages = joinDocuments(documents, mark);
  const written = new Map(readWrittenIndex(await withPagefind(() => writeIndex(pages))));
  const marks = new Map(written.get(mark)?.map(({ page, positions }) => [page, positions]));
  written.delete(mark);
  const firsts = pages.map(({ first }) => first);
  const words = new Map<string, Occurrences[]>();
  let held = [...marks.values()].reduce((sum, { length }) => sum + length, 0);
  if (held !== documents.length * 2) throw new Error(`It holds ${held / 2} of ${documents.length} articles.`);
  for (const [form, found] of written) {
    const occurrences = found.flatMap(({ page, positions }) =>
      listOccurrences(positions, marks.get(page) ?? [], firsts[page] ?? 0),
    );
    for (const { positions } of occurrences) held += positions.length;
    words.set(form, occurrences);
  }
  let given = 0;
  for (const page of pages) for (const word of page.words) if (word !== noWord) given++;
  if (held < given) throw new Error(`It holds ${held} of ${given} words.`);
  return { words, lengths: documents.map(({ title, text }) => title.length + text.length) };
}

/** Documents that Pagefind is given as one page: the number of the first, and the words of all. */
interface Page {
  first: number;
  words: string[];
}

/** A word that is in none of the documents, nor in one of their words, of which Pagefind may index parts. */
function findMark(documents: readonly IndexedDocument[]): string {
  const words = documents.map(({ title, text }) => [...title, ...text].join(' ')).join(' ');
  let mark = 'document';
  while (words.includes(mark)) mark += 'x';
  return mark;
}

/** @param mark stands before the title and before the text of each, so that positions are as Pagefind counts them */
function joinDocuments(documents: readonly IndexedDocument[], mark: string): Page[] {
  const pages: Page[] = [];
  for (const [number, { title, text }] of documents.entries()) {
    let page = pages.at(-1);
    if (!page || page.words.length + title.length + text.length > pageSize)
      pages.push((page = { first: number, words: [] }));
    for (const words of [[mark], title, [mark], text]) for (const word of words) page.words.push(word);
  }
  return pages;
}

/**
 * Tells the documents of a page apart.
 *
 * @param positions of a word in the page, ascending
 * @param marks the positions before the title and before the text of each document, ascending
 * @param first the number of the first document
 */
function listOccurrences(
  positions: readonly number[],
  marks: readonly number[],
  first: number,
): Occurrences[] {
  const occurrences: Occurrences[] = [];
  for (let [from, document] = [0, 0]; from < positions.length;) {
    while ((positions[from] ?? 0) >= (marks[document * 2 + 2] ?? Infinity)) document++;
    const ofTitle = marks[document * 2] ?? 0;
    const ofText = marks[document * 2 + 1] ?? 0;
    const ofNext = marks[document * 2 + 2] ?? Infinity;
    let [inTitle, to] = [0, from];
    for (; (positions[to] ?? Infinity) < ofNext; to++) if ((positions[to] ?? 0) < ofText) inTitle++;
    // A copy is just as long as it has to be; a list that grows takes several times the memory.
    const own = positions.slice(from, to);
    for (const [index, position] of own.entries()) own[index] = position - ofTitle - 1;
    occurrences.push({ article: first + document, inTitle, positions: own });
    from = to;
  }
  return occurrences;
}

async function writeIndex(pages: readonly Page[]): Promise<IndexFiles> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage });
  if (!index) throw new Error(errors.join('\n'));
  for (const [number, { words }] of pages.entries()) {
    const content = words.join(' ');
    const added = await index.addCustomRecord({ url: `${number}`, content, language: forceLanguage });
    throwAny(added.errors);
  }
  const made = await index.getFiles();
  throwAny(made.errors);
  await index.deleteIndex();
  return new Map(made.files.map(({ path, content }) => [path, content]));
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
