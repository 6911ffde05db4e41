import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { countChanges, makeEnding, type End } from '../../support/ended-program.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { makePerson, makeTexts } from './make-texts.ts';
import { ingest, makeArchive, makeFolder, readFolder, startIngest, writeFiles } from './run-ingest.ts';

/** Runs `npm run ingest` until a signal ends it. @returns what ended it: the signal, or else its exit code */
async function ingestUntil(
  end: End,
  root: string,
  options: readonly string[],
): Promise<NodeJS.Signals | number | null> {
  const changes = join(await makeFolder(), 'changes');
  const child = startIngest(root, options, await makeEnding(changes, end));
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal ?? code;
}

describe('a run that is ended', () => {
  test('by Ctrl+C while it reads leaves nothing', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, makeTexts(500));
    const root = await makeArchive();
    const before = await readFolder(root);
    const end = { change: 100, signal: 'SIGINT' } as const;
    expect(await ingestUntil(end, root, [join(folder, 'received')])).toBe(130);
    expect(await readFolder(root)).toEqual(before);
  });

  test('by the terminal being closed leaves nothing', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, makeTexts(500));
    const root = await makeArchive();
    const before = await readFolder(root);
    const report = join(folder, 'reports/report');
    const earlier = '{"outcome":"skipped","file":"earlier.txt"}\n';
    await writeFiles(folder, { 'reports/report': earlier });
    const end = { change: 100, signal: 'SIGHUP' } as const;
    expect(await ingestUntil(end, root, ['--report', report, join(folder, 'received')])).toBe(129);
    expect(await readFolder(root)).toEqual(before);
    expect([...(await readFolder(join(folder, 'reports')))]).toEqual([['report', earlier]]);
  });

  test(
    'by kill -9 before any change to a file, and run again, leaves what an undisturbed one does',
    { timeout: 300_000 },
    async () => {
      const folder = await makeFolder();
      await writeFiles(folder, makeTexts(100));
      const options = ['--create-records', 'people,topics', join(folder, 'received')];
      const records = { 'people/ada-brook.md': makePerson('Ada Brook', 'Ms. Brook') };
      const undisturbed = await makeArchive(records);
      const changesFile = join(folder, 'changes');
      await ingest(undisturbed, options, '', await makeEnding(changesFile));
      const changes = countChanges(changesFile);
      const expected = await readFolder(undisturbed);
      const entries = [...expected.keys()].filter((path) => path.startsWith('articles/')).length;
      expect(entries).toBeGreaterThan(80);
      // Each is prepared and put in its place.
      expect(changes).toBeGreaterThan(2 * entries);
      expect(expected.get('topics/gale-3.md')).toBeDefined();
      expect(expected.get('people/nora-holm.md')).toBeDefined();

      const rounds = 10;
      for (let round = 0; round < rounds; round++) {
        const root = await makeArchive(records);
        const change = Math.ceil((changes * (round + 0.5)) / rounds);
        expect(await ingestUntil({ change, signal: 'SIGKILL' }, root, options)).toBe('SIGKILL');
        // What is there so far is whole, and refers to nothing that is not there.
        expect(await runWarm('check', root), `change ${change}`).toMatchObject({ code: 0 });
        await ingest(root, options);
        expect(await readFolder(root), `change ${change}`).toEqual(expected);
      }
    },
  );
});
