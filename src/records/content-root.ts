import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** The folder that holds the archive's records: `content/`, or what `ARCHIVE_CONTENT` names. */
export function contentRoot(): string {
  return resolve(process.env.ARCHIVE_CONTENT || 'content');
}

/**
 * The folder of what is kept between builds of a content folder. Each has its own, so that builds of several do not undo
 * each other's.
 *
 * @param root absolute path of the content folder
 */
export function cacheFolder(root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return resolve('node_modules/.cache/dateline', name);
}
