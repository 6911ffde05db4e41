import { hash } from 'node:crypto';

import { countGroups } from './fragment-group.ts';
import { compressBytes, fragmentsIn, loadFragmentsDigest } from './index-part.ts';
import type { MergedWords } from './merged-words.ts';
import type { IndexTarget } from './search-index.ts';
import type { IndexVersion } from './text-index.ts';
import type { WordTable } from './word-file.ts';

/** The files of an index besides those of words and fragments. */
const [versionFile, tableFile, listFile] = ['version.json', 'words.json', 'words.txt'];

/** A part of the index. */
export interface IndexPart {
  /** Digest of everything that the part is made of. */
  key: string;
  /** Absolute path of its folder: see `writePart`. */
  folder: string;
  /** How many articles it has. */
  articles: number;
  /** Whether this build has made it. */
  isNew: boolean;
}

/**
 * Merges the parts of an index, in their order.
 *
 * @param words those of the parts: see `mergePartWords`
 */
export async function mergeParts(
  parts: readonly IndexPart[],
  words: MergedWords,
  target: IndexTarget,
): Promise<void> {
  await linkFragments(parts, target);
  await writeWords(words, target);
  const articles = parts.map(({ articles }) => articles);
  const table: WordTable = {
    files: words.files.map(({ from, name, words }) => [from, name, Math.ceil(words.length / 1000)]),
  };
  await writeText(target, tableFile, JSON.stringify(table));
  await writeText(target, listFile, words.list);
  const fragments = await Promise.all(parts.map(({ folder }) => loadFragmentsDigest(folder)));
  const contents = [...fragments, ...words.files.map(({ name }) => name)];
  const version: IndexVersion = {
    hash: hash('sha256', contents.join(' ')).slice(0, 10),
    articles: articles.reduce((sum, each) => sum + each, 0),
    parts: articles,
  };
  await writeText(target, versionFile, JSON.stringify(version));
}

async function linkFragments(parts: readonly IndexPart[], target: IndexTarget): Promise<void> {
  let groups = 0;
  for (const { key, folder, articles, isNew } of parts) {
    for (let group = 0; group < countGroups(articles); group++) {
      const file = `fragment/${(groups++).toString(36)}.fragments`;
      const from = fragmentsIn(folder, group);
      const linkKey = `${key} ${group}`;
      // A part is made again when it was damaged; then so are the links to its files in the last release.
      if (isNew || !(await target.takeOver(file, linkKey))) target.link(file, from, linkKey);
    }
  }
}

async function writeWords({ files }: MergedWords, target: IndexTarget): Promise<void> {
  const write = async (file: string, content: Uint8Array) => {
    // The file's name has the digest of its content.
    if (!(await target.takeOver(file, file))) await target.write(file, await compressBytes(content), file);
  };
  const writing = files.flatMap(({ name, words, positions }) => [
    write(`words/${name}.words`, words),
    write(`words/${name}.positions`, positions),
  ]);
  await Promise.all(writing);
}

function writeText(target: IndexTarget, file: string, content: string): Promise<void> {
  return target.write(file, content, hash('sha256', content));
}
