import { join } from 'node:path';

import { runCommand } from './run-command.ts';
import { contentRoot } from '../records/content-root.ts';
import { articleAddress } from '../records/ledger/ledger.ts';
import { ContentError, displayPath } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';
import { readOwnSite } from '../records/read/read-site.ts';
import { readNewText } from '../ingest/new/read-new-text.ts';
import { renderNewArticle, chooseNewArticleId, type NewArticle } from '../ingest/new/new-article.ts';
import { readNewPictures } from '../ingest/new/new-pictures.ts';
import { writeNewFiles, type NewFile } from '../ingest/new/write-new-file.ts';
import { help, options, readOptions, usage } from './new-options.ts';
import { renderNewRecord, type NewRecord } from '../ingest/new/new-record.ts';

await runCommand({ usage, help, options }, async (values) => {
  const asked = readOptions(values);
  const root = contentRoot();
  const { files, address, url } = await (asked.kind === 'article'
    ? newArticle(root, asked)
    : newRecord(root, asked));
  await writeNewFiles(root, files);
  const paths = files.map(({ path }) => displayPath(join(root, path)));
  console.log(`${paths.join('\n')}\n${url.replace(/\/?$/, '/')}${address}`);
});

/** Files to be created, and the address of their page on the site. */
interface CreatedPage {
  files: NewFile[];
  /** Relative to the site's URL. */
  address: string;
  /** The site's URL. */
  url: string;
}

async function newArticle(root: string, asked: NewArticle): Promise<CreatedPage> {
  const { content, problems } = await readArchive(root);
  if (!content) throw new ContentError(problems);
  const id = chooseNewArticleId(asked, content);
  const { files, pictures } = await readNewPictures(root, id, asked.pictures);
  const file = renderNewArticle(id, asked, await readNewText(asked.text), content, pictures);
  return { files: [...files, file], address: articleAddress(id), url: content.site.url };
}

async function newRecord(root: string, asked: NewRecord): Promise<CreatedPage> {
  const { site, problems } = await readOwnSite(root);
  if (!site) throw new ContentError(problems);
  const file = renderNewRecord(root, asked);
  return { files: [file], address: file.path.replace(/\.md$/, '/'), url: site.url };
}
