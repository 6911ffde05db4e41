import { access, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The folder beside `folder` in which its next state is made: on the same file system, so that it can be renamed. */
export function stagingFolder(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}-next`);
}

/** Puts a finished folder in the place of another. Until then the old one stays as it is. */
export async function swapIntoPlace(staging: string, folder: string): Promise<void> {
  await access(staging);
  const previous = join(dirname(folder), `.${basename(folder)}-previous`);
  await rm(previous, { recursive: true, force: true });
  const exists = await access(folder).then(
    () => true,
    () => false,
  );
  if (exists) await rename(folder, previous);
  try {
    await rename(staging, folder);
  } catch (error) {
    if (exists) await rename(previous, folder);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}
