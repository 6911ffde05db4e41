import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { makeContent, problemsIn, record } from '../../support/content-folder.ts';
import { sumFiles } from '../../support/read-site.ts';
import { runWarm } from '../../support/warm-commands.ts';

const article = (...source: string[]) =>
  record('title: One', 'date: 1998-03-12', 'people: []', 'places: []', 'topics: []', ...source);

const contents = () =>
  makeContent({
    'publications/post.md': '---\nname: Evening Post\ndescription: A newspaper\nvariants: [The Post]\n---\n',
    'articles/1998/03/12/one.md': article(
      'source:',
      '  # who',
      '  name: The Post',
      '  url: https://example.org/1',
    ),
    'articles/1998/03/12/two.md': article('source: { name: "harbour news" }'),
    'articles/1998/03/12/three.md': article('source: { name: Harbour News, url: https://example.org/3 }'),
  });

test('"npm run tag -- --source-names" turns names of sources into publications, and makes the missing records', async () => {
  const root = await contents();
  const { code, stdout } = await runWarm('tag', root, ['--source-names']);
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining('written in 3 articles, 1 record of publications made'),
  ]);
  const read = (path: string) => readFile(join(root, path), 'utf8');
  expect(await read('articles/1998/03/12/one.md')).toContain(
    'source:\n  # who\n  publication: post\n  url: https://example.org/1\n',
  );
  expect(await read('articles/1998/03/12/two.md')).toContain('source: { publication: harbour-news }');
  expect(await read('articles/1998/03/12/three.md')).toContain('publication: harbour-news');
  expect(await read('publications/harbour-news.md')).toContain('name: Harbour News');
  expect(await problemsIn(root)).toEqual([]);
  const again = await runWarm('tag', root, ['--source-names']);
  expect(again.stdout).toContain('written in 0 articles');
});

test('it changes nothing in a dry run, nor in an archive with other errors', async () => {
  const root = await contents();
  const before = await sumFiles(root);
  await runWarm('tag', root, ['--source-names', '--dry-run']);
  expect(await sumFiles(root)).toEqual(before);
  const wrong = await makeContent({
    'articles/1998/03/12/one.md': article('source: { name: The Post, page: "" }'),
  });
  const untouched = await sumFiles(wrong);
  const { code, stderr } = await runWarm('tag', wrong, ['--source-names']);
  expect([code, stderr]).toEqual([1, expect.stringContaining('one.md')]);
  expect(await sumFiles(wrong)).toEqual(untouched);
});
