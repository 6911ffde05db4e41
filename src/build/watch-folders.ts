import { readdirSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Watches a folder and all below it, but no hidden ones. Folders are watched, not files: a folder also tells when a file in
 * it is replaced, as editors do when they save. `fs.watch` with `recursive` misses changes after that on Linux, and Vite's
 * watcher looks at each file first, which takes seconds in a large archive.
 *
 * @param root absolute path; a link in it to a folder is followed
 * @param onChange is called for each change, sometimes more than once
 * @param onError is called when a folder cannot be watched
 * @returns what ends it
 */
export function watchFolders(
  root: string,
  onChange: () => void,
  onError: (error: Error) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  add(root);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };

  function add(folder: string): void {
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
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (isFolder(entry, folder)) add(join(folder, entry.name));
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
