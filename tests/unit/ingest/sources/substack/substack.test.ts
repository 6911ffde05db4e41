import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { readSubstack } from '../../../../../src/ingest/sources/substack/substack.ts';
import {
  ghostExport,
  mediumPost,
  movableTypeExport,
  outbox,
  substackExport,
} from '../../../../support/blog-exports.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { describeItem, receivedOf, saidBy } from '../read-source.ts';

async function read() {
  const folder = await makeFolder();
  const own = Object.entries(substackExport).map(([name, text]) => [`export/${name}`, text]);
  await writeFiles(folder, { ...Object.fromEntries(own), 'secret.html': '<p>Secret</p>' });
  const path = join(folder, 'export/posts.csv');
  const options = { columns: new Map(), statuses: new Set(['publish']), languages: ['en'] };
  return Array.fromAsync(readSubstack({ name: 'posts.csv', path, size: (await stat(path)).size }, options));
}

test('readSubstack joins the list of posts with their texts', async () => {
  const [first] = await read();
  expect(saidBy(first)).toEqual({
    title: 'Harbour reopens',
    subtitle: 'Ferries sail again',
    date: '2021-05-06',
    byline: [],
    terms: [],
    body: 'The harbour *reopened*.\n\n[tides.mp3](https://cdn.example/tides.mp3)\n',
    leftOut: [],
    notices: [
      'Its title and day are those of posts.csv, its text is that of posts/101.harbour-reopens.html.',
    ],
  });
  expect(receivedOf(first)).toBe('<p>The harbour <em>reopened</em>.</p>');
});

test('readSubstack skips drafts and posts for subscribers, and reads no file outside of the folder', async () => {
  expect((await read()).slice(1).map(describeItem)).toEqual([
    'post 2, line 3: a draft',
    'post 3, line 4: for subscribers (only_paid), which --status publish,private takes',
    'post 4, line 5: 5:1 no file "posts/../../secret.html" beside it',
  ]);
});

test('npm run ingest takes in all exports of a folder, and misses nothing in the audit', async () => {
  const [folder, root] = [await makeFolder(), await makeArchive()];
  const files = {
    'ghost.json': ghostExport,
    'mt.txt': movableTypeExport,
    'outbox.json': outbox,
    'medium.html': mediumPost,
  };
  const substack = Object.entries(substackExport).map(([name, text]) => [`substack/${name}`, text]);
  await writeFiles(folder, { ...files, ...Object.fromEntries(substack) });
  const { code, stdout } = await ingest(root, ['--duplicates', 'keep', folder]);
  expect(stdout).toContain('7 articles');
  // The post of Ghost without HTML, and that of Substack whose file would be outside.
  expect(code).toBe(1);
  const written = [...(await readFolder(root)).values()].join('\n');
  expect(written).not.toMatch(/reader@mail|ada@post|Secret/);
  const audit = await ingest(root, ['--audit', folder]);
  expect(audit.stdout.split('\n').filter((line) => line.includes('not in the entry'))).toEqual([]);
});
