import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

import { openCache, type Cache } from '../../../src/system/cache.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

let root: string;
let cache: Cache;
let damaged: string[];

beforeEach(async () => {
  root = await makeFolder();
  damaged = [];
  cache = openCache(root, (file) => damaged.push(file));
});

/** What may happen to a file that is kept. */
const damages: [string, (file: string) => Promise<void>][] = [
  ['empty', (file) => truncate(file, 0)],
  ['cut', (file) => truncate(file, 12)],
  [
    'without its last line',
    async (file) => writeFile(file, (await readFile(file, 'utf8')).split('\n').slice(1, -2).join('\n')),
  ],
  [
    'changed by one character',
    async (file) => writeFile(file, (await readFile(file, 'utf8')).replace('One', 'Ono')),
  ],
  ['no text', (file) => writeFile(file, new Uint8Array([0xff, 0x00, 0x0a, 0x20, 0x0a]))],
  [
    'a folder',
    async (file) => {
      await rm(file);
      await mkdir(join(file, 'inner'), { recursive: true });
    },
  ],
  [
    'a link to itself',
    async (file) => {
      await rm(file);
      await symlink(file, file);
    },
  ],
  [
    'a link to nothing',
    async (file) => {
      await rm(file);
      await symlink(join(dirname(file), 'nothing'), file);
    },
  ],
];

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

  test('has keys of any characters', async () => {
    const keys = ['', '"', '\\', 'a\\', '","', 'line\nfeed', 'é 港 \u2028', '\ud800'];
    const values = new Map(keys.map((key) => [key, { key }]));
    await cache.table('keys').write(values);
    expect(await cache.table('keys').read()).toEqual(values);
    expect(await cache.table('keys').read((key) => key === '","')).toEqual(
      new Map([['","', { key: '","' }]]),
    );
    const other = openCache(join(root, 'other'), undefined, [root]);
    const stored = await other.table('keys').findStored(() => true);
    expect(new Map(Array.from(stored, ([key, value]) => [key, value.read()]))).toEqual(values);
    other.close();
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

  test.for(damages)('is empty, and its file removed, when that is %s', async ([, damage]) => {
    await cache.table('texts').write(entries);
    const file = join(root, 'texts.ndjson');
    await damage(file);
    expect(await cache.table('texts').read()).toEqual(new Map());
    expect(damaged).toEqual([file]);
    expect(await readdir(root)).toEqual([]);
    await cache.table('texts').write(entries);
    expect(await cache.table('texts').read()).toEqual(new Map(entries));
    expect(damaged).toEqual([file]);
  });

  test.for(damages)('replaces its file, without being read before, when that is %s', async ([, damage]) => {
    await cache.table('texts').write(entries);
    await damage(join(root, 'texts.ndjson'));
    await cache.table('texts').write(entries);
    expect(await cache.table('texts').read()).toEqual(new Map(entries));
  });

  test('is empty when its file is gone, which is no damage', async () => {
    await cache.table('texts').write(entries);
    await rm(join(root, 'texts.ndjson'));
    expect(await cache.table('texts').read()).toEqual(new Map());
    expect(damaged).toEqual([]);
  });

  test('leaves a damaged file alone when nobody is told of it', async () => {
    await writeFile(join(root, 'texts.ndjson'), 'damaged');
    expect(await openCache(root).table('texts').read()).toEqual(new Map());
    expect(await readdir(root)).toEqual(['texts.ndjson']);
  });
});

describe('folders of a cache', () => {
  const make = (text: string) => (folder: string) => writeFile(join(folder, 'a.txt'), text);

  test('are found by their keys once they are made', async () => {
    const folders = cache.folders('parts');
    expect(await folders.find('1')).toBeUndefined();
    const folder = await folders.make('1', make('one'));
    expect(await folders.find('1')).toBe(folder);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('one');
  });

  test('are not found when making them failed', async () => {
    const folders = cache.folders('parts');
    const fail = async (folder: string) => {
      await writeFile(join(folder, 'a.txt'), 'half');
      throw new Error('no more');
    };
    await expect(folders.make('1', fail)).rejects.toThrow('no more');
    expect(await folders.find('1')).toBeUndefined();
    expect(await readdir(join(root, 'parts'))).toEqual([]);
    const folder = await folders.make('1', make('whole'));
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('whole');
  });

  test('are removed when they are no longer used', async () => {
    const folders = cache.folders('parts');
    await folders.make('1', make('one'));
    await folders.make('2', make('two'));
    await folders.keepOnly(['2', '3']);
    expect(await readdir(join(root, 'parts'))).toEqual(['2']);
  });

  test.for(damages)('are not found when a file in one is %s', async ([, damage]) => {
    const folders = cache.folders('parts');
    const folder = await folders.make('1', make('One with a text'));
    await damage(join(folder, 'a.txt'));
    expect(await folders.find('1')).toBeUndefined();
    expect(damaged).toEqual([join(folder, 'a.txt')]);
    await folders.make('1', make('One with a text'));
    expect(await folders.find('1')).toBe(folder);
  });

  test.for([
    ['lacks a file', (folder: string) => rm(join(folder, 'a.txt')), 'a.txt'],
    ['has another file', (folder: string) => writeFile(join(folder, 'b.txt'), ''), 'b.txt'],
    ['lacks its checksums', (folder: string) => rm(join(folder, 'sums.ndjson')), 'sums.ndjson'],
  ] as const)('are not found when one %s', async ([, damage, file]) => {
    const folders = cache.folders('parts');
    const folder = await folders.make('1', make('one'));
    await damage(folder);
    expect(await folders.find('1')).toBeUndefined();
    expect(damaged).toEqual([join(folder, file)]);
  });

  test.for(damages)('are made where what should be a folder is %s', async ([, damage]) => {
    const folder = join(root, 'parts', '1');
    for (const place of [folder, join(root, 'parts')]) {
      await rm(join(root, 'parts'), { recursive: true, force: true });
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, 'One file that is long enough to be cut');
      await damage(place);
      const folders = cache.folders('parts');
      expect(await folders.find('1')).toBeUndefined();
      expect(await folders.make('1', make('one'))).toBe(folder);
      expect(await folders.find('1')).toBe(folder);
    }
  });
});
