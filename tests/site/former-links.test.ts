import { join } from 'node:path';
import { expect, test } from 'vitest';

import { makeContent, record } from '../support/content-folder.ts';
import { all, readPages, textOf } from '../support/read-site.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { runWarm } from '../support/warm-commands.ts';

const tags = ['people: []', 'places: []', 'topics: []'];
const text = [
  'See [the report](https://old.example.org/2015/lock/?utm=x#top), [this](/story.php?lang=en&id=7),',
  'https://old.example.org/2015/lock and [another site](https://elsewhere.example.net/2015/lock/).',
  'Nothing is at [this](https://old.example.org/gone/) now.',
].join('\n');
const site =
  'title: A\ndescription: B\nlanguage: en\nurl: https://example.org/archive/\nformerHosts: [old.example.org]\n';
const content = () =>
  makeContent({
    'site.yaml': site,
    'articles/2021/05/06/lock.md': record(
      'title: The lock',
      'date: 2021-05-06',
      ...tags,
      'formerUrls: ["https://old.example.org/2015/lock/", /story.php?id=7&lang=en, /2015/lock/?utm=x]',
    ),
    'articles/2021/05/06/later.md': `---\ntitle: Later\ndate: 2021-05-06\n${tags.join('\n')}\n---\n\n${text}\n`,
  });

test('links in texts to former URLs lead to the archive’s own pages, as is said of them', async () => {
  const dist = join(await makeFolder(), 'dist');
  const { code, stderr } = await runWarm('build', await content(), ['--out-dir', dist]);
  expect(code, stderr).toBe(0);
  const page = (await readPages(dist, '/archive/')).find(({ path }) => path.endsWith('/later/'));
  if (!page) throw new Error('There is no such page.');
  const links = all(page, '.article-text a, .text a')
    .filter((link) => !link.getAttribute('href')?.startsWith('#'))
    .map((link) => [textOf(link), link.getAttribute('href')]);
  const lock = '/archive/articles/2021/05/06/lock/';
  expect(links).toEqual([
    ['the report', lock],
    ['this', lock],
    ['https://old.example.org/2015/lock', lock],
    ['another site', 'https://elsewhere.example.net/2015/lock/'],
    ['this', 'https://old.example.org/gone/'],
  ]);
  expect(textOf(page.document.querySelector('.provenance'))).toContain(
    '3 links in the text lead to this archive’s own pages',
  );
});

test('npm run check -- --links lists those to former hosts that lead nowhere', async () => {
  const root = await content();
  const { code, stderr, stdout } = await runWarm('check', root, ['--links']);
  expect(code, stderr).toBe(0);
  expect((stdout + stderr).match(/found a link to \S+/g)).toEqual([
    'found a link to https://old.example.org/gone/,',
  ]);
  expect(stdout + stderr).toMatch(/later\.md:11:22: /);
});
