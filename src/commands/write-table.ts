import { existsSync } from 'node:fs';

import { CommandError } from '../system/command-error.ts';
import { writeFileSafely } from '../system/write-file.ts';

/** @throws {CommandError} when the file exists: somebody may have written decisions into it */
export function checkOut(file: string | undefined): void {
  if (file !== undefined && existsSync(file))
    throw new CommandError(`${file} already exists. Give another name with --out, or move it away first.`);
}

/**
 * Writes a table for people to edit, to a file or to standard output. An existing file is not replaced.
 *
 * @param file as given; standard output when left out
 * @throws {CommandError} when the file exists
 */
export async function writeTable(
  file: string | undefined,
  table: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  if (file === undefined) {
    for await (const piece of table) process.stdout.write(piece);
    return;
  }
  checkOut(file);
  await writeFileSafely(file, table);
}
