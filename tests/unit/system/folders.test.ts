import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { readContentState } from '../../../src/build/input-state.ts';
import { listRecordFiles } from '../../../src/records/read/list-files.ts';
import { followFolders, rememberFolders, timePrecision } from '../../../src/system/folders.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('a folder that is followed is read once until it changes, with the states of its files; any other each time', async () => {
  const root = await makeFolder({ 'articles/fog.md': 'Fog.', 'articles/2021/rain.md': 'Rain.' });
  const articles = join(root, 'articles');
  const folders = followFolders();
  for (const folder of [root, articles, join(articles, '2021')]) folders.follow(folder);
  const before = readContentState(root, { folders });
  const ids = () => listRecordFiles(articles, { folders }).files.map(({ id }) => id);
  expect(ids()).toEqual(['2021/rain', 'fog']);

  await writeFile(join(articles, 'fog.md'), 'Thick fog.');
  await mkdir(join(articles, '2022'));
  await writeFile(join(articles, '2022/hail.md'), 'Hail.');
  expect(readContentState(root, { folders })).toEqual(before);
  expect(ids()).toEqual(['2021/rain', 'fog']);

  folders.follow(articles);
  expect(readContentState(root, { folders })).toEqual(readContentState(root));
  expect(ids()).toEqual(['2021/rain', '2022/hail', 'fog']);
  // Nobody follows this one.
  await writeFile(join(articles, '2022/snow.md'), 'Snow.');
  expect(ids()).toEqual(['2021/rain', '2022/hail', '2022/snow', 'fog']);

  await rm(join(articles, '2021/rain.md'));
  expect(ids()).toContain('2021/rain');
  folders.unfollow(join(articles, '2021'));
  expect(ids()).toEqual(['2022/hail', '2022/snow', 'fog']);
});

test('what a link leads to is looked at each time, since it changes without the folder', async () => {
  const elsewhere = await makeFolder({ 'ada.md': 'Ada.' });
  const root = await makeFolder({ 'people/tomas.md': 'Tomas.' });
  await symlink(join(elsewhere, 'ada.md'), join(root, 'people/ada.md'));
  const folders = followFolders();
  folders.follow(join(root, 'people'));
  readContentState(root, { folders });
  await writeFile(join(elsewhere, 'ada.md'), 'Ada Lind.');
  expect(readContentState(root, { folders })).toEqual(readContentState(root));
});

test('a folder that has changed is listed again, also when it changes while its time stays the same', async () => {
  const root = await makeFolder({ 'fog.md': 'Fog.', 'people/ada.md': 'Ada.' });
  const folders = rememberFolders();
  const names = () => folders.list(root).map(({ name }) => name);
  const change = async (file: string) => {
    await writeFile(join(root, file), 'x');
    // As on a file system that keeps times to the second.
    await utimes(root, 1_600_000_000, 1_600_000_000);
  };
  await change('hail.md');
  expect(names()).toEqual(['fog.md', 'hail.md', 'people']);
  await change('rain.md');
  expect(names()).toEqual(['fog.md', 'hail.md', 'people', 'rain.md']);
  await setTimeout(timePrecision + 100);
  const kept = folders.list(root);
  expect(folders.list(root)).toBe(kept);
  await rm(join(root, 'rain.md'));
  expect(names()).toEqual(['fog.md', 'hail.md', 'people']);
});
