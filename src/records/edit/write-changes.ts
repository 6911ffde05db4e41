import { readFile } from 'node:fs/promises';

import { CommandError } from '../../system/command-error.ts';
import { writeFileSafely } from '../../system/write-file.ts';
import { displayPath, type Problem } from '../problem.ts';
import { readArchive } from '../read/read-archive.ts';

/** A change of a record's file. */
export interface FileChange {
  /** Absolute path. */
  file: string;
  /** The whole file as it was read, or `undefined` for one that does not exist yet. */
  before: Uint8Array | undefined;
  after: Uint8Array;
}

/** How many files are written at the same time: enough to keep a disk busy. */
const mostWriting = 16;

/**
 * Finds out what would be wrong with an archive that is right if some of its files were changed, through the same reader as
 * the check.
 *
 * @param root absolute path of the content folder
 */
export async function checkChanges(root: string, changes: readonly FileChange[]): Promise<Problem[]> {
  if (changes.length === 0) return [];
  const planned = new Map(changes.map(({ file, after }) => [file, after]));
  const { problems } = await readArchive(root, { allowsRemoval: true, planned });
  return problems;
}

/** @throws {CommandError} when a file is not what it was when it was read */
export async function checkUnchanged(changes: readonly FileChange[]): Promise<void> {
  await inParallel(changes, async ({ file, before }) => {
    const bytes = await readFile(file).catch(() => undefined);
    if (before && bytes && Buffer.compare(bytes, before) === 0) return;
    throw new CommandError(
      `${displayPath(file)} was changed in the meantime. Nothing was written; run it again.`,
    );
  });
}

/**
 * Writes changed files, each whole or not at all. Files that do not exist yet are not for this function.
 *
 * @param onFile called after each
 * @throws {CommandError} before anything is written, when a file is not what it was when it was read
 */
export async function writeChanges(
  changes: readonly FileChange[],
  onFile: (done: number) => void = () => undefined,
): Promise<void> {
  await checkUnchanged(changes);
  let done = 0;
  await inParallel(changes, async ({ file, after }) => {
    await writeFileSafely(file, after);
    onFile(++done);
  });
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const workers = Array.from({ length: mostWriting }, async () => {
    for (const item of rest) await work(item);
  });
  await Promise.all(workers);
}
