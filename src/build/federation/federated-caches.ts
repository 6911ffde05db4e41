import { join } from 'node:path';

import { cacheName, type Cache } from '../../system/cache.ts';

/** The caches of the archives of a federation. */
export interface FederatedCaches {
  /** The cache of an archive, by the absolute path of its content folder. */
  of(root: string): Cache;
  close(): void;
}

/**
 * Opens the caches of the archives of a federation, each when it is needed: a cache forgets what its last reader has not used,
 * so that each archive needs its own. They are below the federation's, which has the lock, so that no build of an archive by
 * itself waits for this one.
 *
 * @param folder absolute path of the federation's cache
 * @param open opens a cache in a folder, for the archive with a content folder
 */
export function openFederatedCaches(
  folder: string,
  open: (folder: string, root: string) => Cache,
): FederatedCaches {
  const opened = new Map<string, Cache>();
  return {
    of(root) {
      const cache = opened.get(root) ?? open(join(folder, 'archives', cacheName(root)), root);
      opened.set(root, cache);
      return cache;
    },
    close: () => opened.values().forEach((cache) => cache.close()),
  };
}
