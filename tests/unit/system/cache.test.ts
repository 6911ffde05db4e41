import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

import { openCache, type Cache } from '../../../src/system/cache.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

let root: string;
let cache: Cache;

beforeEach(async () => {
  root = await makeFolder();
  cache = openCache(root);
});

describe('a table of a cache', () => {
  const entries: [string, unknown][] = [
    ['a', { title: 'One\u2028two\u2029three\nfour', list: [1, null] }],
    ['b', ''],
  ];

  test('gives back what was written, and what is wanted of it', async () => {
    await cache.table('texts').write(entries);
    expect(await cache.table('texts').read()).toEqual(new Map(entries));
    expect(await cache.table('texts').read((key) => key === 'b')).toEqual(new Map([['b', '']]));
  });

  test('is empty before anything is written', async () => {
    expect(await cache.table('texts').read()).toEqual(new Map());
  });

  test('holds what was written last and nothing else', async () => {
    await cache.table('texts').write(entries);
    await cache.table('texts').write([['c', 1]]);
    expect(await cache.table('texts').read()).toEqual(new Map([['c', 1]]));
    expect(await readdir(root)).toEqual(['texts.ndjson']);
  });

  test('keeps what it had when writing fails half-way, and leaves nothing beside it', async () => {
    await cache.table('texts').write(entries);
    async function* fail(): AsyncGenerator<[string, unknown]> {
      yield ['c', 1];
      throw new Error('no more');
    }
    await expect(cache.table('texts').write(fail())).rejects.toThrow('no more');
    expect(await cache.table('texts').read()).toEqual(new Map(entries));
    expect(await readdir(root)).toEqual(['texts.ndjson']);
  });

  test.for([
    ['empty', (file: string) => truncate(file, 0)],
    ['cut', (file: string) => truncate(file, 20)],
    [
      'without its last line',
      async (file: string) => writeFile(file, (await readFile(file, 'utf8')).split('\n')[0] ?? ''),
    ],
    [
      'changed by one character',
      async (file: string) => writeFile(file, (await readFile(file, 'utf8')).replace('One', 'Ono')),
    ],
    ['no text', (file: string) => writeFile(file, new Uint8Array([0xff, 0x00, 0x0a, 0x20, 0x0a]))],
    ['gone', (file: string) => rm(file)],
  ] as const)('is empty when its file is %s', async ([, damage]) => {
    await cache.table('texts').write(entries);
    await damage(join(root, 'texts.ndjson'));
    expect(await cache.table('texts').read()).toEqual(new Map());
  });
});

describe('folders of a cache', () => {
  const make = (text: string) => (folder: string) => writeFile(join(folder, 'a.txt'), text);

  test('are found by their keys once they are made', async () => {
    const folders = cache.folders('parts');
    expect(folders.find('1')).toBeUndefined();
    const folder = await folders.make('1', make('one'));
    expect(folders.find('1')).toBe(folder);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('one');
  });

  test('are not found when making them failed', async () => {
    const folders = cache.folders('parts');
    const fail = async (folder: string) => {
      await writeFile(join(folder, 'a.txt'), 'half');
      throw new Error('no more');
    };
    await expect(folders.make('1', fail)).rejects.toThrow('no more');
    expect(folders.find('1')).toBeUndefined();
    await folders.make('1', make('whole'));
    expect(await readdir(folders.find('1') ?? '')).toEqual(['a.txt']);
  });

  test('are removed when they are no longer used', async () => {
    const folders = cache.folders('parts');
    await folders.make('1', make('one'));
    await folders.make('2', make('two'));
    await folders.keepOnly(['2', '3']);
    expect(await readdir(join(root, 'parts'))).toEqual(['2']);
  });
});
