import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { createTemporaryCopies } from '../../../src/ingest/read/temporary-copies.ts';
import { openStaging } from '../../../src/ingest/write/staging.ts';
import { onlyWriting } from '../../hostile/received/take-in.ts';
import { runCommand } from '../../support/run-command.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from './run-ingest.ts';

const text = 'Title: Boats\nDate: 2004-05-06\n\nThe boats are in.\n';
/** All that is below a folder, folders too. */
const listAll = (folder: string) => readdir(folder, { recursive: true });

describe('a content folder with symbolic links in it', () => {
  test.for(['articles', 'articles/2004', 'sources', 'sources/2004/05', 'topics', '.ingest'])(
    'is written to nowhere else: %s',
    async (link) => {
      const outside = await makeFolder();
      // A run removes what one before has left in its own folder.
      if (link === '.ingest') await writeFiles(outside, { '999999999-x/kept.txt': 'kept' });
      const before = await listAll(outside);
      const root = await makeArchive();
      await mkdir(dirname(join(root, link)), { recursive: true });
      await symlink(outside, join(root, link));
      const options = ['--create-records', 'topics', '-'];
      const { code, stdout, stderr } = await ingest(root, options, text.replace('\n\n', '\nTags: Boats\n\n'));
      expect(code).toBe(1);
      expect(stdout + stderr).toMatch(/leads outside the content folder, to |found a symbolic link/);
      expect(stderr).not.toMatch(/\n {4}at /);
      expect(await listAll(outside)).toEqual(before);
    },
  );

  test.for(['articles/2004/05/06/boats.md', 'sources/2004/05/06/boats.txt'])(
    'keeps what a file leads to: %s',
    async (link) => {
      const outside = await makeFolder();
      await writeFiles(outside, { 'kept.txt': 'kept' });
      const root = await makeArchive();
      await mkdir(dirname(join(root, link)), { recursive: true });
      await symlink(join(outside, 'kept.txt'), join(root, link));
      await ingest(root, ['-'], text);
      expect(await readFolder(outside)).toEqual(new Map([['kept.txt', 'kept']]));
    },
  );

  test('is not waited for where a source text is a pipe', async () => {
    const root = await makeArchive();
    await mkdir(join(root, 'sources/2004/05/06'), { recursive: true });
    execFileSync('mkfifo', [join(root, 'sources/2004/05/06/boats.txt')]);
    expect((await ingest(root, ['-'], text)).code).toBe(0);
    expect(await readFile(join(root, 'articles/2004/05/06/boats-2.md'), 'utf8')).toContain('The boats');
  });
});

test('a run starts no other program, and writes nothing outside of the content folder', async () => {
  const [root, folder] = [await makeArchive(), await makeFolder()];
  await writeFiles(folder, { 'a.txt': text });
  const { code, stdout, stderr } = await runCommand('ingest', root, [folder], onlyWriting(root));
  expect(code, stdout + stderr).toBe(0);
  // So the same is refused elsewhere.
  expect((await runCommand('ingest', await makeArchive(), [folder], onlyWriting(root))).code).toBe(1);
});

describe('what an archive has published', () => {
  const digest = createHash('sha256').update('secret').digest('hex');
  const line = (file: string) =>
    `${JSON.stringify({
      ...{ id: '2004/a', url: 'http://localhost/', title: 'A', titleSupplied: false, date: '2004' },
      ...{ people: [], places: [], topics: [], source: { file, sha256: digest }, text: 'A text.' },
    })}\n`;

  test('has its source texts in its own folder', async () => {
    const folder = await makeFolder();
    const files = ['link.txt', 'folder/secret.txt', 'pipe', '../secret.txt', '/etc/passwd'];
    const data = files.map(line).join('');
    await writeFiles(folder, { 'elsewhere/secret.txt': 'secret', 'site/data/a.ndjson': data });
    await mkdir(join(folder, 'site/sources'));
    await symlink('../../elsewhere/secret.txt', join(folder, 'site/sources/link.txt'));
    await symlink('../../elsewhere', join(folder, 'site/sources/folder'));
    execFileSync('mkfifo', [join(folder, 'site/sources/pipe')]);
    const root = await makeArchive();
    const { code, stdout } = await ingest(root, [join(folder, 'site/data/a.ndjson')]);
    expect(code).toBe(1);
    for (const number of files.keys()) {
      const item = `a\\.ndjson:${number + 1}:1: item ${number + 1}: found `;
      expect(stdout).toMatch(new RegExp(`${item}(?:no source text at|a path that leaves)`));
    }
    expect([...(await readFolder(root)).keys()]).toEqual(['site.yaml']);
  });

  test('has ids that are paths of the content folder', async () => {
    const folder = await makeFolder();
    const ids = ['../../a', '/a', '2004/../../a', '2004/A', '2004/a\n', '2004/$(x)', ''];
    const data = ids.map((id) => line('a').replace('"2004/a"', JSON.stringify(id))).join('');
    await writeFiles(folder, { 'data/a.ndjson': data, 'sources/a': 'secret' });
    const root = await makeArchive();
    const { code, stdout } = await ingest(root, ['--format', 'dateline', join(folder, 'data/a.ndjson')]);
    expect(code).toBe(1);
    for (const number of ids.keys()) expect(stdout).toContain(`:${number + 1}:1: item ${number + 1}: found `);
    expect([...(await readFolder(root)).keys()]).toEqual(['site.yaml']);
  });
});

describe('with files that all may write to', () => {
  let before: number;
  beforeAll(() => void (before = process.umask(0)));
  afterAll(() => void process.umask(before));

  test('temporary folders are private all the same', async () => {
    const root = await makeArchive();
    const staging = await openStaging(root);
    onTestFinished(() => staging.remove());
    const copies = createTemporaryCopies();
    onTestFinished(() => copies.remove());
    const copy = await copies.keep(Readable.from(['A text.']));
    const [run = ''] = await readdir(join(root, '.ingest'));
    const private_ = [join(root, '.ingest'), join(root, '.ingest', run), copy, dirname(copy)];
    for (const path of private_) expect((await stat(path)).mode & 0o077, path).toBe(0);
  });
});
