import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The suffix of files that are still being written. */
const unfinished = '.unfinished';

/**
 * Writes a file atomically: to a temporary file beside it, which is then renamed. If anything fails, an existing file of
 * that name is unchanged. The folder is created if necessary.
 *
 * @param content text, bytes, or chunks of text
 * @param options `survivesPowerCut`: whether to wait until the disk has it, which is not needed where a checksum tells
 * @throws errors of the file system, after removing the temporary file
 */
export async function writeFileSafely(
  file: string,
  content: string | Uint8Array | Iterable<string> | AsyncIterable<string>,
  { survivesPowerCut = true } = {},
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = unfinishedName(file);
  const handle = await open(temporary, 'w');
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) {
      await handle.writeFile(content);
      // Otherwise a power cut could leave the new name with an empty file behind it.
      if (survivesPowerCut) await handle.sync();
      await handle.close();
    } else {
      // The stream closes the file.
      await pipeline(content, handle.createWriteStream({ flush: survivesPowerCut }));
    }
    await rename(temporary, file);
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes the temporary files of killed processes from a folder. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(unfinished)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** The temporary name of a file or folder until it is complete. */
export function unfinishedName(path: string): string {
  return `${path}.${process.pid}${unfinished}`;
}
