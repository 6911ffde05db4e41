import { describe, expect, test } from 'vitest';

import { makeContent, type Changes } from '../support/content-folder.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runCommand } from '../support/run-command.ts';
import { runWarm } from '../support/warm-commands.ts';

const authority = (...lines: string[]) => ['---', 'description: Made up', ...lines, '---', ''].join('\n');

/** A valid folder with one of each kind of doubtful tag, by the position at which it has to be reported. */
const doubtful: Changes = {
  'articles/2021/ferry.md': [
    '---',
    'title: A ferry to Osmark',
    'date: 2021',
    'people:',
    '  - ada-lind',
    '  - ada-holm',
    'places: [norhaven, osmark]',
    'topics: [trade]',
    '---',
    '',
    'The ferry to Norhaven left at noon.',
    '',
    '> It had waited for **Tomas',
    '> Berg**, and for Sund.[^1]',
    '',
    '[^1]: The Harbour Board of Osmark said so.',
    '',
  ].join('\r\n'),
  'people/ada-holm.md': authority('name: Ada Holm', 'replacedBy: ada-lind'),
  'people/nils-sund.md': authority('name: Nils Sund', 'variants: [N. Sund, Sund]'),
  'places/sund.md': authority('name: Sund'),
};

const expected = [
  'articles/2021/05/04/harbour-reopens.md:6:17: found the organization "harbour-board", which the text does not name; expected "Harbour Board" in the text. Remove the tag, or add to the record the variant that the text uses.',
  'articles/2021/ferry.md:5:5: found the person "ada-lind", which the text does not name; expected "Ada Lind" or one of its variants in the text. Remove the tag, or add to the record the variant that the text uses.',
  'articles/2021/ferry.md:7:20: found the place "osmark", which the text does not name; expected "Osmark" in the text. Remove the tag, or add to the record the variant that the text uses.',
  'articles/2021/ferry.md:13:23: found "Tomas Berg", a name of the person "tomas-berg"; expected "tomas-berg" in "people". Add the tag, unless the text means another.',
  'articles/2021/ferry.md:14:19: found "Sund", a name of the person "nils-sund" and of the place "sund"; expected a tag for one of them. Add the tag of the one that the text means.',
  'articles/undated/ferry-song.md:5:10: found the place "norhaven", which the text does not name; expected "Norhaven" in the text. Remove the tag, or add to the record the variant that the text uses.',
  'places/sund.md:3:7: found the name "Sund", which people/nils-sund.md also has; expected a name of one record only. Make the names differ, or leave it: in an article with both tags, the name is linked to the first.',
];

async function check(changes: Changes, ...options: string[]) {
  const root = await makeContent(changes);
  const { code, stdout, stderr } = await runWarm('check', root, options);
  const linesOf = (text: string) => text.replaceAll(`${root}/`, '').trim().split('\n');
  return { code, stdout: linesOf(stdout), stderr: linesOf(stderr) };
}

const summary = '3 articles, 4 people, 3 places, 1 organization, 2 topics: no errors';

describe('npm run check -- --tags', () => {
  test('warns by file and line, and counts the warnings', async () => {
    const { code, stdout, stderr } = await check(doubtful, '--tags');
    expect(stdout).toEqual([...expected, `${summary}, 7 warnings.`]);
    expect(stderr).toEqual(['']);
    expect(code).toBe(0);
  });

  test('with --strict refuses what it warns of', async () => {
    const { code, stdout, stderr } = await check(doubtful, '--tags', '--strict');
    expect(stderr).toEqual([...expected, '7 errors in 4 files; nothing was written.']);
    expect(stdout).toEqual(['']);
    expect(code).toBe(1);
  });

  test('finds nothing in the archive of this project, also with --strict', async () => {
    const { code, stdout } = await runCommand('check', fixtures.seed.content, ['--tags', '--strict']);
    expect(stdout).toMatch(/: no errors, 0 warnings\.$/m);
    expect(code).toBe(0);
  });

  test('reports errors first', async () => {
    const { code, stdout, stderr } = await check({ ...doubtful, 'places/sund.md': authority() }, '--tags');
    expect(stderr.join('\n')).toMatch(/places\/sund\.md:.+found no "name"/);
    expect(stdout).toEqual(['']);
    expect(code).toBe(1);
  });
});

describe('npm run check for programs', () => {
  const wrong: Changes = {
    'places/sund.md': authority(),
    'articles/2021/50%, a: b.md': 'nothing',
  };

  test('with --json prints one object, findings sorted by file and line', async () => {
    const { code, stdout, stderr } = await check({ ...doubtful, ...wrong }, '--json');
    const report = JSON.parse(stdout.join('\n')) as {
      errors: number;
      warnings: number;
      summary: string;
      findings: object[];
    };
    expect(report).toMatchObject({
      errors: 3,
      warnings: 0,
      summary: '3 errors in 2 files; nothing was written.',
    });
    expect(report.findings).toMatchObject([
      { severity: 'error', file: 'articles/2021/50%, a: b.md', line: 1, column: 1 },
      { severity: 'error', file: 'articles/2021/50%, a: b.md', line: 1, column: 1, found: 'no frontmatter' },
      {
        severity: 'error',
        file: 'places/sund.md',
        found: 'no "name"',
        expected: 'text',
        fix: expect.any(String),
      },
    ]);
    expect([code, stderr]).toEqual([1, ['']]);
  });

  test('with --json says what is doubtful and what was read', async () => {
    const { code, stdout } = await check(doubtful, '--json', '--tags');
    const report = JSON.parse(stdout.join('\n')) as { summary: string; findings: { severity: string }[] };
    expect(report).toMatchObject({ errors: 0, warnings: 7, summary: `${summary}, 7 warnings.` });
    expect(new Set(report.findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(code).toBe(0);
  });

  test('with --format github prints annotations', async () => {
    const { code, stdout } = await check(wrong, '--format', 'github');
    expect(stdout).toEqual([
      expect.stringMatching(
        /^::error file=articles\/2021\/50%25%2C a%3A b\.md,line=1,col=1::found "%25", ",", " ", ":" in/,
      ),
      expect.stringMatching(/^::error file=.+,line=1,col=1::found no frontmatter; expected a line "---", .+/),
      expect.stringMatching(
        /^::error file=places\/sund\.md,line=2,col=1::found no "name"; expected text\. Add /,
      ),
      '3 errors in 2 files; nothing was written.',
    ]);
    expect(code).toBe(1);
    const warned = await check(doubtful, '--format', 'github', '--tags');
    expect(warned.stdout.filter((line) => line.startsWith('::warning file='))).toHaveLength(7);
    expect(warned.code).toBe(0);
  });

  test('rejects an unknown format', async () => {
    for (const form of ['xml', 'toString']) expect((await check({}, '--format', form)).code).toBe(2);
  });
});

test('npm run check does not check tags unless asked to', async () => {
  const { code, stdout } = await check(doubtful);
  expect(stdout).toEqual([`${summary}.`]);
  expect(code).toBe(0);
});

test('other commands reject the options of the check', async () => {
  const { code, stderr } = await runCommand('build', fixtures.seed.content, ['--tags']);
  expect(stderr).toContain('Usage: npm run build');
  expect(code).toBe(2);
});
