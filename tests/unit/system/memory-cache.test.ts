import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';

import { openCache } from '../../../src/system/cache.ts';
import { keepInMemory } from '../../../src/system/memory-cache.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('a table is read from the disk once, and then from memory', async () => {
  const root = await makeFolder();
  await openCache(root)
    .table<number>('sizes')
    .write([['a', 1]]);
  const cache = keepInMemory(openCache(root));
  expect(await cache.table('sizes').read()).toEqual(new Map([['a', 1]]));
  await openCache(root)
    .table<number>('sizes')
    .write([['a', 2]]);
  expect(await cache.table('sizes').read()).toEqual(new Map([['a', 1]]));
});

test('what is written is read at once, by key, and does not change with what a reader does to it', async () => {
  const { table } = keepInMemory(openCache(await makeFolder()));
  await table<number>('sizes').write(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  );
  const read = await table<number>('sizes').read();
  read.clear();
  expect(await table('sizes').read((key) => key === 'b')).toEqual(new Map([['b', 2]]));
  expect(await table('others').read()).toEqual(new Map());
});

test('what is written is saved once nothing more is written', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const root = await makeFolder();
  const { table } = keepInMemory(openCache(root));
  const saved = () => readFile(join(root, 'sizes.ndjson'), 'utf8').catch(() => undefined);
  await table<number>('sizes').write([['a', 1]]);
  vi.advanceTimersByTime(4000);
  await table<number>('sizes').write([['a', 2]]);
  vi.advanceTimersByTime(4000);
  expect(await saved()).toBeUndefined();
  vi.advanceTimersByTime(4000);
  await vi.waitFor(async () => expect(await saved()).toContain('["a",2]'));
  expect(await openCache(root).table('sizes').read()).toEqual(new Map([['a', 2]]));
});
