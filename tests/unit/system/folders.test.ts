import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { readContentState } from '../../../src/build/input-state.ts';
import { listRecordFiles } from '../../../src/records/read/list-files.ts';
import { rememberFolders, timePrecision } from '../../../src/system/folders.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('a folder is read again when it has changed, and only then', async () => {
  const root = await makeFolder({ 'fog.md': 'Fog.', 'people/ada.md': 'Ada.' });
  const listFolder = rememberFolders();
  // What has just been changed may change again within the same time.
  expect(listFolder(root)).not.toBe(listFolder(root));
  await setTimeout(timePrecision + 100);
  const kept = listFolder(root);
  expect(kept.map(({ name }) => name)).toEqual(['fog.md', 'people']);
  expect(listFolder(root)).toBe(kept);

  await writeFile(join(root, 'hail.md'), 'Hail.');
  // As archives are unpacked, with the times of their files.
  await utimes(root, 1_600_000_000, 1_600_000_000);
  expect(listFolder(root).map(({ name }) => name)).toEqual(['fog.md', 'hail.md', 'people']);
  await rm(root, { recursive: true });
  expect(() => listFolder(root)).toThrow('ENOENT');
  await mkdir(root);
  expect(listFolder(root)).toEqual([]);
});

test('what is known of folders does not hide changes below them', async () => {
  const root = await makeFolder({ 'articles/fog.md': 'Fog.', 'articles/2021/rain.md': 'Rain.' });
  const listFolder = rememberFolders();
  const readBoth = () => [readContentState(root, { listFolder }), readContentState(root)];
  const ids = () => listRecordFiles(join(root, 'articles'), { listFolder }).files.map(({ id }) => id);
  await setTimeout(timePrecision + 100);
  expect(ids()).toEqual(['2021/rain', 'fog']);
  await writeFile(join(root, 'articles/fog.md'), 'Thick fog.');
  await writeFile(join(root, 'articles/2021/hail.md'), 'Hail.');
  const [before, now] = readBoth();
  expect(before).toEqual(now);
  expect(ids()).toEqual(['2021/hail', '2021/rain', 'fog']);
  await rm(join(root, 'articles/2021'), { recursive: true });
  const [left, there] = readBoth();
  expect(left).toEqual(there);
  expect(ids()).toEqual(['fog']);
});
