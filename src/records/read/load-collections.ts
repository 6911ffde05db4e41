import { openCache } from '../../system/cache.ts';
import { listCollections, type Collections } from '../collections.ts';
import { cacheFolder, contentRoot } from '../content-root.ts';
import { ContentError } from '../problem.ts';
import { readArchive } from './read-archive.ts';

/**
 * Reads the content folder as Astro's collections, for commands of Astro's that run by themselves (`astro sync`).
 *
 * @throws {ContentError} when the content is not valid
 */
export async function loadCollections(): Promise<Collections> {
  const { content, problems } = await readArchive(contentRoot(), {
    allowsRemoval: true,
    federates: (root) => openCache(cacheFolder(root)),
  });
  if (!content) throw new ContentError(problems);
  return listCollections(content);
}
