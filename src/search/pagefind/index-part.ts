import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import * as pagefind from 'pagefind';

import type { SearchDocument } from '../document.ts';
import { renderDocument } from './document-html.ts';
import { signature } from './pagefind-file.ts';
import { withPagefind } from './pagefind-process.ts';

/** What the archive itself says within an article's text: editor's notes, and the signs that lead to them. */
const excludeSelectors = ['[data-footnotes]', '[data-footnote-ref]'];

/** Pages handed to Pagefind at a time. */
const batch = 64;

/** The files of a part, below its folder. */
export const partFile = 'part.json';
export const wordsFile = 'words.cbor';
export const fragmentFolder = 'fragment';

/** What is known of a part besides its words. */
export interface PartContent {
  /** Of each page, what Pagefind's meta file says of it: its name, and more. */
  pages: (string | number)[][];
  /** The kinds of metadata that places in a text can be of. */
  metaFields: string[];
  /** The files that every index of Pagefind's has: its script and what that loads first. */
  common: string[];
}

/** What a thread is asked for: to have Pagefind make a part of the index. */
export interface PartJob {
  /** Absolute path of an empty folder. */
  folder: string;
  documents: readonly SearchDocument[];
  /** The language whose stemming rules the index uses, as Pagefind names it. */
  language: string;
}

/**
 * Has Pagefind index some documents, and keeps of it what the whole index is merged from: the words with their positions
 * as one list (`words.cbor`), the fragments by the names of their pages, and `part.json`.
 *
 * @throws when Pagefind reports an error or ends, does not hold just these documents, or writes another form than that
 *   of 1.6
 */
export async function writePart({ folder, documents, language }: PartJob): Promise<void> {
  await mkdir(join(folder, fragmentFolder), { recursive: true });
  await withPagefind(() => indexDocuments(folder, documents, language));
  const names = await readdir(folder);
  const common = names.filter((name) =>
    /^(?:pagefind\.js|pagefind-entry\.json|wasm\..+\.pagefind)$/.test(name),
  );
  const [meta, ...others] = names.filter((name) => name.endsWith('.pf_meta'));
  if (documents.length > 0 && (meta === undefined || others.length > 0))
    throw new Error('It has not one meta file.');
  const content = meta === undefined ? emptyMeta : await readMeta(join(folder, meta));
  if (content.pages.length !== documents.length) {
    throw new Error(`It holds ${content.pages.length} of ${documents.length} articles.`);
  }
  const chunks = content.chunks.map(async (name) =>
    wordsOf(await readPlain(join(folder, 'index', `${name}.pf_index`))),
  );
  await writeFile(join(folder, wordsFile), Buffer.concat(await Promise.all(chunks)));
  const kept = [...common, wordsFile, fragmentFolder];
  for (const name of await readdir(folder)) {
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true });
  }
  const part: PartContent = {
    pages: content.pages,
    metaFields: content.metaFields,
    common,
  };
  await writeFile(join(folder, partFile), JSON.stringify(part));
}

async function indexDocuments(
  folder: string,
  documents: readonly SearchDocument[],
  forceLanguage: string,
): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors, forceLanguage });
  if (!index) throw new Error(errors.join('\n'));
  for (let start = 0; start < documents.length; start += batch) {
    const adding = documents
      .slice(start, start + batch)
      .map((document) => index.addHTMLFile({ url: document.url, content: renderDocument(document) }));
    for (const added of await Promise.all(adding)) throwAny(added.errors);
  }
  throwAny((await index.writeFiles({ outputPath: folder })).errors);
  await index.deleteIndex();
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** As much of a meta file as is used. */
interface Meta {
  pages: (string | number)[][];
  /** The names of the files of words, in the order of the words. */
  chunks: string[];
  metaFields: string[];
}

const emptyMeta: Meta = { pages: [], chunks: [], metaFields: [] };

async function readMeta(file: string): Promise<Meta> {
  const content: unknown = decode(await readPlain(file));
  const [version, pages, chunks, , , metaFields] = Array.isArray(content) ? (content as unknown[]) : [];
  const isRow = (row: unknown) =>
    Array.isArray(row) && row.every((item) => typeof item === 'string' || Number.isSafeInteger(item));
  const isRight =
    String(version).startsWith('1.6.') &&
    [pages, chunks].every((rows) => Array.isArray(rows) && rows.every(isRow)) &&
    isRow(metaFields);
  if (!isRight) throw new Error(wrongForm('meta file'));
  return {
    pages: pages as Meta['pages'],
    chunks: (chunks as string[][]).map(([, , name = '']) => name),
    metaFields: metaFields as string[],
  };
}

/** What is said of a file that another version of Pagefind has written. */
function wrongForm(what: string): string {
  return `Its ${what} is not in the form of Pagefind 1.6. Use the version in package-lock.json.`;
}

/** Of a file of words, which is a list that holds one list, the items of the inner one. */
function wordsOf(plain: Uint8Array): Uint8Array {
  const [outer = 0, inner = 0] = plain;
  // CBOR (RFC 8949, section 3): an array of one item; an array, whose length follows in as many bytes as its head says.
  const width = [1, 2, 3, 5, 9][Math.max(0, (inner & 31) - 23)];
  if (outer !== 0x81 || inner >> 5 !== 4 || width === undefined) throw new Error(wrongForm('list of words'));
  return plain.subarray(1 + width);
}

async function readPlain(file: string): Promise<Uint8Array> {
  const plain = gunzipSync(await readFile(file));
  if (plain.subarray(0, signature.length).toString('latin1') !== signature)
    throw new Error(wrongForm('file'));
  return plain.subarray(signature.length);
}
