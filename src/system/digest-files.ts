import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256, in hexadecimal, of the names and the content of files, and of all files in folders. */
export async function digestFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const add = async (path: string): Promise<void> => {
    if ((await stat(path)).isDirectory()) {
      for (const name of (await readdir(path)).sort()) await add(join(path, name));
    } else {
      hash.update(`${path}\0`).update(await readFile(path));
    }
  };
  for (const path of paths) await add(path);
  return hash.digest('hex');
}
