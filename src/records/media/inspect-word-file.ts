import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { checkWordFile } from '../check/check-word-file.ts';
import type { TextProblem } from '../read/decode-text.ts';

/** What is known of a file of the boxes of words: its SHA-256 in hexadecimal, or what is wrong with it. */
export type WordFile = { sha256: string } | { problem: TextProblem };

/** Reads and checks a file of the boxes of words. @param path absolute @throws errors of the file system */
export async function inspectWordFile(path: string): Promise<WordFile> {
  const bytes = await readFile(path);
  const problem = checkWordFile(bytes);
  return problem ? { problem } : { sha256: hash('sha256', bytes) };
}
