import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encode } from 'cborg';

import { signature } from './pagefind-file.ts';
import type { IndexTarget } from './search-index.ts';
import { fragmentFolder, partFile, wordsFile, type PartContent } from './index-part.ts';
import { mergeWords } from './merge-words.ts';

const compress = promisify(gzip);

/** Pagefind's own entry, which its script loads first. */
interface Entry {
  version: string;
  languages: Record<string, { hash: string; page_count: number }>;
}

const entryFile = 'pagefind-entry.json';

/** A part of the index. */
export interface IndexPart {
  /** Digest of everything that the part is made of. */
  key: string;
  /** Absolute path of its folder: see `writePart`. */
  folder: string;
}

interface LoadedPart extends IndexPart, PartContent {}

/**
 * Merges the parts of an index, in their order, into the index that Pagefind would have made of all their pages. Pages
 * go by their numbers, which the browser puts in the place of names (see `numberPages`): the file that every search has
 * to load first is smaller by four fifths.
 *
 * @returns how many pages the index holds
 */
export async function mergeParts(parts: readonly IndexPart[], target: IndexTarget): Promise<number> {
  const loaded = await Promise.all(parts.map(loadPart));
  const [first] = loaded;
  if (!first) return 0;
  for (const name of first.common.filter((each) => each !== entryFile)) {
    const file = join(first.folder, name);
    putLink(target, name, file, hash('sha256', await readFile(file)));
  }
  const pages = linkFragments(loaded, target);
  const entry = JSON.parse(await readFile(join(first.folder, entryFile), 'utf8')) as Entry;
  for (const [language, known] of Object.entries(entry.languages)) {
    const chunks = await writeWords(loaded, language, target);
    const meta = encodeMeta(entry.version, loaded, chunks);
    const name = `${language}_${digest(meta)}`;
    await writePlain(target, `pagefind.${name}.pf_meta`, meta);
    Object.assign(known, { hash: name, page_count: pages });
  }
  await target.write(entryFile, JSON.stringify(entry), hash('sha256', JSON.stringify(entry)));
  return pages;
}

async function loadPart(part: IndexPart): Promise<LoadedPart> {
  const content = JSON.parse(await readFile(join(part.folder, partFile), 'utf8')) as PartContent;
  return { ...part, ...content };
}

/** @returns how many there are */
function linkFragments(parts: readonly LoadedPart[], target: IndexTarget): number {
  let pages = 0;
  for (const { key, folder, pages: own } of parts) {
    for (const [number, [name]] of own.entries()) {
      const from = join(folder, fragmentFolder, `${name}.pf_fragment`);
      putLink(target, `fragment/${(pages++).toString(36)}.pf_fragment`, from, `${key} ${number}`);
    }
  }
  return pages;
}

/** Writes the files of words. @returns for each the words that it is for, and its name */
async function writeWords(
  parts: readonly LoadedPart[],
  language: string,
  target: IndexTarget,
): Promise<string[][]> {
  const words = parts.map(async ({ folder, pages }) => ({
    words: await readFile(join(folder, wordsFile)),
    pages: pages.length,
  }));
  const rows: string[][] = [];
  const writing: Promise<void>[] = [];
  for (const { from, to, content } of mergeWords(await Promise.all(words))) {
    const name = `${language}_${digest(content)}`;
    rows.push([from, to, name]);
    writing.push(writePlain(target, `index/${name}.pf_index`, content));
  }
  await Promise.all(writing);
  return rows;
}

/** A meta file: version, pages without names, files of words; no filters, no orders, which the search has of its own. */
function encodeMeta(version: string, parts: readonly LoadedPart[], chunks: readonly string[][]): Uint8Array {
  const fields = new Set(parts.map(({ metaFields }) => metaFields.join()));
  if (fields.size > 1)
    throw new Error(`Its parts have different kinds of metadata: ${[...fields].join(' and ')}.`);
  const pages = parts.flatMap((part) => part.pages.map(([, ...page]) => ['', ...page]));
  return encode([version, pages, chunks, [], [], parts[0]?.metaFields ?? []]);
}

function digest(content: Uint8Array): string {
  return hash('sha256', content).slice(0, 10);
}

function putLink(target: IndexTarget, file: string, from: string, key: string): void {
  if (!target.takeOver(file, key)) target.link(file, from, key);
}

async function writePlain(target: IndexTarget, file: string, content: Uint8Array): Promise<void> {
  if (target.takeOver(file, file)) return;
  const compressed = await compress(Buffer.concat([Buffer.from(signature), content]), { level: 9 });
  // The system that it was compressed on (RFC 1952, section 2.3.1): unknown, so that the file is the same on each.
  compressed[9] = 255;
  await target.write(file, compressed, file);
}
