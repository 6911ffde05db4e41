import { watch, type Dirent, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

import { readFolder, type ListFolder } from '../system/folders.ts';

/**
 * Watches a folder and all below it, but no hidden ones. Folders are watched, not files: a folder also tells when a file in
 * it is replaced, as editors do when they save. `fs.watch` with `recursive` misses changes after that on Linux, and Vite's
 * watcher looks at each file first, which takes seconds in a large archive.
 *
 * @param root absolute path; a link in it to a folder is followed
 * @param onChange is called for each change, sometimes more than once
 * @param onError is called when a folder cannot be watched
 * @param listFolder how folders are listed to begin with, by default by reading them
 * @returns what ends it
 */
export function watchFolders(
  root: string,
  onChange: () => void,
  onError: (error: Error) => void,
  listFolder: ListFolder = readFolder,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  add(root, listFolder);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };

  function add(folder: string, list: ListFolder = readFolder): void {
    // One of this name may have been removed, with all below it.
    watchers.get(folder)?.close();
    try {
      const watcher = watch(folder, (event, name) => {
        onChange();
        // A folder in it has been made, removed or renamed; or a file.
        if (event === 'rename' && name !== null && !name.startsWith('.')) add(join(folder, name));
      });
      watcher.on('error', onError);
      watchers.set(folder, watcher);
      // It is watched by now, so that none is missed that is made meanwhile.
      for (const entry of list(folder)) if (isFolder(entry, folder)) add(join(folder, entry.name), list);
    } catch (error) {
      watchers.get(folder)?.close();
      watchers.delete(folder);
      // What is no folder, or no longer there, has nothing to be watched.
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!['ENOENT', 'ENOTDIR'].includes(code)) onError(error as Error);
    }
  }

  function isFolder(entry: Dirent, parent: string): boolean {
    return (
      !entry.name.startsWith('.') && (entry.isDirectory() || (entry.isSymbolicLink() && parent === root))
    );
  }
}
