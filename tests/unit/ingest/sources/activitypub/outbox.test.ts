import { expect, test } from 'vitest';

import { readOutbox } from '../../../../../src/ingest/sources/activitypub/outbox.ts';
import { outbox } from '../../../../support/blog-exports.ts';
import { describeItem, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readOutbox, 'activitypub', 'outbox.json');

test('readOutbox reads public posts with their tags, and tells what they answer and show', async () => {
  const [first] = await readText(outbox);
  expect(saidBy(first)).toEqual({
    summary: 'Ferries',
    language: 'en',
    url: 'https://social.example/@harbour/1',
    date: '2021-05-06',
    byline: [],
    terms: [{ name: 'Ferries' }],
    body: 'The harbour reopened. [#Ferries](https://social.example/tags/Ferries)\n',
    leftOut: [
      { what: 'the address of the post that it answers', address: 'https://social.example/@tides/7' },
      { what: 'an account that it mentions', text: '@tides', address: 'https://social.example/@tides' },
      {
        what: 'a picture with a relative address',
        text: 'Two tugs',
        address: '/media_attachments/files/1/tugs.jpg',
      },
    ],
    notices: ['Its account is https://social.example/users/harbour.'],
  });
});

test('readOutbox skips what is shared, and what is not public', async () => {
  const items = await readText(outbox);
  expect(items.slice(1).map(describeItem)).toEqual([
    expect.stringMatching(/^activity 2, line \d+: a post of another account, which was shared$/),
    expect.stringMatching(/^activity 3, line \d+: not public: for followers or single persons/),
    expect.stringMatching(/^activity 4, line \d+: an activity of the type "Like"$/),
    expect.stringMatching(/^activity 5, line \d+: draft$/),
  ]);
  expect(saidBy(items[4])).toMatchObject({ title: 'Fog', url: 'https://blog.example/fog' });
});
