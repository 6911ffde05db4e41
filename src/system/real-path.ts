import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

import { CommandError } from './command-error.ts';

/**
 * The path with all links resolved, as far as it exists.
 *
 * @param path absolute
 * @throws {CommandError} when a link in it leads nowhere
 */
export function findRealPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new CommandError(`${path} is a link that leads nowhere. Remove it, or give another folder.`, {
        cause: error,
      });
    const above = dirname(path);
    return above === path ? path : join(findRealPath(above), basename(path));
  }
}

/** Whether a path is below a folder; both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== '' && below.split(sep)[0] !== '..' && !isAbsolute(below);
}
