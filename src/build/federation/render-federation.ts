import type { ArchiveInput } from '../../archive/create-archive.ts';
import { mergeArchives, type FederatedInput } from '../../archive/federation/merge-archives.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import type { FolderContent } from '../../records/read/read-federated.ts';

/**
 * Renders the texts of an archive or, of a federation, those of all its archives: each by itself, as its own site has them,
 * so that what one has rendered is the same for both.
 *
 * @param render renders one archive, with its content folder
 */
export async function renderFederation(
  content: ArchiveContent,
  root: string,
  render: (archive: FolderContent) => ArchiveInput | Promise<ArchiveInput>,
): Promise<ArchiveInput> {
  const own = await render({ root, content });
  if (!content.federated) return own;
  const archives: FederatedInput[] = [];
  for (const archive of content.federated)
    archives.push({ name: archive.name, input: await render(archive) });
  return mergeArchives(own, archives);
}
