import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { makeContent } from '../support/content-folder.ts';
import { sumFiles } from '../support/read-site.ts';
import { requestOf, runCommand, type CommandName } from '../support/run-command.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { openWarmProcess } from '../support/warm-processes.ts';

test('a process that has run other commands does what one of its own does', async () => {
  const warm = openWarmProcess();
  onTestFinished(() => warm.close());
  const run = (command: CommandName, content: string, options: string[]) =>
    warm.run(requestOf(command, content, options, process.cwd()));
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

  for (const [command, root, options] of [
    ['check', wrong, []],
    ['check', content, ['--tags']],
    ['check', content, ['--tags', '--strict']],
    ['build', content, ['--outdir', 'x']],
    ['ledger', content, ['--date', '2021-02-30']],
    ['table', content, ['people']],
  ] as const)
    expect(await run(command, root, [...options]), command).toEqual(await runCommand(command, root, options));
});
