import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

import type { SearchDocument } from '../document.ts';
import { prepareDocument, type IndexedDocument } from './document-html.ts';
import { groupSize, joinFragments } from './fragment-group.ts';
import { decodeMeta, type Meta } from './meta-file.ts';
import { compressBytes, unexpectedForm, unpackFile } from './packed-file.ts';
import { withPagefind } from './pagefind-process.ts';
import { wordsInChunk } from './word-chunks.ts';

/** Documents handed to Pagefind at a time. */
const batch = 64;

/** The files of a part, below its folder. */
const partFile = 'part.json';
export const wordsFile = 'words.cbor';
const fragmentFolder = 'fragment';

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
}

/** Has Pagefind neither stem words nor segment them: see `tokenize` and `listOtherForms`. */
const forceLanguage = 'unknown';

/**
 * Has Pagefind index some documents, and keeps of its index what the whole index is merged from: the words with their
 * positions as one list (`words.cbor`), and `part.json`. Fragments are our own, since the words that Pagefind is given are not
 * the text; they are in files of several (`fragment-group.ts`).
 *
 * @throws when Pagefind reports an error or ends, when the index does not hold just these documents, or when a file is in
 *   another form than that of Pagefind 1.6
 */
export async function writePart({ folder, documents }: PartJob): Promise<void> {
  const prepared = documents.map(prepareDocument);
  const files = await withPagefind(() => indexDocuments(prepared));
  const { pages, chunks, metaFields } = readMeta(files);
  if (pages.length !== documents.length)
    throw new Error(`It holds ${pages.length} of ${documents.length} articles.`);
  const common = [...files.keys()].filter((path) => isCommon.test(path));
  const part: PartContent = { pages, metaFields, common };
  await mkdir(join(folder, fragmentFolder), { recursive: true });
  for (const path of common) await writeFile(join(folder, path), contentOf(files, path));
  for (let group = 0; group * groupSize < prepared.length; group++) {
    const own = prepared.slice(group * groupSize, (group + 1) * groupSize);
    const members = own.map(({ fragment }) => compressBytes(Buffer.from(`${JSON.stringify(fragment)}\n`)));
    await writeFile(fragmentsIn(folder, group), joinFragments(await Promise.all(members)));
  }
  await writeFile(join(folder, wordsFile), readWords(files, chunks));
  await writeFile(join(folder, partFile), JSON.stringify(part));
}

/** Reads what is known of a part besides its words. */
export async function readPart(folder: string): Promise<PartContent> {
  return JSON.parse(await readFile(join(folder, partFile), 'utf8')) as PartContent;
}

/** A file of fragments in a part's folder. */
export function fragmentsIn(folder: string, group: number): string {
  return join(folder, fragmentFolder, `${group}.fragments`);
}

/** Files that are in every index, whatever is in it. */
const isCommon = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..+\.pagefind)$/;

/** The files of an index, by their paths. Pagefind has them written by others, who can say why one cannot be written. */
type IndexFiles = ReadonlyMap<string, Uint8Array>;

async function indexDocuments(documents: readonly IndexedDocument[]): Promise<IndexFiles> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage });
  if (!index) throw new Error(errors.join('\n'));
  for (let start = 0; start < documents.length; start += batch) {
    const adding = documents
      .slice(start, start + batch)
      .map(({ html, fragment: { url } }) => index.addHTMLFile({ url, content: html }));
    for (const added of await Promise.all(adding)) throwAny(added.errors);
  }
  const made = await index.getFiles();
  throwAny(made.errors);
  await index.deleteIndex();
  return new Map(made.files.map(({ path, content }) => [path, content]));
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** An index without pages has no meta file. */
function readMeta(files: IndexFiles): Omit<Meta, 'version'> {
  const [name, ...others] = [...files.keys()].filter((each) => each.endsWith('.pf_meta'));
  if (name === undefined) return { pages: [], chunks: [], metaFields: [] };
  // There is one for each language.
  if (others.length > 0) throw new Error('It has several meta files.');
  const meta = decodeMeta(unpackFile(contentOf(files, name)));
  if (!meta) throw unexpectedForm('meta file');
  return meta;
}

function readWords(files: IndexFiles, chunks: Meta['chunks']): Uint8Array {
  return Buffer.concat(
    chunks.map(([, , name]) => wordsInChunk(unpackFile(contentOf(files, `index/${name}.pf_index`)))),
  );
}

function contentOf(files: IndexFiles, path: string): Uint8Array {
  const content = files.get(path);
  if (!content) throw new Error(`It has no file ${path}.`);
  return content;
}
