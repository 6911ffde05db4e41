import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { runCommand } from '../../support/run-command.ts';
import { makePerson, makeTexts } from './make-texts.ts';
import { ingest, makeArchive, makeFolder, readFolder, startIngest, writeFiles } from './run-ingest.ts';

/** Sends a signal when a folder has more than so many files in it. @returns what ended the command */
async function endWhen(child: ChildProcess, signal: NodeJS.Signals, folder: string, moment: number) {
  let end: number | NodeJS.Signals | null | undefined;
  const ended = new Promise<typeof end>((settle) =>
    child.on('exit', (code, by) => settle((end = by ?? code))),
  );
  while (end === undefined && countFiles(folder) <= moment) await setImmediate();
  child.kill(signal);
  return ended;
}

function countFiles(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

describe('a run that is ended', () => {
  test('by Ctrl+C while it reads leaves nothing', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, makeTexts(500));
    const root = await makeArchive();
    const before = await readFolder(root);
    const child = startIngest(root, [join(folder, 'received')]);
    expect(await endWhen(child, 'SIGINT', join(root, '.ingest'), 100)).toBe(130);
    expect(await readFolder(root)).toEqual(before);
  });

  test('by the terminal being closed leaves nothing', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, makeTexts(500));
    const root = await makeArchive();
    const before = await readFolder(root);
    const report = join(folder, 'reports/report');
    await writeFiles(folder, { 'reports/report': 'of an earlier run' });
    const child = startIngest(root, ['--report', report, join(folder, 'received')]);
    expect(await endWhen(child, 'SIGHUP', join(root, '.ingest'), 100)).toBe(129);
    expect(await readFolder(root)).toEqual(before);
    expect([...(await readFolder(join(folder, 'reports')))]).toEqual([['report', 'of an earlier run']]);
  });

  test(
    'by kill -9 at any moment, and run again, leaves what an undisturbed one does',
    {
      timeout: 300_000,
    },
    async () => {
      const folder = await makeFolder();
      await writeFiles(folder, makeTexts(300));
      const options = ['--create-records', 'people,topics', join(folder, 'received')];
      const records = { 'people/ada-brook.md': makePerson('Ada Brook', 'Ms. Brook') };
      const undisturbed = await makeArchive(records);
      await ingest(undisturbed, options);
      const expected = await readFolder(undisturbed);
      const entries = [...expected.keys()].filter((path) => path.startsWith('articles/')).length;
      expect(entries).toBeGreaterThan(250);
      expect(expected.get('topics/gale-3.md')).toBeDefined();
      expect(expected.get('people/nora-holm.md')).toBeDefined();

      for (let round = 0; round < 10; round++) {
        const root = await makeArchive(records);
        const child = startIngest(root, options);
        // Half of them while it prepares files, half while it puts them in their places.
        const [place, most] = round < 5 ? ['.ingest', 1.5 * entries] : ['articles', 0.5 * entries];
        const end = await endWhen(child, 'SIGKILL', join(root, place), Math.random() * most);
        expect(end, `round ${round}`).toBe('SIGKILL');
        // What is there so far is whole, and refers to nothing that is not there.
        expect(await runCommand('check', root)).toMatchObject({ code: 0 });
        await ingest(root, options);
        expect(await readFolder(root)).toEqual(expected);
      }
    },
  );
});
