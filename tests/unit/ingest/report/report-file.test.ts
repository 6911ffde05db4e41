import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { findReportTarget } from '../../../../src/ingest/report/report-target.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../run-ingest.ts';

const text = 'Title: One\nDate: 2004-05-01\n\nA text.\n';

describe('findReportTarget', () => {
  test('refuses what would write over the archive or what is taken in', async () => {
    const root = await makeArchive({ 'articles/2004/05/01/one.md': 'x' });
    const folder = await makeFolder();
    await writeFiles(folder, { 'in.txt': text, 'received/in.txt': text });
    await symlink(join(folder, 'in.txt'), join(folder, 'link'));
    await symlink(root, join(folder, 'archive'));
    const names = [join(folder, 'in.txt'), join(folder, 'received'), '-'];
    const find = (report: string) => findReportTarget(report, root, names);
    for (const [report, reason] of [
      [join(root, 'articles/2004/05/01/one.md'), 'is in the content folder'],
      [join(root, 'report'), 'is in the content folder'],
      [join(folder, 'archive/report'), 'is in the content folder'],
      [join(folder, 'in.txt'), 'one of the files to ingest'],
      [join(folder, 'link'), 'one of the files to ingest'],
      [join(folder, 'received/report'), 'one of the files to ingest'],
      [folder, 'is not a file'],
      ['/dev/null', 'is not a file'],
      [join(folder, 'nowhere/report'), 'does not exist'],
    ] as const) {
      expect(() => find(report), report).toThrow(reason);
    }
    expect(find(join(folder, 'in.txt.report'))).toBe(join(folder, 'in.txt.report'));
    expect(find(join(folder, 'received-report'))).toBe(join(folder, 'received-report'));
  });
});

describe('--report', () => {
  test('is refused before anything is read or written when it cannot be there', async () => {
    const root = await makeArchive();
    const folder = await makeFolder();
    await writeFiles(folder, { 'in.txt': text, 'other.txt': text, 'novel.txt': 'Chapter one' });
    const before = [await readFolder(root), await readFolder(folder)];
    for (const [options, reason] of [
      [['--dry-run', '--report', join(root, 'site.yaml')], 'is in the content folder'],
      [['--report', join(folder, 'in.txt')], 'one of the files to ingest'],
      [['--report', join(folder, 'other.txt/report')], 'cannot be written'],
      [['--report', join(folder, 'novel.txt')], 'something else than a report'],
    ] as const) {
      const { code, stderr } = await ingest(root, [...options, join(folder, 'in.txt')]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
    }
    expect([await readFolder(root), await readFolder(folder)]).toEqual(before);
  });

  test('takes the place of an earlier one, and leaves nothing beside it', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { report: '{"outcome":"skipped","file":"earlier.txt"}\n' });
    expect((await ingest(await makeArchive(), ['--report', join(folder, 'report'), '-'], text)).code).toBe(0);
    const files = await readFolder(folder);
    expect([...files.keys()]).toEqual(['report']);
    expect(JSON.parse(files.get('report') ?? '')).toMatchObject({
      outcome: 'written',
      file: '-',
      id: '2004/05/01/one',
    });
  });

  const other = '/dev/shm';
  const isOther = existsSync(other) && statSync(other).dev !== statSync(tmpdir()).dev;
  test.runIf(isOther)('may be on another disk than the archive', async () => {
    const folder = join(other, `dateline-${process.pid}`);
    await mkdir(folder);
    onTestFinished(() => rm(folder, { recursive: true }));
    const report = join(folder, 'report');
    expect((await ingest(await makeArchive(), ['--report', report, '-'], text)).code).toBe(0);
    expect(await readFile(report, 'utf8')).toContain('"outcome":"written"');
  });
});
