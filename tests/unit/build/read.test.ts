import { utimesSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { isSettled, readContentState } from '../../../src/build/input-state.ts';
import { readContent } from '../../../src/build/read.ts';
import type { Remembered } from '../../../src/build/up-to-date.ts';
import { openCache } from '../../../src/system/cache.ts';
import { record, makeContent } from '../../support/content-folder.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

function articleOf(what: string): string {
  return record(`title: A ${what}`, 'date: 2021', 'people: []', 'places: []', 'topics: []');
}

test('a record that has not changed since it was read is not read again until its text is asked for', async () => {
  const root = await makeContent({
    'articles/2021/ferry.md': articleOf('ferry'),
  });
  const file = join(root, 'articles/2021/ferry.md');
  const cache = openCache(await makeFolder());
  const first = await readContent(root, { allowsRemoval: true, cache });
  const digest = first.digests.get(file) ?? '';
  const state = first.state.get(file) ?? '';
  const findArticle = ({ content }: typeof first) => content.articles.find(({ id }) => id === '2021/ferry');
  const remembered = new Map<string, Remembered>([[file, [state, digest]]]);

  const again = await readContent(root, { allowsRemoval: true, cache, remembered });
  expect(again.digests).toEqual(first.digests);
  expect(again.content).toEqual(first.content);
  expect(findArticle(again)?.body).toBe(findArticle(first)?.body);

  // Nobody can change a file and leave its state as it was: the state is taken for the one before.
  await writeFile(file, articleOf('boat'));
  const changed = new Map<string, Remembered>([[file, [readContentState(root).get(file) ?? '', digest]]]);
  const trusting = await readContent(root, { allowsRemoval: true, cache, remembered: changed });
  expect(findArticle(trusting)?.data.title).toBe('A ferry');
  expect(() => findArticle(trusting)?.body).toThrow(/ferry\.md:1:1: found a record whose SHA-256 is now/);
  const distrusting = await readContent(root, { allowsRemoval: true, cache, remembered });
  expect(findArticle(distrusting)?.data.title).toBe('A boat');
});

test('the state of a record tells a file that was replaced by one of the same size and time', async () => {
  const root = await makeContent({
    'articles/2021/ferry.md': articleOf('ferry'),
  });
  const file = join(root, 'articles/2021/ferry.md');
  utimesSync(file, 1e9, 1e9);
  const before = readContentState(root).get(file);
  await writeFile(join(root, 'other'), articleOf('fairy'));
  utimesSync(join(root, 'other'), 1e9, 1e9);
  await rename(join(root, 'other'), file);
  const after = readContentState(root).get(file);
  expect(after?.split(' ').slice(0, 2)).toEqual(before?.split(' ').slice(0, 2));
  expect(after).not.toBe(before);
});

test.for([
  ['12 1000 1000 7', 3001, true],
  ['12 1000 1000 7', 3000, false],
  ['12 1000 2000 7', 3001, false],
  ['link 12 1000 1000 7', 3001, true],
  ['link 12 1000 2000 7', 3001, false],
  ['12 1000', 3001, true],
  ['12 1000', 2999, false],
  ['not a file', 3001, false],
  ['empty', 3001, true],
] as const)('the state %j, read at %i, is relied on: %j', ([state, read, expected]) => {
  expect(isSettled(state, read)).toBe(expected);
});
