import { expect, test } from 'vitest';

import { readGhost } from '../../../../../src/ingest/sources/ghost/ghost.ts';
import { ghostExport } from '../../../../support/blog-exports.ts';
import { describeItem, receivedOf, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readGhost, 'ghost', 'ghost.json');

test('readGhost reads published posts with the tags and authors of other tables', async () => {
  const [first] = await readText(ghostExport);
  expect(saidBy(first)).toEqual({
    title: 'Harbour reopens',
    summary: 'Ferries sail again.',
    url: 'https://post.example/harbour/',
    publisher: 'Evening Post',
    date: '2021-05-06',
    byline: ['Ada Lind'],
    terms: [{ name: 'Harbour' }, { name: 'Ferries', description: 'What sails' }],
    body: 'The harbour [reopened](https://post.example/tides/).\n\n[A quay](https://post.example/quay.jpg)\n',
    leftOut: [
      {
        what: 'a picture with a relative address',
        text: 'Two tugs On Thursday',
        address: '/content/images/2021/05/tugs.jpg',
      },
    ],
    notices: [
      'The export has besides: uuid "8e5d0c5a-0000-4000-8000-1b0a5f2b8f10", slug "harbour-reopens", status "published", visibility "public".',
      'It writes __GHOST_URL__ for the address of its site, which is not known.',
    ],
  });
  expect(JSON.parse(receivedOf(first))).toMatchObject({ id: '61a' });
});

test('readGhost skips drafts, pages and posts for members, and refuses a post without HTML', async () => {
  const items = await readText(ghostExport);
  expect(items.slice(1).map(describeItem)).toEqual([
    'post 2, line 26: a draft',
    'post 3, line 33: of the type "page", which --post-type page takes',
    'post 4, line 40: for paid only',
    'post 5, line 47: 47:1 a post without "html"',
  ]);
  const all = { statuses: new Set(['publish', 'draft', 'private']), postTypes: new Set(['post', 'page']) };
  const taken = await readText(ghostExport, all);
  expect(taken.map(({ kind }) => kind)).toEqual(['draft', 'draft', 'draft', 'draft', 'failed']);
});

test('readGhost reads exports of old versions, and refuses what is none', async () => {
  const old = {
    meta: { exported_on: 1 },
    data: {
      posts: [{ id: 1, title: 'Fog', html: '<p>It came.</p>', page: 0, status: 'published', author_id: 7 }],
      users: [{ id: 7, name: 'Eva Berg' }],
    },
  };
  expect(saidBy((await readText(JSON.stringify(old)))[0])).toMatchObject({
    title: 'Fog',
    byline: ['Eva Berg'],
  });
  await expect(readText('{"meta": {"exported_on": 1}}')).rejects.toThrow('found no "data"');
  await expect(readText('{"db": [')).rejects.toThrow('found malformed JSON');
});
