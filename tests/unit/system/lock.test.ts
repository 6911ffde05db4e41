import { lstat, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { lock } from '../../../src/system/lock.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const unexpected = () => expect.unreachable('Nobody else holds the lock.');

test('a lock is held by one at a time', async () => {
  const file = join(await makeFolder(), 'lock');
  const unlock = await lock(file, unexpected);
  // Whoever waits for the first lock releases it.
  const unlockSecond = await lock(file, unlock);
  unlockSecond();
  (await lock(file, unexpected))();
});

describe.for([
  ['a file with anything in it', (file: string) => writeFile(file, 'anything '.repeat(1000))],
  ['a folder', (file: string) => mkdir(join(file, 'inner'), { recursive: true })],
  ['a link to itself', (file: string) => symlink(file, file)],
  ['a link to nothing', (file: string) => symlink(join(file, '../none/none'), file)],
] as const)('where there is %s', ([, place]) => {
  test('a lock is refused, and it stays', async () => {
    const file = join(await makeFolder(), 'lock');
    await place(file);
    const before = await lstat(file);
    await expect(lock(file, unexpected)).rejects.toThrow(
      `${file} is where a build keeps its lock, but something else is there. Move it elsewhere.`,
    );
    expect(await lstat(file)).toMatchObject({ ino: before.ino, size: before.size });
  });

  test('a lock can be had in a folder of caches, and is held by one at a time', async () => {
    const file = join(await makeFolder(), 'lock');
    await place(file);
    const unlock = await lock(file, unexpected, { repairs: true });
    let waited = 0;
    const unlockSecond = await lock(file, () => {
      waited++;
      unlock();
    });
    expect(waited).toBe(1);
    unlockSecond();
  });
});

test('a lock says why it cannot be had', async () => {
  await expect(lock(join(await makeFolder(), 'none/lock'), unexpected)).rejects.toThrow(
    'unable to open database file',
  );
});
