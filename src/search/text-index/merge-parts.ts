import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

import { mapConcurrently } from '../../system/concurrently.ts';
import { countGroups, fragmentFile, type FragmentPart } from './fragment-group.ts';
import { compressBytes, fragmentsIn, loadFragmentName } from './index-part.ts';
import { functionWords } from './function-words.ts';
import type { MergedWords } from './merged-words.ts';
import type { IndexTarget } from './search-index.ts';
import type { IndexVersion } from './text-index.ts';
import type { WordTable } from './word-file.ts';

/** The files of an index besides those of words and fragments. */
const [versionFile, tableFile, listFile] = ['version.json', 'words.json', 'words.txt'];

/** The words of the index. */
interface PublishedWords extends MergedWords {
  /** Absolute path of the file that they are in. */
  file: string;
}

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
 * @param order of the articles: see `identifyOrder`
 */
export async function mergeParts(
  parts: readonly IndexPart[],
  words: PublishedWords,
  order: string,
  target: IndexTarget,
): Promise<void> {
  const names = await Promise.all(parts.map(({ folder }) => loadFragmentName(folder)));
  await linkFragments(parts, names, target);
  await writeWords(words, target);
  const table: WordTable = {
    order,
    files: words.files,
    functionWords,
  };
  await writeText(target, tableFile, JSON.stringify(table));
  await writeText(target, listFile, words.list);
  const contents = [...names, ...words.files.map(([, name]) => name)];
  const version: IndexVersion = {
    order,
    hash: hash('sha256', contents.join(' ')).slice(0, 10),
    articles: parts.reduce((sum, { articles }) => sum + articles, 0),
    parts: parts.map(({ articles }, part): FragmentPart => [articles, names[part] ?? '']),
  };
  await writeText(target, versionFile, JSON.stringify(version));
}

async function linkFragments(
  parts: readonly IndexPart[],
  names: readonly string[],
  target: IndexTarget,
): Promise<void> {
  for (const [part, { key, folder, articles, isNew }] of parts.entries()) {
    for (let group = 0; group < countGroups(articles); group++) {
      const file = fragmentFile({ name: names[part] ?? '', group });
      const from = fragmentsIn(folder, group);
      const linkKey = `${key} ${group}`;
      // A part is made again when it was damaged; then so are the links to its files in the last release.
      if (isNew || !(await target.takeOver(file, linkKey))) target.link(file, from, linkKey);
    }
  }
}

async function writeWords({ contents, file }: PublishedWords, target: IndexTarget): Promise<void> {
  const merged = await open(file);
  try {
    await mapConcurrently(contents, availableParallelism(), async ({ name, start, length }) => {
      const path = `words/${name}`;
      // The file's name has the digest of its content.
      if (await target.takeOver(path, path)) return;
      const { buffer } = await merged.read(Buffer.allocUnsafe(length), 0, length, start);
      await target.write(path, await compressBytes(buffer), path);
    });
  } finally {
    await merged.close();
  }
}

function writeText(target: IndexTarget, file: string, content: string): Promise<void> {
  return target.write(file, content, hash('sha256', content));
}
