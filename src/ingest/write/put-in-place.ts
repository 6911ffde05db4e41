import { existsSync } from 'node:fs';
import { link, readFile, rename } from 'node:fs/promises';

/** What file systems without hard links say (FAT, some network shares); Linux, Windows and macOS word it differently. */
const hasNoLinks: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
]);

/**
 * Puts a prepared file in its place at one stroke, and never over another, be it made at the same moment. The prepared
 * file is not to be used afterwards; it may still be there.
 *
 * @param file absolute path, on the same file system
 * @param target absolute path, in a folder that is there
 * @returns whether it is in its place; `false` when something else is there
 */
export async function putInPlace(file: string, target: string): Promise<boolean> {
  try {
    // Unlike renaming, this refuses a place that is taken.
    await link(file, target);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!hasNoLinks.has(code)) throw error;
    if (existsSync(target)) return false;
    await rename(file, target);
    return true;
  }
}

/** Whether two files are the same, byte for byte. */
export async function holdSameBytes(file: string, other: string): Promise<boolean> {
  const [bytes, others] = await Promise.all([readFile(file), readFile(other)]);
  return bytes.equals(others);
}
