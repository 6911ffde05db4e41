import { expect, test } from 'vitest';

import { addLedgerEntries } from '../../../../src/records/ledger/add-entries.ts';
import { toAddress } from '../../../../src/records/ledger/retire-addresses.ts';
import { readArchive } from '../../../../src/records/read/read-archive.ts';
import { change, makeContent, problemsIn, record } from '../../../support/content-folder.ts';

const file = 'articles/2021/05/06/lock.md';
const article = (urls: string) =>
  record(
    'title: A lock',
    'date: 2021-05-06',
    'people: []',
    'places: []',
    'topics: []',
    `formerUrls: ${urls}`,
  );

test('a former URL that once led on must not stop without being told', async () => {
  const root = await makeContent({ [file]: article('[/2015/lock/, "/?p=1"]') });
  const { content } = await readArchive(root);
  if (!content) throw new Error('It is not valid.');
  const added = await addLedgerEntries(root, content, '2021-05-07');
  expect(added.map(({ path }) => path)).toEqual(expect.arrayContaining(['/2015/lock', '/?p=1']));
  // Another form of it is the same.
  await change(root, { [file]: article('[/2015/lock, "/?p=1"]') });
  expect(await problemsIn(root)).toEqual([]);
  await change(root, { [file]: article('["/?p=1"]') });
  expect(await problemsIn(root)).toEqual([
    expect.stringMatching(
      /^ledger\.ndjson:\d+:1: found \/2015\/lock, a former URL that led on since 2021-05-07, and now leads nowhere; .* Add formerUrls: \["\/2015\/lock"\]/,
    ),
  ]);
});

test('a former URL is retired as it stands in the ledger', () => {
  expect(toAddress('/2015/lock/', [{ path: '/2015/lock', date: '2021-05-07' }])).toBe('/2015/lock');
  expect(toAddress('/people/jane-holm/', [])).toBe('people/jane-holm/');
});
