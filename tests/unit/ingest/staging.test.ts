import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { openStaging } from '../../../src/ingest/staging.ts';
import { makeArchive, readFolder, writeFiles } from './run-ingest.ts';

describe('openStaging', () => {
  test('removes what a run that has ended left behind, and nothing of one that goes on', async () => {
    const root = await makeArchive();
    await writeFiles(root, { '.ingest/999999999-x/0': 'half', [`.ingest/${process.pid}-y/0`]: 'mine' });
    const staging = await openStaging(root);
    expect(await readdir(join(root, '.ingest'))).toHaveLength(2);
    expect((await stat(staging.pathOf('.'))).mode & 0o077).toBe(0);
    staging.remove();
    expect(await readdir(join(root, '.ingest'))).toEqual([`${process.pid}-y`]);
  });

  test('puts files in their places, and leaves nothing else', async () => {
    const root = await makeArchive();
    const staging = await openStaging(root);
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        staging.prepare(`sources/2001/${index}.txt`, `text ${index}`),
      ),
    );
    expect([...(await readFolder(root)).keys()].some((path) => path.startsWith('sources'))).toBe(false);
    let files = 0;
    await staging.publish(() => files++);
    staging.remove();
    const written = await readFolder(root);
    expect([files, written.size, written.get('sources/2001/42.txt')]).toEqual([100, 101, 'text 42']);
  });

  test('writes over no entry', async () => {
    const root = await makeArchive();
    const staging = await openStaging(root);
    await staging.prepare('articles/2001/a.md', 'new');
    await writeFiles(root, { 'articles/2001/a.md': 'made meanwhile' });
    await expect(staging.publish(() => {})).rejects.toThrow('is not written over');
    staging.remove();
    expect((await readFolder(root)).get('articles/2001/a.md')).toBe('made meanwhile');
  });

  test('tells of a disk that refuses', async () => {
    const root = await makeArchive();
    const staging = await openStaging(root);
    await mkdir(staging.pathOf('0'));
    const prepare = async () => {
      await staging.prepare('articles/2001/a.md', 'x');
      await staging.publish(() => {});
    };
    await expect(prepare()).rejects.toThrow('EISDIR');
    staging.remove();
  });
});
