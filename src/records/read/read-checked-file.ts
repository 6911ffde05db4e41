import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ContentError, startOfFile } from '../problem.ts';

/**
 * Reads a file that has been checked, to publish it.
 *
 * @param root absolute path of the content folder
 * @param path below it
 * @param sha256 of what was checked, in hexadecimal
 * @param what it is, with an article: `a source text`
 * @throws {ContentError} when it is no longer that: everything else is published of the state that was checked
 */
export async function readCheckedFile(
  root: string,
  path: string,
  sha256: string,
  what: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(root, path);
  const read = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  const sum = read instanceof Error ? undefined : hash('sha256', read);
  if (!(read instanceof Error) && sum === sha256) return read;
  throw new ContentError([
    {
      file,
      ...startOfFile,
      found: sum
        ? `${what} whose SHA-256 is now ${sum}`
        : `${what} that cannot be read any more (${(read as NodeJS.ErrnoException).code})`,
      expected: `the one that has just been checked (${sha256})`,
      fix: 'It was changed while the archive was built: run the build again.',
    },
  ]);
}
