import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { cacheFolder } from '../records/content-root.ts';
import { addLedgerEntries } from '../records/ledger/add-entries.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';
import { unfinishedName } from '../system/write-file.ts';
import { renderAbout } from './files/about.ts';
import { renderEntry } from './files/articles.ts';
import { makeMedia } from './files/media.ts';
import { renderRecords, type ArchiveFile } from './files/records.ts';
import { createArticles } from './issues/create-articles.ts';

/** Another seed tells the same stories with other matches, prices and remarks. */
const seed = 1893;

/** The day on which the ledger says that everything was published. */
const published = '2023-12-01';

/**
 * Creates the files of the demonstration but for its ledger: the newspapers of an invented town over 130 years.
 *
 * @param url the public address of the site
 */
export async function createDemo(url: string): Promise<ArchiveFile[]> {
  const articles = createArticles(seed);
  const { files, mediaOf } = await makeMedia(articles);
  return [
    ...renderAbout(url),
    ...renderRecords(),
    ...articles.flatMap((article) => renderEntry(article, mediaOf.get(article.id) ?? {})),
    ...files,
  ];
}

/**
 * Writes the demonstration into a folder, replacing what is there: into a temporary folder beside it first, so that it is
 * either whole or not there.
 *
 * @param root absolute path of the content folder
 */
export async function writeDemo(root: string, url: string): Promise<void> {
  const unfinished = unfinishedName(root);
  try {
    await rm(unfinished, { recursive: true, force: true });
    for (const { path, content } of await createDemo(url)) {
      const file = join(unfinished, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const { content, problems } = await readArchive(unfinished);
    if (!content) throw new ContentError(problems);
    await addLedgerEntries(unfinished, content, published);
    await rm(root, { recursive: true, force: true });
    await rename(unfinished, root);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(cacheFolder(unfinished), { recursive: true, force: true });
  }
}
