import { ContentError } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import type { OnDamage } from '../system/cache.ts';

/**
 * Reads and checks a content folder, and keeps what takes long to parse for the next build.
 *
 * @param root absolute path of the content folder
 * @throws {ContentError} with all problems of all files
 */
export async function readContent(root: string, onDamage?: OnDamage): Promise<ArchiveContent> {
  const { content, problems } = await readArchive(root, { savesCache: true, onDamage });
  if (!content) throw new ContentError(problems);
  return content;
}
