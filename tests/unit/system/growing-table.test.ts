import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';

import { openCache, type Cache } from '../../../src/system/cache.ts';
import { openGrowingTable } from '../../../src/system/growing-table.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

let root: string;
let cache: Cache;
beforeEach(async () => {
  root = await makeFolder();
  cache = openCache(root, () => {});
});

const open = () => openGrowingTable<string>(cache, 'texts');
const entries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index): [string, string] => [
    `key-${from + index}`,
    `text ${from + index}`,
  ]);
/** How many values each file has, besides its checksum. */
const countValues = async () =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(root)).map(async (file) => [
        file,
        (await readFile(join(root, file), 'utf8')).split('\n').length - 2,
      ]),
    ),
  ) as Record<string, number>;

test('what is new is written into a file of its own until it is much', async () => {
  await open().write(entries(0, 80));
  expect(await countValues()).toEqual({ 'texts.ndjson': 80, 'texts-added.ndjson': 0 });
  const { ino } = await stat(join(root, 'texts.ndjson'));
  for (const end of [81, 85, 90]) {
    const table = open();
    await table.read();
    await table.write(entries(0, end));
    expect(await countValues()).toEqual({ 'texts.ndjson': 80, 'texts-added.ndjson': end - 80 });
    expect((await stat(join(root, 'texts.ndjson'))).ino).toBe(ino);
    expect(await open().read()).toEqual(new Map(entries(0, end)));
  }
  const table = open();
  await table.read();
  await table.write(entries(0, 91));
  expect(await countValues()).toEqual({ 'texts.ndjson': 91, 'texts-added.ndjson': 0 });
});

test('what is no longer used goes when it is much', async () => {
  await open().write(entries(0, 80));
  for (const [from, left] of [
    [5, 80],
    [10, 80],
    [11, 69],
  ] as const) {
    const table = open();
    await table.read();
    await table.write(entries(from, 80));
    expect((await countValues())['texts.ndjson']).toBe(left);
    const known = await open().read();
    for (const [key, text] of entries(from, 80)) expect(known.get(key)).toBe(text);
  }
});

test.for(['texts.ndjson', 'texts-added.ndjson'])('is whole again after damage to %s', async (damaged) => {
  await open().write(entries(0, 80));
  const first = open();
  await first.read();
  await first.write(entries(0, 85));
  await writeFile(join(root, damaged), 'damaged');
  const table = open();
  const left = await table.read();
  expect(left.size).toBe(damaged === 'texts.ndjson' ? 5 : 80);
  await table.write(entries(0, 85));
  expect(await open().read()).toEqual(new Map(entries(0, 85)));
});

test('of which nothing is wanted is written again', async () => {
  await open().write(entries(0, 80));
  const table = open();
  expect(await table.read((key) => key.startsWith('other'))).toEqual(new Map());
  await table.write([['other', 'text']]);
  expect(await countValues()).toEqual({ 'texts.ndjson': 1, 'texts-added.ndjson': 0 });
});

test('is read from other caches, too', async () => {
  await open().write(entries(0, 80));
  const first = open();
  await first.read();
  await first.write(entries(0, 85));
  const joined = openCache(await makeFolder(), () => {}, [root]);
  const stored = await openGrowingTable<string>(joined, 'texts').findStored(() => true);
  expect(stored.size).toBe(85);
  expect(stored.get('key-84')?.read()).toBe('text 84');
  joined.close();
});
