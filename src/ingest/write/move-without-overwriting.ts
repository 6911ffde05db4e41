import { existsSync } from 'node:fs';
import { link, readFile, rename } from 'node:fs/promises';

/** Error codes of file systems without hard links (FAT, some network shares), which differ between operating systems. */
const hasNoLinks: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
]);

/**
 * Moves a file to its final path in one step, without ever overwriting another, even one that is created at the same moment.
 * The original path must not be used afterwards; the file may still exist there.
 *
 * @param file absolute path, on the same file system
 * @param target absolute path, in an existing folder
 * @returns whether it was moved; `false` when something else exists at that path
 */
export async function moveWithoutOverwriting(file: string, target: string): Promise<boolean> {
  try {
    // Unlike renaming, linking fails when the target exists.
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
export async function haveSameBytes(file: string, other: string): Promise<boolean> {
  const [bytes, others] = await Promise.all([readFile(file), readFile(other)]);
  return bytes.equals(others);
}
