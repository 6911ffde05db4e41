import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { makeContent, record, type Changes } from '../support/content-folder.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runCommand } from '../support/run-command.ts';
import { runWarm } from '../support/warm-commands.ts';

const article = 'articles/2021/07/18/ferry.md';
const right = ['title: A ferry', 'date: 2021-07-18', 'people: []', 'places: []', 'topics: []'];
/** The valid article with one line replaced or added. */
const changed = (key: string, line: string) =>
  record(...right.filter((each) => !each.startsWith(`${key}:`)), ...(line ? [line] : []));
const authority = (...lines: string[]) =>
  `---\n${['name: Made up', 'description: Made up', ...lines].join('\n')}\n---\n`;

/** One content folder for each kind of error: what is changed in a valid one, and the message. */
const kinds: [string, Changes, RegExp][] = [
  ['a missing field', { [article]: changed('title', '') }, /ferry\.md:2:1: found no "title"; expected text/],
  [
    'a misspelt field',
    { [article]: changed('title', 'titel: A ferry') },
    /:6:1: found the unknown key "titel".+"title"/,
  ],
  [
    'an unknown key',
    { [article]: changed('', 'colour: red') },
    /ferry\.md:7:1: found the unknown key "colour"/,
  ],
  [
    'a tag without a record',
    { [article]: changed('people', 'people: [jane-doo]'), 'people/jane-doe.md': authority() },
    /ferry\.md:6:10: found the person "jane-doo".+Did you mean "jane-doe"\?/,
  ],
  [
    'an impossible date',
    { [article]: changed('date', 'date: 2021-02-30') },
    /:6:7: found date "2021-02-30".+28 days/,
  ],
  [
    'a date of another year',
    { [article]: changed('date', 'date: 2020-07-18') },
    /:6:7: found the date 2020-07-18/,
  ],
  [
    'two ids that differ in case',
    { [article]: record(...right), [article.replace('ferry', 'Ferry')]: record(...right) },
    /differs from "2021\/07\/18\/Ferry" only in case/,
  ],
  [
    'an id with other letters',
    { 'articles/2021/07/18/a_ferry.md': record(...right) },
    /a_ferry\.md:1:1: found "_" in/,
  ],
  [
    'one name of two records',
    { 'places/one.md': authority(), 'places/two.md': authority() },
    /places\/two\.md:2:7: found the name "Made up", which .*places\/one\.md also has/,
  ],
  [
    'a loop of places',
    {
      'places/in.md': '---\nname: In\ndescription: x\nwithin: out\n---\n',
      'places/out.md': '---\nname: Out\ndescription: x\nwithin: in\n---\n',
    },
    /found a loop: in → out → in/,
  ],
  ['a loop of topics', { 'topics/one.md': authority('broader: [one]') }, /found a loop: one → one/],
  [
    'a missing source',
    { [article]: changed('', `source: { file: none.txt, sha256: '${'0'.repeat(64)}' }`) },
    /found the source file "none\.txt", which is not there/,
  ],
  [
    'a source with other bytes',
    { [article]: changed('', `source: { file: a.txt, sha256: '${'0'.repeat(64)}' }`), 'sources/a.txt': 'a' },
    /whose SHA-256 is ca978112/,
  ],
  [
    'frontmatter that is not YAML',
    { [article]: changed('title', 'title: "A ferry') },
    /ferry\.md:\d+:\d+: found invalid YAML/,
  ],
  ['an empty body', { [article]: `---\n${right.join('\n')}\n---\n\n` }, /ferry\.md:1:1: found no text/],
  [
    'invalid UTF-8',
    { [article]: Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff]) },
    /ferry\.md:2:1: found the byte 0xFF at offset 4/,
  ],
  [
    'a NUL',
    { [article]: record(...right, 'summary: a\0b') },
    /ferry\.md:7:11: found the control character U\+0000 \(NUL\)/,
  ],
];

async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-out-')));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('content that is wrong', () => {
  test.each(kinds)('with %s is rejected by the check', async (_kind, changes, said) => {
    const { code, stderr } = await runWarm('check', await makeContent(changes));
    expect(code).toBe(1);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test('is reported in one run, all of it, by the check and by the build with the same messages', async () => {
    // Each kind in its own files, so that none hides another.
    const all = kinds.flatMap(([, changes], index) =>
      Object.entries(changes).map(([path, text]): [string, Changes[string]] => [
        path === article ? path.replace('ferry', `ferry-${index}`) : path,
        text,
      ]),
    );
    const content = await makeContent(Object.fromEntries(all));
    const checked = await runWarm('check', content);
    for (const said of [
      /"titel"/,
      /Made up/,
      /invalid YAML/,
      /a loop/,
      /NUL/,
      /no text/,
      /28 days/,
      /byte 0xFF/,
    ])
      expect(checked.stderr).toMatch(said);
    const folder = await temporaryFolder();
    const built = await runWarm('build', content, ['--out-dir', join(folder, 'dist')]);
    expect(built.code).toBe(1);
    expect(built.stderr).toContain(checked.stderr.trim());
    expect(built.stderr).not.toMatch(/^ {4}at /m);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the commands', () => {
  test('reject unknown options with their usage and exit code 2', async () => {
    const { code, stderr } = await runCommand('build', fixtures.seed.content, ['--outdir', 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: npm run build');
    expect((await runCommand('check', fixtures.seed.content, ['--out-dir', 'x'])).code).toBe(2);
  });

  test('say what they have checked', async () => {
    const { code, stdout } = await runCommand('check', fixtures.seed.content);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ articles?, 4 people, .+: no errors\.$/m);
  });
});
