import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** The file of the ledger, relative to the content folder. */
export const ledgerFile = 'ledger.ndjson';

/** The absolute path of the content folder: `content/`, or the value of `ARCHIVE_CONTENT`. */
export function contentRoot(): string {
  return resolve(process.env.ARCHIVE_CONTENT || 'content');
}

/**
 * The cache folder of a content folder. Each content folder has its own, so that builds of several do not evict each
 * other's entries.
 *
 * @param root absolute path of the content folder
 */
export function cacheFolder(root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return resolve('node_modules/.cache/dateline', name);
}

/** The folder in which Astro keeps what it has loaded, in builds from a content folder. @param root as for {@link cacheFolder} */
export function astroCacheFolder(root: string): string {
  return join(cacheFolder(root), 'astro');
}
