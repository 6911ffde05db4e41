import {
  sumContent,
  sumDataFiles,
  type DataFile,
  type FileSum,
  type ListedDataFile,
} from '../exports/data/data-files.ts';
import type { ReadBody } from '../exports/data/stored-text.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import type { Cache } from '../system/cache.ts';
import { digestOf } from '../system/digest.ts';
import { digestModules } from '../system/module-digest.ts';
import { listFederatedBodies } from './federation/read-federated-body.ts';
import type { ReleaseTarget } from './release/host-folders.ts';

/**
 * Puts the data files into a release. They are written before the pages, because one of them states the sizes of the files.
 * Each file is made once, or taken over with the size and checksum that it had.
 */
export async function writeDataFiles(
  files: readonly DataFile[],
  release: ReleaseTarget,
  cache: Cache,
): Promise<ListedDataFile[]> {
  const code = digestModules(new URL(import.meta.url));
  const table = cache.table<FileSum>('data-sums');
  const known = await table.read();
  const sums = new Map<string, FileSum>();
  const listed = await sumDataFiles(files, async (file) => {
    const { key: ownKey, content: makeContent } = file.prepare();
    const key = digestOf([code, file.path, ownKey]);
    let sum = known.get(key);
    if (!sum || !(await release.takeOver(file.path, key))) {
      const content = await makeContent();
      sum = sumContent(content);
      await release.write(file.path, content, key);
    }
    sums.set(key, sum);
    return sum;
  });
  await table.write(sums);
  return listed;
}

/** Finds the Markdown of records in the content that was read. */
export function createBodyReader({ articles, vocabularies, federated = [] }: ArchiveContent): ReadBody {
  const entries = listFederatedBodies(federated);
  for (const entry of articles) entries.set(`articles/${entry.id}`, entry);
  for (const [name, records] of Object.entries(vocabularies))
    for (const entry of records) entries.set(`${name}/${entry.id}`, entry);
  return (key) => entries.get(key)?.body ?? '';
}
