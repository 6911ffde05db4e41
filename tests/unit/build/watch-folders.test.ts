import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

import { watchFolders } from '../../../src/build/watch-folders.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('tells of each change below a folder: of files that are replaced, and in folders that were made, moved or made again', async () => {
  const root = await makeFolder({ 'articles/2021/fog.md': 'Fog.' });
  const onChange = vi.fn();
  const onError = vi.fn();
  const endWatching = watchFolders(root, onChange, onError);
  const expectChange = async (change: () => Promise<unknown>) => {
    onChange.mockClear();
    await change();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 20_000 });
  };
  const write = (file: string, text: string) => expectChange(() => writeFile(join(root, file), text));

  await write('articles/2021/fog.md', 'Thick fog.');
  // As editors save.
  await write('articles/2021/fog.md~', 'Thicker fog.');
  await expectChange(() => rename(join(root, 'articles/2021/fog.md~'), join(root, 'articles/2021/fog.md')));
  await write('articles/2021/fog.md', 'Thin fog.');
  await expectChange(() => mkdir(join(root, 'articles/2022/05'), { recursive: true }));
  await write('articles/2022/05/rain.md', 'Rain.');
  await expectChange(() => rename(join(root, 'articles/2022'), join(root, 'articles/2023')));
  await write('articles/2023/05/rain.md', 'More rain.');
  await expectChange(() => rm(join(root, 'articles/2023'), { recursive: true }));
  await expectChange(() => mkdir(join(root, 'articles/2023/05'), { recursive: true }));
  await write('articles/2023/05/hail.md', 'Hail.');
  expect(onError).not.toHaveBeenCalled();
  endWatching();
});
