import { join } from 'node:path';

import { runCommand } from './run-command.ts';
import { contentRoot } from '../records/content-root.ts';
import { articleAddress } from '../records/ledger/ledger.ts';
import { ContentError, displayPath } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';
import { readSite } from '../records/read/read-site.ts';
import { readGivenText } from '../ingest/text/given-text.ts';
import { makeArticle, placeArticle } from '../ingest/new/new-article.ts';
import { putFile, type NewFile } from '../ingest/new/new-file.ts';
import { help, options, readOptions, usage, type AskedArticle, type AskedRecord } from './new-options.ts';
import { makeRecord } from '../ingest/new/new-record.ts';

await runCommand({ usage, help, options }, async (values) => {
  const asked = readOptions(values);
  const root = contentRoot();
  const { file, address, url } = await (asked.kind === 'article'
    ? newArticle(root, asked)
    : newRecord(root, asked));
  await putFile(root, file);
  console.log(`${displayPath(join(root, file.path))}\n${url.replace(/\/*$/, '/')}${address}`);
});

/** What is made, and where it will be read. */
interface Made {
  file: NewFile;
  /** Below the site's. */
  address: string;
  /** The site's. */
  url: string;
}

async function newArticle(root: string, asked: AskedArticle): Promise<Made> {
  const { content, problems } = await readArchive(root);
  if (!content) throw new ContentError(problems);
  const id = placeArticle(asked, content);
  const file = makeArticle(id, asked, await readGivenText(asked.text), content);
  return { file, address: articleAddress(id), url: content.site.url };
}

async function newRecord(root: string, asked: AskedRecord): Promise<Made> {
  const { site, problems } = await readSite(root);
  if (!site) throw new ContentError(problems);
  const file = makeRecord(root, asked);
  return { file, address: file.path.replace(/\.md$/, '/'), url: site.url };
}
