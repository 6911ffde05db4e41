import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { makeContent } from '../../support/content-folder.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const article = (text: string) =>
  `---\ntitle: A text\nundated: true\npeople: []\nplaces: []\ntopics: []\n---\n\n${text}\n`;

describe('names', () => {
  test('writes a table, and says how many names there are and what to do next', async () => {
    const root = await makeContent({
      'articles/undated/venn.md': article('They met Admiral Orla Venn at noon.'),
    });
    const out = join(await makeFolder(), 'found.csv');
    const { code, stdout } = await runWarm('names', root, ['--out', out, 'undated/venn']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 name of 1 article (1 person, 0 places, 0 organizations, 0 topics).');
    expect(stdout).toMatch(/Next: write yes, no or "same as ID" .* npm run names -- --apply .*found\.csv/);
    expect(await readFile(out, 'utf8')).toMatch(/^\ufeffdecision,kind,.*\r\n,person,Orla Venn,orla-venn,/);
  });

  test('proposes a table that applies as a whole, as a spreadsheet saves it, and again without a change', async () => {
    const root = await makeContent({
      'articles/undated/a.md': article('They met Admiral Orla Venn at noon. Venn was brief.'),
      'articles/undated/b.md': article('They met Admiral Orla Venn in Oslo. Mr. Venn was late.'),
      'articles/undated/c.md': article('A note was signed by Mr. Venn and by Mayor Per Venn at noon.'),
    });
    const out = join(await makeFolder(), 'found.csv');
    await runWarm('names', root, ['--out', out]);
    const rows: string[][] = parse(await readFile(out), { bom: true });
    const [header = [], ...others] = rows;
    const decided = [header, ...others.map(([, ...cells]) => ['yes', ...cells])];
    const cells = decided.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
    await writeFile(out, `\ufeff${cells.join('\r\n')}\r\n`);
    const first = await runWarm('names', root, ['--apply', out]);
    expect([first.code, first.stderr]).toEqual([0, expect.any(String)]);
    expect(first.stdout).toMatch(
      /^\d+ new records, 0 records with more names, 3 articles tagged, 0 names rejected\.$/m,
    );
    expect(await readFile(join(root, 'articles/undated/b.md'), 'utf8')).toMatch(
      /^people: \[orla-venn\]\nplaces: \[oslo\]$/m,
    );
    expect((await runWarm('check', root, [])).code).toBe(0);
    const second = await runWarm('names', root, ['--apply', out]);
    expect(second.stdout).toMatch(/^0 new records, 0 records with more names, 0 articles tagged/m);
  });

  test('refuses invalid options, other files and unknown articles in one line each, without a stack trace', async () => {
    const root = await makeContent();
    const folder = await makeFolder({ 'notes.csv': 'a,b\n' });
    const run = async (...options: string[]) => {
      const { code, stderr } = await runWarm('names', root, options);
      expect(stderr).not.toContain('    at ');
      return [code, stderr.trim().split('\n')[0]];
    };
    expect(await run('--since', 'May')).toEqual([2, 'Invalid --since "May". Give a day like 2024-05-02.']);
    expect(await run('--language', '??')).toEqual([2, expect.stringContaining('is not a language tag')]);
    expect(await run('--out', join(folder, 'notes.csv'))).toEqual([
      1,
      expect.stringContaining('found a file that is not a table of proposals'),
    ]);
    expect((await runWarm('names', root, ['--out', join(folder, 'x.csv'), '1999/x'])).stderr).toContain(
      'Found no article "1999/x"',
    );
  });
});
