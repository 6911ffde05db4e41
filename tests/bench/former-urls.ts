// Measures what old addresses cost: reading and checking them, and the files for hosts, for a number of them and for half.
// node tests/bench/former-urls.ts [COUNT]
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { listFormerAddresses } from '../../src/archive/former-addresses.ts';
import { createHosts } from '../../src/archive/hosts.ts';
import { createPaths } from '../../src/archive/paths.ts';
import { listHostFiles } from '../../src/exports/hosts/host-files.ts';
import { readArchive } from '../../src/records/read/read-archive.ts';

/** Former URLs of each article: half of them with a query. */
const perArticle = 100;

const count = Number(process.argv[2] ?? 100_000);
for (const each of [count / 2, count]) await measure(each);

async function measure(addresses: number): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    await fill(root, addresses / perArticle);
    const start = performance.now();
    const { content, problems } = await readArchive(root);
    if (!content) throw new Error(`${problems.length} problems`);
    const read = performance.now();
    const paths = createPaths(content.site.url);
    const formerAddresses = listFormerAddresses(
      content.articles.map(({ id, data }) => ({ ...data, href: paths.article(id) })),
      [],
      [],
    );
    const pages = content.articles.map(({ id }) => ({ path: paths.article(id) }));
    const { site } = content;
    const archive = { site, paths, hosts: createHosts(site), moved: [], formerAddresses };
    const files = listHostFiles(archive, pages, '');
    let bytes = 0;
    for (const file of files) bytes += (await file.prepare().content()).length;
    const written = performance.now();
    const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
    console.log(
      `${addresses} old addresses: read and checked in ${seconds(start, read)}; ${files.length} files for hosts, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds(read, written)}`,
    );
  } finally {
    await rm(root, { recursive: true });
  }
}

async function fill(root: string, articles: number): Promise<void> {
  await writeFile(
    join(root, 'site.yaml'),
    'title: A\ndescription: B\nlanguage: en\nurl: https://example.org/\n',
  );
  await mkdir(join(root, 'articles/2020/01/01'), { recursive: true });
  for (let index = 0; index < articles; index++) {
    const urls = Array.from({ length: perArticle }, (_, number) => {
      const id = index * perArticle + number;
      return number % 2 === 0 ? `/2015/${(id % 12) + 1}/story-${id}/` : `/?p=${id}`;
    });
    await writeFile(
      join(root, `articles/2020/01/01/old-${index}.md`),
      `---\ntitle: Old ${index}\ndate: 2020-01-01\npeople: []\nplaces: []\ntopics: []\nformerUrls:\n${urls.map((url) => `  - ${url}\n`).join('')}---\n\nText.\n`,
    );
  }
}
