import { ContentError } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';

/**
 * Reads and checks a content folder, and keeps what takes long to parse for the next build.
 *
 * @param root absolute path of the content folder
 * @param allowsRemoval whether most articles, and lines of the ledger, may have been removed since the last build
 * @throws {ContentError} with all problems of all files
 */
export async function readContent(root: string, allowsRemoval = false): Promise<ArchiveContent> {
  const { content, problems } = await readArchive(root, { savesCache: true, allowsRemoval });
  if (!content) throw new ContentError(problems);
  return content;
}
