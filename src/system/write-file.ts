import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What the name of a file ends with that is still being written. */
const unfinished = '.unfinished';

/**
 * Writes a file as a whole or not at all: into a temporary file beside it, which is then renamed. An older file of that
 * name stays until then, whatever goes wrong. The folder is created if necessary.
 *
 * @param content a text, bytes, or chunks of text as they come
 * @throws the error of the file system; nothing is left behind then
 */
export async function writeFileSafely(
  file: string,
  content: string | Uint8Array | Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = unfinishedName(file);
  const handle = await open(temporary, 'w');
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) {
      await handle.writeFile(content);
      // Otherwise a power cut could leave the new name with an empty file behind it.
      await handle.sync();
      await handle.close();
    } else {
      // The stream closes the file.
      await pipeline(content, handle.createWriteStream({ flush: true }));
    }
    await rename(temporary, file);
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes from a folder the temporary files of processes that were killed while they wrote. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(unfinished)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** The name that a file or folder has until it is whole. */
export function unfinishedName(path: string): string {
  return `${path}.${process.pid}${unfinished}`;
}
