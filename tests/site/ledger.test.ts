import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { change, makeContent, record } from '../support/content-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { runWarm } from '../support/warm-commands.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const ferry = 'articles/2021/05/04/ferry.md';
const lines = ['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []'];

const readLedger = (root: string) => readFile(join(root, 'ledger.ndjson'), 'utf8');

/** Commits all of a folder on a day. */
function commit(root: string, date: string): void {
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const git = (...options: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=Ada', '-c', 'user.email=ada@localhost', ...options], {
      env,
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Publish');
}

test('npm run ledger enters what is new, on the day of the commit', async () => {
  const root = await makeContent();
  commit(root, '2021-06-01T23:30:00-11:00');
  const first = await runCommand('ledger', root, [], { TZ: 'Asia/Tokyo' });
  expect(first.stdout).toBe('9 entries added; the ledger has 9 addresses.\n');
  const entered = await readLedger(root);
  expect(entered.match(/"date":"2021-06-01"/g)).toHaveLength(9);

  await change(root, { [ferry]: record(...lines) });
  const uncommitted = await runWarm('ledger', root);
  expect(uncommitted.code).toBe(1);
  expect(uncommitted.stderr).toMatch(/uncommitted changes:\n\?\? articles\/.+ferry\.md\nCommit it, or give/);
  expect(await readLedger(root)).toBe(entered);

  const second = await runWarm('ledger', root, ['--date', '2021-06-02']);
  expect(second.stdout).toBe('1 entry added; the ledger has 10 addresses.\n');
  expect(await readLedger(root)).toMatch(/^\{"path":"articles\/2021\/05\/04\/ferry\/","date":"2021-06-02",/);
});

test('npm run ledger rejects a folder without a commit, and an invalid day', async () => {
  const root = await makeContent();
  const { code, stderr } = await runWarm('ledger', root);
  expect([code, stderr]).toEqual([1, expect.stringContaining('is in no commit')]);
  expect((await runWarm('ledger', root, ['--date', '2021-02-30'])).code).toBe(2);
});

test('check and build reject an archive from which something published has disappeared', async () => {
  const root = await makeContent({ [ferry]: record(...lines) });
  await runWarm('ledger', root, ['--date', '2021-06-02']);
  await rm(join(root, ferry));
  for (const options of [[], ['--published']]) {
    const { code, stderr } = await runWarm('check', root, options);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'found articles/2021/05/04/ferry/, published on 2021-06-02, where there is nothing now',
    );
  }
  const dist = join(await makeFolder(), 'dist');
  const built = await runWarm('build', root, ['--out-dir', dist]);
  expect(built.code).toBe(1);
  expect(built.stderr).toContain('where there is nothing now');
});

test('check --published rejects what is not in the ledger yet', async () => {
  const root = await makeContent();
  const before = await runWarm('check', root, ['--published']);
  expect(before.code).toBe(1);
  expect(before.stderr).toMatch(
    /people\/ada-lind\.md:1:1: found people\/ada-lind\/, which is not in the ledger/,
  );
  expect((await runWarm('check', root)).code).toBe(0);
  await runWarm('ledger', root, ['--date', '2021-06-02']);
  expect((await runWarm('check', root, ['--published'])).code).toBe(0);
});
