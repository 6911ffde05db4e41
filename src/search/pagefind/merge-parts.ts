import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { countGroups } from './fragment-group.ts';
import { fragmentsIn, partFile, wordsFile, type PartContent } from './index-part.ts';
import { mergeWords } from './merge-words.ts';
import { encodeMeta, type Meta, type MetaChunk, type MetaPage } from './meta-file.ts';
import { packFile } from './packed-file.ts';
import type { IndexTarget } from './search-index.ts';
import { createWordList } from './word-list.ts';

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
 * words are in other files (see `cutIntoChunks`), fragments too (see `joinFragments`), and pages have no names: the browser gives them their numbers instead (see `numberPages`), which makes the file that every
 * first search loads smaller by four fifths.
 *
 * @returns how many pages the index holds
 */
export async function mergeParts(parts: readonly IndexPart[], target: IndexTarget): Promise<number> {
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
    const chunks = await writeWords(loaded, language, target);
    const meta = encodeMeta({ version: entry.version, ...mergePages(loaded), chunks });
    const name = `${language}_${digest(meta)}`;
    await writePacked(target, `pagefind.${name}.pf_meta`, meta);
    Object.assign(known, { hash: name, page_count: pages });
  }
  const content = JSON.stringify({ ...entry, parts: sizes } satisfies EntryFile);
  await target.write(entryFile, content, hash('sha256', content));
  return pages;
}

async function loadPart(part: IndexPart): Promise<LoadedPart> {
  const content = JSON.parse(await readFile(join(part.folder, partFile), 'utf8')) as PartContent;
  return { ...part, ...content };
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
  parts: readonly LoadedPart[],
  language: string,
  target: IndexTarget,
): Promise<MetaChunk[]> {
  const words = parts.map(async ({ folder, pages }) => ({
    words: await readFile(join(folder, wordsFile)),
    pages: pages.length,
  }));
  const rows: MetaChunk[] = [];
  const writing: Promise<void>[] = [];
  const list = createWordList();
  for (const { from, to, content } of mergeWords(await Promise.all(words), list.add)) {
    const name = `${language}_${digest(content)}`;
    rows.push([from, to, name]);
    writing.push(writePacked(target, `index/${name}.pf_index`, content));
  }
  const listed = list.write();
  writing.push(target.write(listFile, listed, hash('sha256', listed)));
  await Promise.all(writing);
  return rows;
}

/** @returns the pages of all parts, without names */
function mergePages(parts: readonly LoadedPart[]): Pick<Meta, 'pages' | 'metaFields'> {
  const fields = new Set(parts.map(({ metaFields }) => metaFields.join()));
  if (fields.size > 1)
    throw new Error(`Its parts have different kinds of metadata: ${[...fields].join(' and ')}.`);
  const pages = parts.flatMap((part) => part.pages.map(([, ...others]): MetaPage => ['', ...others]));
  return { pages, metaFields: parts[0]?.metaFields ?? [] };
}

function digest(content: Uint8Array): string {
  return hash('sha256', content).slice(0, 10);
}

async function putLink(target: IndexTarget, file: string, from: string, key: string): Promise<void> {
  if (!(await target.takeOver(file, key))) target.link(file, from, key);
}

async function writePacked(target: IndexTarget, file: string, content: Uint8Array): Promise<void> {
  // The file's name has the digest of its content.
  if (!(await target.takeOver(file, file))) await target.write(file, await packFile(content), file);
}
