import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

import type { ReceivedFile } from '../sources/source.ts';
import { listEnds, listMediaPaths, type MediaPath } from './candidates.ts';
import type { MediaFolder } from './media-folder.ts';

/** Where the file of something that a source names is, or why it is not known. */
export type MediaSearch = { path: string } | { missing: string };

/**
 * Looks for the file of a picture: relative addresses beside the file that names them, then all addresses in the folders of
 * `--media`. There a file is meant when the path of the address ends with its whole path below the folder, or when its path
 * ends with that of the address, and no other's does. Nothing is ever loaded from the network.
 *
 * @param written addresses and paths of the same picture, the best first
 * @param file the one that names it
 */
export function findMedia(
  written: readonly string[],
  file: ReceivedFile,
  folders: readonly MediaFolder[],
): MediaSearch {
  let ambiguous: string | undefined;
  for (const path of written.flatMap(listMediaPaths)) {
    const beside = findBeside(path, file);
    if (beside !== undefined) return { path: beside };
    for (const folder of folders) {
      const found = findInFolder(path, folder);
      const [only, another] = found;
      if (only !== undefined && another === undefined) return { path: join(folder.path, only) };
      if (another !== undefined)
        ambiguous ??= `${found.length} files have that name: ${found.slice(0, 3).join(', ')}`;
    }
  }
  if (ambiguous !== undefined) return { missing: ambiguous };
  return {
    missing: folders.length > 0 ? 'no such file in the folder of --media' : 'no such file beside the text',
  };
}

function findInFolder({ path }: MediaPath, folder: MediaFolder): string[] {
  const [whole, ...shorter] = listEnds(path);
  if (whole === undefined) return [];
  const uploads = /(?:^|\/)wp-content\/uploads\/(.+)$/.exec(path)?.[1];
  for (const end of [whole, ...shorter]) {
    const exact = folder.get(end);
    // A name alone is enough only where that is all that the source has, or where the folder has no others within.
    if (exact !== undefined) return [exact];
  }
  return folder.endingWith(uploads === undefined ? whole : `wp-content/uploads/${uploads}`);
}

/** A file beside the one that names it, within the folder that was named on the command line. */
function findBeside({ path, isRelative, isRooted }: MediaPath, file: ReceivedFile): string | undefined {
  if (file.name === '-' || !(isRelative || isRooted)) return undefined;
  const root = file.root ?? dirname(file.path);
  const wanted = isRooted ? join(root, path) : resolve(dirname(file.path), path);
  try {
    if (!lstatSync(wanted).isFile()) return undefined;
    const [real, home] = [realpathSync.native(wanted), realpathSync.native(root)];
    return real.startsWith(home.endsWith(sep) ? home : home + sep) ? real : undefined;
  } catch {
    return undefined;
  }
}
