import { readItem, writeItem, type CborItem } from './cbor-items.ts';
import { CborReader, CborWriter } from './cbor.ts';
import { unexpectedForm } from './packed-file.ts';
import { encodeLength } from './page-length.ts';

// The meta file of an index (`.pf_meta`), which is loaded before the first search (CDDL, RFC 8610):
//
//   meta  = [version: text, [* page], [* chunk], filters: [], sorts: [], [* field: text]]
//   page  = [name: text, words: uint, text]             Pagefind's own fragment is `fragment/<name>.pf_fragment`
//   chunk = [from: text, to: text, name: text]          `index/<name>.pf_index`, a file of words, with its bounds
//
// Every first search loads this file, and pages are most of it. What is published has in their place one byte for each, its
// length (`page-length.ts`), from which the browser makes them again (`number-pages.ts`). Filters and sorts are left out, too:
// the search has its own, in the catalogue.

/** The parts of a meta file that are used. */
export interface Meta {
  version: string;
  pages: readonly MetaPage[];
  chunks: readonly MetaChunk[];
  /** The kinds of metadata that a position in a page can belong to. */
  metaFields: readonly string[];
}

/** A page: its name and its other values. */
type MetaPage = readonly [name: string, ...others: CborItem[]];

/** A file of words. */
export type MetaChunk = readonly [from: string, to: string, name: string];

/**
 * @param content a meta file, decompressed and without its signature
 * @returns undefined when it is in another form
 */
export function decodeMeta(content: Uint8Array): Meta | undefined {
  const [version, pages, chunks, , , metaFields] = itemsOf(readItem(new CborReader(content)));
  if (typeof version !== 'string' || !version.startsWith('1.6.')) return undefined;
  if (!isList(pages, isPage) || !isList(chunks, isChunk) || !isList(metaFields, isText)) return undefined;
  return { version, pages, chunks, metaFields };
}

/** Encodes a meta file as it is published, without its signature. @throws when pages are in another form */
export function encodeMeta({ version, pages, chunks, metaFields }: Meta): Uint8Array {
  const writer = new CborWriter();
  writeItem(writer, [version, Uint8Array.from(pages, lengthOf), chunks, [], [], metaFields]);
  return writer.take();
}

function lengthOf([, words, text]: MetaPage): number {
  if (typeof words !== 'number' || text !== '') throw unexpectedForm('list of pages');
  return encodeLength(words);
}

function itemsOf(item: CborItem | undefined): readonly CborItem[] {
  return typeof item === 'object' && !(item instanceof Uint8Array) ? item : [];
}

function isList<Item extends CborItem>(
  item: CborItem | undefined,
  isItem: (item: CborItem) => item is Item,
): item is readonly Item[] {
  return typeof item === 'object' && !(item instanceof Uint8Array) && item.every(isItem);
}

function isText(item: CborItem): item is string {
  return typeof item === 'string';
}

function isPage(item: CborItem): item is MetaPage {
  return isText(itemsOf(item)[0] ?? 0);
}

function isChunk(item: CborItem): item is MetaChunk {
  return itemsOf(item).length === 3 && itemsOf(item).every(isText);
}

/**
 * Lists the texts of a published meta file, among which are the words that bound its files.
 *
 * @param content without its signature
 * @returns undefined when it is in another form
 */
export function listMetaTexts(content: Uint8Array): string[] | undefined {
  try {
    const [, , chunks, , , metaFields] = itemsOf(readItem(new CborReader(content)));
    if (!isList(chunks, isChunk) || !isList(metaFields, isText)) return undefined;
    return [...chunks.flat(), ...metaFields];
  } catch {
    return undefined;
  }
}
