import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { removeUnfinished, unfinishedName, writeFileSafely } from '../../../src/system/write-file.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('a file is written from a text, from bytes and from chunks, in a new folder too', async () => {
  const root = await makeFolder();
  await writeFileSafely(join(root, 'a/b/text'), 'tëxt');
  await writeFileSafely(join(root, 'bytes'), new Uint8Array([1, 2]));
  await writeFileSafely(join(root, 'chunks'), ['one ', 'two']);
  expect(await readFile(join(root, 'a/b/text'), 'utf8')).toBe('tëxt');
  expect([...(await readFile(join(root, 'bytes')))]).toEqual([1, 2]);
  expect(await readFile(join(root, 'chunks'), 'utf8')).toBe('one two');
  expect((await readdir(root)).sort()).toEqual(['a', 'bytes', 'chunks']);
});

test('the file before stays when the content fails half-way', async () => {
  const root = await makeFolder({ 'a.txt': 'before' });
  function* fail() {
    yield 'half';
    throw new Error('no more');
  }
  await expect(writeFileSafely(join(root, 'a.txt'), fail())).rejects.toThrow('no more');
  expect(await readFile(join(root, 'a.txt'), 'utf8')).toBe('before');
  expect(await readdir(root)).toEqual(['a.txt']);
});

test('what a killed process was writing is removed', async () => {
  const root = await makeFolder({ 'a.txt': 'kept' });
  await writeFileSafely(unfinishedName(join(root, 'b.txt')), 'half');
  await removeUnfinished(root);
  expect(await readdir(root)).toEqual(['a.txt']);
});
