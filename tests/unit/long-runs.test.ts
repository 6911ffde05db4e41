import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import * as pagefind from 'pagefind';

import type { Archive } from '../../src/archive/archive.ts';
import { createArchive } from '../../src/archive/create-archive.ts';
import { createBodyReader } from '../../src/build/data-sets.ts';
import { renderContent } from '../../src/build/render.ts';
import { listFilesOfHost, listSiteFiles } from '../../src/build/site-files.ts';
import { citeArticle } from '../../src/exports/citations/citation.ts';
import { renderCitationFiles } from '../../src/exports/citations/citation-files.ts';
import { listCitationMeta } from '../../src/exports/citations/citation-meta.ts';
import { listDataFiles, sumDataFiles } from '../../src/exports/data/data-files.ts';
import { lintTags } from '../../src/markdown/lint-tags.ts';
import { digestText } from '../../src/records/ledger/ledger.ts';
import { readArchive, type ArchiveContent } from '../../src/records/read/read-archive.ts';
import { createExcerpt } from '../../src/search/browser/engine/excerpt.ts';
import { createMarker } from '../../src/search/browser/engine/find-marks.ts';
import { readQuery } from '../../src/search/browser/state/query.ts';
import { foldForSearch } from '../../src/search/browser/text/fold-for-search.ts';
import { listDocuments, type SearchDocument } from '../../src/search/document.ts';
import { prepareDocument } from '../../src/search/pagefind/prepare-document.ts';
import { writePart } from '../../src/search/text-index/index-part.ts';
import { openCache } from '../../src/system/cache.ts';
import { listPages } from '../../src/views/page-list.ts';
import { makeContent } from '../support/content-folder.ts';
import { repeated, repeatTo } from '../support/long-runs.ts';
import { makeFolder } from '../support/temporary-folder.ts';

// A step that takes the square of a run's length takes minutes for these, and the test its time limit.

/** Of a run in a text, and of one in a field, which may have 20,000; in UTF-16 code units. */
const [textSize, fieldSize] = [60_000, 19_000];
const kinds = Object.entries(repeated);

/** A folder of content in which a text and the fields of an article and of records have a run. */
function makeFiles(body: string, field: string): Promise<string> {
  const line = JSON.stringify(`a${field}a`);
  const articleKeys = ['title', 'subtitle', 'byline', 'dateline', 'summary', 'rights'].map(
    (key) => `${key}: ${line}`,
  );
  const article = ['date: 2021-05-04', 'people: [ada-lind]', 'places: []', 'topics: [run]', ...articleKeys];
  const source = ['source:', '  publication: run', 'corrections:', `  - { date: 2022-01-01, note: ${line} }`];
  return makeContent({
    'articles/2021/05/04/run.md': ['---', ...article, ...source, '---', '', body].join('\n'),
    'publications/run.md': ['---', `name: ${line}`, `description: ${line}`, '---', ''].join('\n'),
    'topics/run.md': ['---', `name: ${line}`, `description: ${line}`, `variants: [${line}]`, '---', ''].join(
      '\n',
    ),
  });
}

/** Does with an archive what a build does, but for rendering the components of its pages. */
async function exportAll(content: ArchiveContent, root: string): Promise<Archive> {
  const archive = createArchive(await renderContent(content, openCache(await makeFolder())));
  const dataFiles = listDataFiles(archive, createBodyReader(content));
  const loadDataFiles = () => sumDataFiles(dataFiles);
  const pages = listPages(archive, loadDataFiles);
  for (const page of pages) JSON.stringify(await page.view());
  const sources = { root, shareImage: undefined, publicFolder: resolve('public') };
  for (const file of [
    ...dataFiles,
    ...listSiteFiles(archive, sources, loadDataFiles),
    ...listFilesOfHost(archive, pages),
  ])
    await file.prepare().content();
  return archive;
}

test.for(kinds)('%s in a text and in fields are read and exported', async ([, unit]) => {
  const run = repeatTo(textSize, unit);
  const line = repeatTo(fieldSize, unit).replace(/[\r\n]/g, ' ');
  // What is too much for Markdown is refused at once; fewer of them are not.
  const long = await readArchive(await makeFiles(`The ferry${run}left.\n${run}`, line));
  for (const { found, fix } of long.problems) expect([found, fix]).not.toContain('');
  const root = await makeFiles(`The ferry ${repeatTo(900, unit)} left.\n`, line);
  const { content = (await readArchive(root)).content } = long;
  if (!content) throw new Error('The content is not right.');

  lintTags(content);
  for (const article of content.articles) digestText(article);
  const archive = await exportAll(content, root);
  for (const article of archive.articles) {
    const citation = citeArticle(archive, article);
    renderCitationFiles(citation);
    listCitationMeta(citation);
  }
  for (const document of listDocuments(archive)) prepareDocument(document);
});

test.for(kinds)('%s are digested, searched for and excerpted', ([, unit]) => {
  const run = repeatTo(textSize, unit);
  const body = `${run}The ferry${run}left.\n${run}`;
  const data = {
    date: undefined,
    title: 'A',
    titleSupplied: false,
    byline: [],
    pictures: [],
    ...({} as object),
  };
  digestText({ data: data as unknown as Parameters<typeof digestText>[0]['data'], body });
  createExcerpt(`A${run}`, body, createMarker(readQuery('ferry "the ferry"')));
  readQuery(`a${run}a "${run}a`);
  foldForSearch(`a${run}a`);
});

test('all of them are indexed', async () => {
  const documents = kinds.map(([kind, unit]): SearchDocument => {
    const run = repeatTo(textSize / 2, unit).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return {
      url: `articles/undated/${kind.replaceAll(' ', '-')}/`,
      title: `A${repeatTo(fieldSize, unit)}`,
      subtitle: undefined,
      byline: '',
      dateline: undefined,
      text: { html: `<p>The ferry${run}left.</p>` },
      language: 'en',
      date: '2021',
      known: undefined,
      source: undefined,
    };
  });
  await writePart({ folder: await makeFolder(), documents });
  await pagefind.close();
});
