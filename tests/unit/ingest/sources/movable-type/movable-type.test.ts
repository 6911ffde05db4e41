import { expect, test } from 'vitest';

import { readMovableType } from '../../../../../src/ingest/sources/movable-type/movable-type.ts';
import { movableTypeExport } from '../../../../support/blog-exports.ts';
import { describeItem, receivedOf, saidBy, useReader } from '../read-source.ts';

const { readText } = useReader(readMovableType, 'movable-type', 'export.txt');

test('readMovableType reads entries with their categories, tags and texts', async () => {
  const [first] = await readText(movableTypeExport);
  expect(saidBy(first)).toEqual({
    title: 'Harbour reopens',
    summary: 'Ferries sail again.',
    date: '2021-05-06',
    byline: ['Ada Lind'],
    terms: [{ name: 'Harbour' }, { name: 'Ferries' }, { name: 'tall ships' }, { name: 'tides' }],
    body: 'The harbour **reopened**.\n\nIt was quiet.\n\nNobody came.\n',
    leftOut: [{ what: 'the value of "BASENAME"', text: 'harbour_reopens' }],
    notices: [
      'It has the sections BODY, EXTENDED BODY, EXCERPT, and says STATUS "Publish", CONVERT BREAKS "__default__", DATE "05/06/2021 09:30:00 PM".',
      '1 comments and pings of readers were not taken.',
    ],
  });
});

test('readMovableType keeps nothing of what readers have written, nor their addresses', async () => {
  const [first] = await readText(movableTypeExport);
  expect(receivedOf(first)).toContain('BODY:\nThe harbour');
  expect(receivedOf(first)).not.toMatch(/reader@mail|192\.0\.2|A Reader|I was there/);
});

test('readMovableType reads Markdown, and skips what is not published', async () => {
  const items = await readText(movableTypeExport.replaceAll('\n', '\r\n'));
  expect(items.map(describeItem)).toEqual([
    'entry 1, line 1: draft',
    'entry 2, line 32: a draft',
    'entry 3, line 41: draft',
  ]);
  expect(saidBy(items[2])).toMatchObject({ body: 'The fog *came*.\n', date: '2020-12-01' });
});
