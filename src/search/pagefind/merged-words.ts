import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readPart, wordsFile } from './index-part.ts';
import { mergeWords } from './merge-words.ts';
import { createWordList } from './word-list.ts';

/** The words of all parts of an index, as a thread hands them over. */
export interface MergedWords {
  /** The contents of the files of words, one after another, in memory that threads share. */
  bytes: Uint8Array;
  chunks: { from: string; to: string; digest: string; start: number; end: number }[];
  /** The list of the most frequent words: see `createWordList`. */
  list: string;
}

/** Merges the words of parts. @param folders absolute paths, in the order of the parts: see `writePart` */
export async function mergePartWords(folders: readonly string[]): Promise<MergedWords> {
  const parts = folders.map(async (folder) => ({
    words: await readFile(join(folder, wordsFile)),
    pages: (await readPart(folder)).pages.length,
  }));
  const list = createWordList();
  const merged = mergeWords(await Promise.all(parts), list.add);
  const bytes = new Uint8Array(
    new SharedArrayBuffer(merged.reduce((sum, { content }) => sum + content.length, 0)),
  );
  let end = 0;
  const chunks = merged.map(({ from, to, content }) => {
    const start = end;
    bytes.set(content, start);
    end += content.length;
    return { from, to, digest: digestOfWords(content), start, end };
  });
  return { bytes, chunks, list: list.write() };
}

/** The digest in the name of a file of words. */
export function digestOfWords(content: Uint8Array): string {
  return hash('sha256', content).slice(0, 10);
}
