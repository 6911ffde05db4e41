import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { listFiles } from '../../../src/ingest/list-files.ts';
import { makeFolder, writeFiles } from './run-ingest.ts';

describe('listFiles', () => {
  test('lists folders in order of names, follows no links, and passes over what is hidden', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, {
      'b/2.txt': '2',
      'b/10.txt': '10',
      'a.txt': 'a',
      '.DS_Store': '',
      '.git/config': '',
    });
    await symlink(folder, join(folder, 'b/loop'));
    await symlink('/etc/passwd', join(folder, 'link'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const listed = await listFiles([folder], '');
    const told = listed.map((each) =>
      each.kind === 'file'
        ? each.file.name
        : each.kind === 'skipped'
          ? `${each.origin.file}: ${each.reason}`
          : '',
    );
    expect(told.map((line) => line.replace(`${folder}/`, ''))).toEqual([
      'a.txt',
      'b/10.txt',
      'b/2.txt',
      'b/loop: a symbolic link',
      'link: a symbolic link',
      'pipe: not a file',
    ]);
  });

  test('reads a link that is named, and tells of what is not there', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'a.txt': 'a' });
    await symlink(join(folder, 'a.txt'), join(folder, 'link'));
    expect(await listFiles([join(folder, 'link')], '')).toMatchObject([{ kind: 'file', file: { size: 1 } }]);
    expect(await listFiles([join(folder, 'b\u001b[2J.txt')], '')).toMatchObject([
      { kind: 'failed', failure: { origin: { file: join(folder, 'b�[2J.txt') }, found: 'no such file' } },
    ]);
  });
});
