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
    for (const { inTitle, inText } of occurrences) held += inTitle.length + inText.length;
    words.set(form, occurrences);
  }
  const given = pages.flatMap((page) => page.words.filter((word) => word !== noWord)).length;
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
  const occurrences: { article: number; inTitle: number[]; inText: number[] }[] = [];
  let [at, last] = [-1, -1];
  for (const position of positions) {
    while (position > (marks[at + 1] ?? Infinity)) at++;
    const document = at >> 1;
    if (document !== last) occurrences.push({ article: first + document, inTitle: [], inText: [] });
    last = document;
    const own = occurrences.at(-1);
    (at % 2 === 0 ? own?.inTitle : own?.inText)?.push(position - (marks[document * 2] ?? 0) - 1);
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
