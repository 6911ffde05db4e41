import { join } from 'node:path';

import { cacheName, type Cache } from '../../system/cache.ts';

/** The cache of an archive and, if it is a federation, those of its archives. */
export interface FederatedCaches {
  /** A cache by the absolute path of the content folder that it is of. */
  of(root: string): Cache;
  close(): void;
}

/**
 * Opens the caches of the archives of a federation, each when it is needed: a cache forgets what its last reader has not used,
 * so that each archive needs its own. They are below the federation's, which has the lock, so that no build of an archive by
 * itself waits for this one.
 *
 * @param root absolute path of the content folder that the site is made from
 * @param cache the cache of that
 * @param folder absolute path of the folder of that cache
 * @param open opens a cache in a folder, for the archive with a content folder
 */
export function openFederatedCaches(
  root: string,
  cache: Cache,
  folder: string,
  open: (folder: string, root: string) => Cache,
): FederatedCaches {
  const opened = new Map([[root, cache]]);
  return {
    of(of) {
      const known = opened.get(of) ?? open(join(folder, 'archives', cacheName(of)), of);
      opened.set(of, known);
      return known;
    },
    close: () => opened.values().forEach((cache) => cache.close()),
  };
}
