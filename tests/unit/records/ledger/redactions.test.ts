import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { rememberExtent } from '../../../../src/records/check/check-removal.ts';
import { cacheFolder } from '../../../../src/records/content-root.ts';
import { addLedgerEntries } from '../../../../src/records/ledger/add-entries.ts';
import { retireAddresses, toAddress } from '../../../../src/records/ledger/retire-addresses.ts';
import { readArchive } from '../../../../src/records/read/read-archive.ts';
import { openCache } from '../../../../src/system/cache.ts';
import { change, makeContent, problemsIn, record } from '../../../support/content-folder.ts';

const ferry = 'articles/2021/05/04/ferry.md';
const lines = ['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []'];
const redaction = 'redactions: [{ date: 2021-07, reason: privacy }]';
const jane = { 'people/jane-holm.md': '---\nname: Jane Holm\ndescription: A baker\n---\n' };

/** Enters a right folder in its ledger, as published and built. */
async function publish(root: string, date: string): Promise<void> {
  const { content } = await readArchive(root);
  if (!content) throw new Error((await problemsIn(root)).join('\n'));
  await addLedgerEntries(root, content, date);
  const read = (await readArchive(root)).content;
  await rememberExtent(openCache(cacheFolder(root)), { articles: 4, ledger: read?.ledger ?? [] });
}

async function makePublished(): Promise<string> {
  const root = await makeContent({ ...jane, [ferry]: record(...lines) });
  await publish(root, '2021-06-01');
  return root;
}

async function retire(root: string, ...addresses: string[]): Promise<void> {
  const retiring = new Set(addresses.map((each) => toAddress(each)));
  const { content, problems } = await readArchive(root, { retiring });
  if (!content) throw new Error(problems.map(({ found }) => found).join('\n'));
  await retireAddresses(root, content, retiring, '2024-05-01');
}

const readLedger = (root: string) => readFile(join(root, 'ledger.ndjson'), 'utf8');

describe('a redaction', () => {
  test('explains a changed text, once', async () => {
    const root = await makePublished();
    await change(root, { [ferry]: `${record(...lines, redaction)}More.\n` });
    expect(await problemsIn(root)).toEqual([]);
    await publish(root, '2021-08-01');
    await change(root, { [ferry]: `${record(...lines, redaction)}Still more.\n` });
    expect(await problemsIn(root)).toEqual([
      expect.stringMatching(/differs from what was published on 2021-08-01.+to "redactions", if something/),
    ]);
    await change(root, { [ferry]: `${record(...lines)}More.\n` });
    expect(await problemsIn(root)).toEqual([
      expect.stringContaining('found no redactions; expected the 1 that was published on 2021-08-01'),
    ]);
  });

  test('takes the checksums of earlier texts from the ledger, also at former addresses', async () => {
    const root = await makePublished();
    const moved = 'articles/2021/05/04/the-ferry.md';
    const formerly = 'formerIds: [2021/05/04/ferry]';
    await change(root, { [ferry]: null, [moved]: record(...lines, formerly) });
    await publish(root, '2021-06-02');
    await change(root, { [moved]: `${record(...lines, formerly, redaction)}More.\n` });
    await publish(root, '2021-08-01');
    const own = (await readLedger(root)).split('\n').filter((line) => line.includes('ferry/'));
    expect(own).toEqual([
      '{"path":"articles/2021/05/04/ferry/","date":"2021-06-01","withheld":true}',
      '{"path":"articles/2021/05/04/the-ferry/","date":"2021-06-02","withheld":true}',
      expect.stringMatching(
        /^\{"path":"articles\/2021\/05\/04\/the-ferry\/","date":"2021-08-01","sha256":"\w+","redactions":1\}$/,
      ),
    ]);
    // The lines that are gone are accounted for.
    expect(await problemsIn(root)).toEqual([]);
  });

  test('lets the source text be deleted', async () => {
    const sum = 'a'.repeat(64);
    const source = `source: { file: gone.txt, sha256: ${sum} }`;
    const root = await makeContent({ [ferry]: record(...lines, source, redaction) });
    expect(await problemsIn(root)).toEqual([]);
    await change(root, { [ferry]: record(...lines, source) });
    expect(await problemsIn(root)).toEqual([expect.stringContaining('which is not there')]);
  });
});

describe('a retired address', () => {
  test('leaves a line that says nothing of it, and may lead nowhere', async () => {
    const root = await makePublished();
    await change(root, { 'people/jane-holm.md': null });
    expect(await problemsIn(root)).toEqual([
      expect.stringContaining('say "npm run ledger -- --retire people/jane-holm".'),
    ]);
    await retire(root, 'content/people/jane-holm.md');
    expect(await problemsIn(root)).toEqual([]);
    const ledger = await readLedger(root);
    expect(ledger).not.toContain('jane');
    expect(ledger).toMatch(/\n\{"path":"retired\/1\/","date":"2024-05-01","lines":1\}\n/);
    await publish(root, '2024-05-01');
    await change(root, jane);
    await publish(root, '2024-05-02');
    await change(root, { 'people/jane-holm.md': null });
    await retire(root, '/people/jane-holm/');
    expect(await readLedger(root)).toMatch(/"retired\/1\/".+\n.+"retired\/2\/".+\n/);
    expect(await problemsIn(root)).toEqual([]);
  });

  test('accounts for no other line that is missing', async () => {
    const root = await makePublished();
    await change(root, { 'people/jane-holm.md': null });
    await retire(root, 'people/jane-holm');
    const cut = (await readLedger(root)).replace(/.+"people\/ada-lind\/".+\n/, '');
    await change(root, { 'ledger.ndjson': cut });
    expect(await problemsIn(root)).toEqual([
      expect.stringContaining('found a ledger without 2 lines that it had in the last build or commit'),
    ]);
  });

  test.each([
    ['people/jane-holm', 'people/jane-holm/ is still there. Remove content/people/jane-holm.md'],
    ['people/nobody', 'The ledger has no address people/nobody/.'],
    [
      'articles/2021/05/04/old',
      'leads to another article. Remove it from the formerIds of content/articles/',
    ],
  ])('has to be one that was published and is gone: %s', async (address, message) => {
    const root = await makeContent({ ...jane, [ferry]: record(...lines, 'formerIds: [2021/05/04/old]') });
    await publish(root, '2021-06-01');
    const before = await readLedger(root);
    await expect(retire(root, address)).rejects.toThrow(message);
    expect(await readLedger(root)).toBe(before);
  });
});
