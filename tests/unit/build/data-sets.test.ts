import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { writeDataFiles } from '../../../src/build/data-sets.ts';
import type { Release } from '../../../src/build/release/release.ts';
import { listDataFiles } from '../../../src/exports/data/data-files.ts';
import { openCache } from '../../../src/system/cache.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { makeArchive } from '../archive/entries.ts';

/** A release that remembers what was written, and takes over what an earlier one has. */
function createRelease(earlier: ReadonlyMap<string, string> = new Map()) {
  const written = new Map<string, string | Uint8Array>();
  const keys = new Map<string, string>();
  const release: Pick<Release, 'takeOver' | 'write'> = {
    takeOver: async (file, key) => earlier.get(file) === key && Boolean(keys.set(file, key)),
    async write(file, content, key = '') {
      written.set(file, content);
      keys.set(file, key);
    },
  };
  return { release: release as Release, written, keys };
}

test('data files are written with their sizes and checksums, and only those that have changed again', async () => {
  const cache = openCache(join(await makeFolder(), 'cache'));
  const list = (title: string, text: string) =>
    listDataFiles(
      makeArchive({ articles: { 'undated/a': { title } }, records: { topics: { war: {} } } }),
      () => text,
    );
  const first = createRelease();
  const listed = await writeDataFiles(list('One', 'A text.'), first.release, cache);
  expect([...first.written.keys()]).toEqual(listed.map(({ name }) => `data/${name}`));
  for (const { name, bytes, sha256 } of listed) {
    const content = first.written.get(`data/${name}`) ?? '';
    expect(bytes).toBe(Buffer.byteLength(content));
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
  }

  const second = createRelease(first.keys);
  expect(await writeDataFiles(list('One', 'A text.'), second.release, cache)).toEqual(listed);
  expect([...second.written.keys()]).toEqual([]);

  const third = createRelease(second.keys);
  await writeDataFiles(list('Two', 'A text.'), third.release, cache);
  expect([...third.written.keys()]).toEqual(['data/articles.ndjson', 'data/articles.csv']);
});
