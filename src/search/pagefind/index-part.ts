import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

import type { SearchDocument } from '../document.ts';
import { renderDocument } from './document-html.ts';
import { decodeMeta, type Meta } from './meta-file.ts';
import { unexpectedForm, unpackFile } from './packed-file.ts';
import { withPagefind } from './pagefind-process.ts';
import { wordsInChunk } from './word-chunks.ts';

/** What the archive itself says within an article's text: editor's notes, and the references to them. */
const excludeSelectors = ['[data-footnotes]', '[data-footnote-ref]'];

/** Documents handed to Pagefind at a time. */
const batch = 64;

/** The files of a part, below its folder. */
export const partFile = 'part.json';
export const wordsFile = 'words.cbor';
export const fragmentFolder = 'fragment';

/** What is known of a part besides its words. */
export interface PartContent extends Pick<Meta, 'pages' | 'metaFields'> {
  /** The files that are in every index: Pagefind's script and what it loads first. */
  common: readonly string[];
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
 * Has Pagefind index some documents, and keeps of its index what the whole index is merged from: the words with their
 * positions as one list (`words.cbor`), the fragments by the names of their pages, and `part.json`.
 *
 * @throws when Pagefind reports an error or ends, when the index does not hold just these documents, or when a file is in
 *   another form than that of Pagefind 1.6
 */
export async function writePart({ folder, documents, language }: PartJob): Promise<void> {
  await mkdir(join(folder, fragmentFolder), { recursive: true });
  await withPagefind(() => indexDocuments(folder, documents, language));
  const names = await readdir(folder);
  const { pages, chunks, metaFields } = await readMeta(folder, names);
  if (pages.length !== documents.length)
    throw new Error(`It holds ${pages.length} of ${documents.length} articles.`);
  await writeFile(join(folder, wordsFile), await readWords(folder, chunks));
  const common = names.filter((name) =>
    /^(?:pagefind\.js|pagefind-entry\.json|wasm\..+\.pagefind)$/.test(name),
  );
  const part: PartContent = { pages, metaFields, common };
  await writeFile(join(folder, partFile), JSON.stringify(part));
  const kept = [...common, fragmentFolder];
  for (const name of names) {
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true });
  }
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

/** @param names of the files in the folder; an index without pages has no meta file */
async function readMeta(folder: string, names: readonly string[]): Promise<Omit<Meta, 'version'>> {
  const [name, ...others] = names.filter((each) => each.endsWith('.pf_meta'));
  if (name === undefined) return { pages: [], chunks: [], metaFields: [] };
  // There is one for each language.
  if (others.length > 0) throw new Error('It has several meta files.');
  const meta = decodeMeta(unpackFile(await readFile(join(folder, name))));
  if (!meta) throw unexpectedForm('meta file');
  return meta;
}

async function readWords(folder: string, chunks: Meta['chunks']): Promise<Uint8Array> {
  const words = chunks.map(async ([, , name]) =>
    wordsInChunk(unpackFile(await readFile(join(folder, 'index', `${name}.pf_index`)))),
  );
  return Buffer.concat(await Promise.all(words));
}
