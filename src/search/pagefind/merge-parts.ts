import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { countGroups } from './fragment-group.ts';
import { fragmentsIn, readPart, type PartContent } from './index-part.ts';
import { encodeMeta, type Meta, type MetaChunk } from './meta-file.ts';
import { packFile } from './packed-file.ts';
import type { IndexTarget } from './search-index.ts';
import { digestOfWords, type MergedWords } from './merged-words.ts';

/** Pagefind's entry file, which its script loads first. */
interface EntryFile {
  version: string;
  languages: Record<string, { hash: string; page_count: number }>;
  /** Ours: how many articles each part has; see `placeFragment`. */
  parts?: readonly number[];
}

const entryFile = 'pagefind-entry.json';

/** The list of words that is loaded when little is found. */
const listFile = 'words.txt';

/** A part of the index. */
export interface IndexPart {
  /** Digest of everything that the part is made of. */
  key: string;
  /** Absolute path of its folder: see `writePart`. */
  folder: string;
  /** Whether this build has made it. */
  isNew: boolean;
}

interface LoadedPart extends IndexPart, PartContent {}

/**
 * Merges the parts of an index, in their order, into the index that Pagefind would have made of all their pages, except that
 * words are in other files (see `cutIntoChunks`), fragments too (see `joinFragments`), and that of pages only their lengths are
 * published (see `encodeMeta`).
 *
 * @param words those of the parts: see `mergePartWords`
 * @returns how many pages the index holds
 */
export async function mergeParts(
  parts: readonly IndexPart[],
  words: MergedWords,
  target: IndexTarget,
): Promise<number> {
  const loaded = await Promise.all(parts.map(loadPart));
  const [first] = loaded;
  if (!first) return 0;
  for (const name of first.common.filter((each) => each !== entryFile)) {
    const file = join(first.folder, name);
    await putLink(target, name, file, hash('sha256', await readFile(file)));
  }
  await linkFragments(loaded, target);
  const sizes = loaded.map(({ pages }) => pages.length);
  const pages = sizes.reduce((sum, size) => sum + size, 0);
  const entry = JSON.parse(await readFile(join(first.folder, entryFile), 'utf8')) as EntryFile;
  for (const [language, known] of Object.entries(entry.languages)) {
    const chunks = await writeWords(words, language, target);
    const meta = encodeMeta({ version: entry.version, ...mergePages(loaded), chunks });
    const name = `${language}_${digestOfWords(meta)}`;
    await writePacked(target, `pagefind.${name}.pf_meta`, meta);
    Object.assign(known, { hash: name, page_count: pages });
  }
  const content = JSON.stringify({ ...entry, parts: sizes } satisfies EntryFile);
  await target.write(entryFile, content, hash('sha256', content));
  return pages;
}

async function loadPart(part: IndexPart): Promise<LoadedPart> {
  return { ...part, ...(await readPart(part.folder)) };
}

async function linkFragments(parts: readonly LoadedPart[], target: IndexTarget): Promise<void> {
  let groups = 0;
  for (const { key, folder, pages, isNew } of parts) {
    for (let group = 0; group < countGroups(pages.length); group++) {
      const file = `fragment/${(groups++).toString(36)}.fragments`;
      const from = fragmentsIn(folder, group);
      const linkKey = `${key} ${group}`;
      // A part is made again when it was damaged; then so are the links to its files in the last release.
      if (isNew) target.link(file, from, linkKey);
      else await putLink(target, file, from, linkKey);
    }
  }
}

/** Writes the files of words, and the list of the most frequent ones. @returns what the meta file says of each */
async function writeWords(
  { bytes, chunks, list }: MergedWords,
  language: string,
  target: IndexTarget,
): Promise<MetaChunk[]> {
  const writing = chunks.map(({ digest, start, end }) =>
    writePacked(target, `index/${language}_${digest}.pf_index`, bytes.subarray(start, end)),
  );
  writing.push(target.write(listFile, list, hash('sha256', list)));
  await Promise.all(writing);
  return chunks.map(({ from, to, digest }) => [from, to, `${language}_${digest}`]);
}

/** @returns the pages of all parts */
function mergePages(parts: readonly LoadedPart[]): Pick<Meta, 'pages' | 'metaFields'> {
  const fields = new Set(parts.map(({ metaFields }) => metaFields.join()));
  if (fields.size > 1)
    throw new Error(`Its parts have different kinds of metadata: ${[...fields].join(' and ')}.`);
  return { pages: parts.flatMap(({ pages }) => pages), metaFields: parts[0]?.metaFields ?? [] };
}

async function putLink(target: IndexTarget, file: string, from: string, key: string): Promise<void> {
  if (!(await target.takeOver(file, key))) target.link(file, from, key);
}

async function writePacked(target: IndexTarget, file: string, content: Uint8Array): Promise<void> {
  // The file's name has the digest of its content.
  if (!(await target.takeOver(file, file))) await target.write(file, await packFile(content), file);
}
