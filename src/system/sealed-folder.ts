import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { readTable, writeTable } from './table-file.ts';

/** The list of a folder's files with their checksums, in the folder itself. */
const sumsFile = 'sums.ndjson';

/** Puts the list of a folder's files with their checksums into it. Nothing in it may be changed afterwards. */
export function sealFolder(folder: string): Promise<void> {
  return writeTable(
    join(folder, sumsFile),
    listFiles(folder).map((file): [string, string] => [file, sumOf(join(folder, file))]),
  );
}

/**
 * Compares a folder with the list that {@link sealFolder} has put into it, by reading every file.
 *
 * @returns the path in the folder of the first file that is not as it was, is missing or was not there; undefined when
 *   everything is as it was
 */
export async function findDamage(folder: string): Promise<string | undefined> {
  const sums = await readTable<string>(join(folder, sumsFile));
  if (!sums) return sumsFile;
  const files = new Set([...sums.keys(), ...listFiles(folder)]);
  files.delete(sumsFile);
  return [...files].find((file) => {
    try {
      return sumOf(join(folder, file)) !== sums.get(file);
    } catch {
      return true;
    }
  });
}

/** Everything below a folder that is not a folder, with forward slashes. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

// Synchronously: a folder may have hundreds of small files, and is looked through in a thread.
function sumOf(file: string): string {
  return hash('sha256', readFileSync(file));
}
