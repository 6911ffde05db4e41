import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { makeContent } from '../support/content-folder.ts';
import { sumFiles } from '../support/read-site.ts';
import { requestOf, runCommand, type CommandName, type CommandResult } from '../support/run-command.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { openWarmProcess } from '../support/warm-processes.ts';

const withoutTimes = ({ stderr, ...result }: CommandResult) => ({
  ...result,
  stderr: stderr.replace(/\(\d+\.\d s\)/g, ''),
});

test('a process that has run other commands does what one of its own does', async () => {
  const warm = openWarmProcess();
  onTestFinished(() => warm.close());
  const run = (command: CommandName, content: string, options: readonly string[], input = '') =>
    warm.run({
      ...requestOf(command, content, options, process.cwd()),
      input: Buffer.from(input).toString('base64'),
    });
  const content = await makeContent();
  const elsewhere = await makeContent({
    'site.yaml': 'title: Ailleurs\ndescription: Un autre\nlanguage: fr\nurl: https://example.org/ailleurs/\n',
    'people/ada-lind.md': '---\nname: Ada Lind\ndescription: Mayor\n---\n',
  });
  const wrong = await makeContent({ 'people/ada-lind.md': 'nothing' });
  const [own, other] = [join(await makeFolder(), 'dist'), join(await makeFolder(), 'dist')];
  expect(await runCommand('build', content, ['--out-dir', own])).toMatchObject({ code: 0 });
  const expected = await sumFiles(own);

  // Into one folder, from which each build loads its own bundle.
  const build = (each: string) => run('build', each, ['--out-dir', other, '--allow-removal']);
  expect(await build(content)).toMatchObject({ code: 0 });
  expect(await sumFiles(other)).toEqual(expected);
  expect(await build(elsewhere)).toMatchObject({ code: 0 });
  expect(await readFile(join(other, 'index.html'), 'utf8')).toContain('<title>Ailleurs');
  expect(await build(wrong)).toMatchObject({ code: 1, stderr: expect.stringContaining('ada-lind.md:1:1: ') });
  expect(await build(content)).toMatchObject({ code: 0 });
  expect(await sumFiles(other)).toEqual(expected);

  const text = 'Title: Ferry returns\nDate: 2021-05-04\n\nThe ferry to Osmark is back – at last.\n';
  for (const [command, root, options, input] of [
    ['check', wrong, []],
    ['check', content, ['--tags']],
    ['check', content, ['--tags', '--strict']],
    ['build', content, ['--outdir', 'x']],
    ['ledger', content, ['--date', '2021-02-30']],
    ['table', content, ['people']],
    ['ingest', content, ['--json', '--dry-run', '-'], text],
    ['ingest', content, ['--dry-run', '-'], ''],
    ['new', content, ['--title', 'Ferry returns', '--date', 'May'], text],
  ] as const)
    expect(withoutTimes(await run(command, root, options, input)), command).toEqual(
      withoutTimes(await runCommand(command, root, options, {}, input)),
    );
});
