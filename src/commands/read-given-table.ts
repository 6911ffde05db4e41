import { readFile } from 'node:fs/promises';

import { UsageError } from '../system/command-error.ts';

/** Reads the file that `--apply` names. @throws {UsageError} when it cannot be read */
export async function readGivenTable(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UsageError(`--apply ${file}: ${reason}.`, { cause: error });
  }
}
