import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

import { formatProblems } from '../../src/records/problem.ts';
import { readArchive, type ArchiveContent } from '../../src/records/read/read-archive.ts';

/** Files to put into a content folder, by path: text, bytes, or `null` for one to take away. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

const rightFolder = new URL('../fixtures/records/right/', import.meta.url);

/**
 * Makes a content folder that is right but for some changes; it is removed when the test has finished.
 *
 * @returns its absolute path
 */
export async function makeContent(changes: Changes = {}): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-content-')));
  onTestFinished(() => rm(root, { recursive: true }));
  await fillContent(root, changes);
  return root;
}

/** Fills a folder with content that is right but for some changes. */
export async function fillContent(root: string, changes: Changes = {}): Promise<void> {
  await cp(rightFolder, root, { recursive: true });
  await change(root, changes);
}

/** Changes files of a content folder. */
export async function change(root: string, changes: Changes): Promise<void> {
  for (const [path, value] of Object.entries(changes)) {
    const file = join(root, path);
    if (value === null) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, value);
    }
  }
}

/** Reads a changed right folder and words what is wrong with it: one line a problem, paths from the folder. */
export async function problemsWith(changes: Changes): Promise<string[]> {
  return problemsIn(await makeContent(changes));
}

/** Words what is wrong with a content folder: one line a problem, paths from the folder. */
export async function problemsIn(root: string): Promise<string[]> {
  const { content, problems } = await readArchive(root);
  if (content) return [];
  return formatProblems(problems).replaceAll(`${root}/`, '').split('\n').slice(0, -1);
}

/** Reads a changed right folder that has to be right still. */
export async function contentWith(changes: Changes): Promise<ArchiveContent> {
  const { content, problems } = await readArchive(await makeContent(changes));
  if (!content) throw new Error(formatProblems(problems));
  return content;
}

/** A record's file: frontmatter of these lines, the first of which is the file's second, and a text. */
export function record(...lines: string[]): string {
  return ['---', ...lines, '---', '', 'The ferry left Norhaven at noon.', ''].join('\n');
}
