import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { createTemporaryCopies } from '../../../../src/ingest/read/temporary-copies.ts';
import { listReceivedFiles } from '../../../../src/ingest/read/list-received-files.ts';
import { makeFolder, writeFiles } from '../run-ingest.ts';

function list(...names: string[]) {
  const copies = createTemporaryCopies();
  onTestFinished(() => copies.remove());
  return listReceivedFiles(names, copies);
}

describe('listReceivedFiles', () => {
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
    const listed = await list(folder);
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
    expect(await list(join(folder, 'link'))).toMatchObject([{ kind: 'file', file: { size: 1 } }]);
    expect(await list(join(folder, 'b\u001b[2J.txt'))).toMatchObject([
      { kind: 'failed', failure: { origin: { file: join(folder, 'b�[2J.txt') }, found: 'no such file' } },
    ]);
  });

  test('reads a pipe that is named, as a shell makes one of a command', async () => {
    const folder = await makeFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [[listed]] = await Promise.all([list(pipe), writeFile(pipe, 'A text.\n')]);
    const { file } = listed as Extract<typeof listed, { kind: 'file' }>;
    expect(file).toMatchObject({ name: pipe, size: 8 });
    expect(await readFile(file.path, 'utf8')).toBe('A text.\n');
  });

  test('skips what a browser saved beside a page', async () => {
    const folder = await makeFolder();
    const names = ['Fire.html', 'Fire_files/a.js', 'Fog.htm', 'Fog_files/a.css', 'case_files/a.txt'];
    await writeFiles(folder, Object.fromEntries(names.map((name) => [name, 'a'])));
    expect(await list(folder)).toMatchObject([
      { file: { name: join(folder, 'Fire.html') } },
      { origin: { file: join(folder, 'Fire_files') }, reason: 'files that belong to a saved web page' },
      { file: { name: join(folder, 'Fog.htm') } },
      { origin: { file: join(folder, 'Fog_files') }, reason: 'files that belong to a saved web page' },
      { file: { name: join(folder, 'case_files/a.txt') } },
    ]);
  });

  test('says of a folder that has no files that it has none', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'empty/deeper'), { recursive: true });
    expect(await list(join(folder, 'empty'))).toEqual([
      {
        kind: 'skipped',
        origin: { file: join(folder, 'empty'), line: 1 },
        reason: 'a folder without files',
      },
    ]);
  });

  // Elsewhere such a file cannot be made.
  test.runIf(process.platform === 'linux')(
    'tells of a file whose name is not in UTF-8, and what to do',
    async () => {
      const folder = await makeFolder();
      const name = Buffer.from('Zürich.txt', 'latin1');
      await writeFile(Buffer.concat([Buffer.from(`${folder}/`), name]), 'A text.');
      expect(await list(folder)).toMatchObject([
        {
          kind: 'failed',
          failure: {
            origin: { file: join(folder, 'Z\uFFFDrich.txt') },
            found: 'a file name that is not UTF-8',
            fix: expect.stringContaining('Rename the file') as string,
          },
        },
      ]);
    },
  );
});
