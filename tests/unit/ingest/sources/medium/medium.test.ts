import { expect, test } from 'vitest';

import { readMedium } from '../../../../../src/ingest/sources/medium/medium.ts';
import { mediumPost } from '../../../../support/blog-exports.ts';
import { describeItem, only, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readMedium, 'medium', 'post.html');

test('readMedium reads a post, whose text does not repeat its title', async () => {
  expect(saidBy(only(await readText(mediumPost)))).toEqual({
    title: 'Harbour reopens',
    subtitle: 'Ferries sail again',
    url: 'https://medium.com/@ada/harbour-1a2b',
    date: '2021-05-06',
    byline: ['Ada Lind'],
    terms: [],
    body: '---\n\nThe harbour **reopened**.\n\n[A quay](https://cdn.example/quay.jpg)\\\nOn Thursday\n',
    leftOut: [
      {
        what: 'a line that Medium adds',
        text: 'By Ada Lind on May 6, 2021.',
        addresses: ['https://medium.com/@ada', 'https://medium.com/p/1a2b'],
      },
      {
        what: 'a line that Medium adds',
        text: 'Canonical link',
        addresses: ['https://medium.com/@ada/harbour-1a2b'],
      },
      {
        what: 'a line that Medium adds',
        text: 'Exported from Medium on June 1, 2021.',
        addresses: ['https://medium.com'],
      },
    ],
    notices: [],
  });
});

test('readMedium skips drafts', async () => {
  const draft = mediumPost.replace(/<time.*<\/time>/, '');
  expect(describeItem(only(await readText(draft)))).toBe('the file, line 1: a draft');
});
