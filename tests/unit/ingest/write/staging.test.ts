import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { openStaging } from '../../../../src/ingest/write/staging.ts';
import { makeArchive, readFolder, writeFiles } from '../run-ingest.ts';

describe('openStaging', () => {
  test('removes what a run that has ended left behind, and nothing of one that goes on', async () => {
    const root = await makeArchive();
    await writeFiles(root, { '.ingest/999999999-x/0': 'half', [`.ingest/${process.pid}-y/0`]: 'mine' });
    const staging = await openStaging(root);
    const folders = await readdir(join(root, '.ingest'));
    expect(folders).toHaveLength(2);
    for (const folder of folders.filter((name) => name !== `${process.pid}-y`)) {
      expect((await stat(join(root, '.ingest', folder))).mode & 0o077).toBe(0);
    }
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
    await expect(staging.publish(() => {})).rejects.toThrow('was not overwritten');
    staging.remove();
    expect((await readFolder(root)).get('articles/2001/a.md')).toBe('made meanwhile');
  });

  test('writes over no source text of a run that goes on at the same time', async () => {
    const root = await makeArchive();
    const [one, other] = [await openStaging(root), await openStaging(root)];
    await one.prepare('sources/2001/a.txt', 'received by one');
    await other.prepare('sources/2001/a.txt', 'received by another');
    await other.publish(() => {});
    await expect(one.publish(() => {})).rejects.toThrow('was not overwritten');
    expect((await readFolder(root)).get('sources/2001/a.txt')).toBe('received by another');
    one.remove();
    other.remove();
  });

  test('goes on where a run was broken off between a source text and its entry', async () => {
    const root = await makeArchive({ 'sources/2001/a.txt': 'received' });
    const staging = await openStaging(root);
    await staging.prepare('sources/2001/a.txt', 'received');
    await staging.prepare('articles/2001/a.md', 'entry');
    await staging.publish(() => {});
    staging.remove();
    expect((await readFolder(root)).get('articles/2001/a.md')).toBe('entry');
  });

  test('tells of a disk that refuses', async () => {
    const root = await makeArchive();
    const staging = await openStaging(root);
    const [folder = ''] = await readdir(join(root, '.ingest'));
    await mkdir(join(root, '.ingest', folder, '0'));
    const prepare = async () => {
      await staging.prepare('articles/2001/a.md', 'x');
      await staging.publish(() => {});
    };
    await expect(prepare()).rejects.toThrow('EISDIR');
    staging.remove();
  });
});
