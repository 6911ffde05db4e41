import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { makeContent } from '../../support/content-folder.ts';
import { runCommand } from '../../support/run-command.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const article = (text: string) =>
  `---\ntitle: A text\nundated: true\npeople: []\nplaces: []\ntopics: []\n---\n\n${text}\n`;

describe('names', () => {
  test('writes a table, and says how many names there are and what to do next', async () => {
    const root = await makeContent({
      'articles/undated/venn.md': article('They met Admiral Orla Venn at noon.'),
    });
    const out = join(await makeFolder(), 'found.csv');
    const { code, stdout } = await runCommand('names', root, ['--out', out, 'undated/venn']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 name of 1 article (1 person, 0 places, 0 organizations).');
    expect(stdout).toMatch(/Next: write yes, no or "same as ID" .* npm run names -- --apply .*found\.csv/);
    expect(await readFile(out, 'utf8')).toMatch(/^\ufeffdecision,kind,.*\r\n,person,Orla Venn,orla-venn,/);
  });

  test('refuses invalid options, other files and unknown articles in one line each, without a stack trace', async () => {
    const root = await makeContent();
    const folder = await makeFolder({ 'notes.csv': 'a,b\n' });
    const run = async (...options: string[]) => {
      const { code, stderr } = await runCommand('names', root, options);
      expect(stderr).not.toContain('    at ');
      return [code, stderr.trim().split('\n')[0]];
    };
    expect(await run('--since', 'May')).toEqual([2, 'Invalid --since "May". Give a day like 2024-05-02.']);
    expect(await run('--language', '??')).toEqual([2, expect.stringContaining('is not a language tag')]);
    expect(await run('--out', join(folder, 'notes.csv'))).toEqual([
      1,
      expect.stringContaining('found a file that is not a table of proposals'),
    ]);
    expect((await runCommand('names', root, ['--out', join(folder, 'x.csv'), '1999/x'])).stderr).toContain(
      'Found no article "1999/x"',
    );
  });
});
