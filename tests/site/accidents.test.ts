import { execFile } from 'node:child_process';
import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { change, makeContent, record, type Changes } from '../support/content-folder.ts';
import { runWarm } from '../support/warm-commands.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { readPages, textOf, type BuiltPage } from '../support/read-site.ts';

const lines = ['title: A ferry', 'people: []', 'places: []', 'topics: []'];
const article = (date: string, ...more: string[]) => record(...lines, `date: ${date}`, ...more);
const site = 'title: Made up\ndescription: Made up\nlanguage: en\nurl: http://localhost/\n';

/** What the check reports for a changed folder: one line a problem, paths relative to the folder. */
async function said(changes: Changes): Promise<string[]> {
  const root = await makeContent(changes);
  const { code, stderr } = await runWarm('check', root);
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/^ {4}at /m);
  return stderr.replaceAll(`${root}/`, '').trimEnd().split('\n').slice(0, -1);
}

const conflict = '<<<<<<< HEAD\nThe ferry left at noon.\n=======\nThe ferry left at one.\n>>>>>>> other\n';

describe('an accident in the content', () => {
  test.each([
    [
      'names of files that differ only in case',
      { 'articles/2021/ferry.md': article('2021'), 'articles/2021/FERRY.md': article('2021') },
      [
        /2021\/FERRY\.md:1:1: found "F", "E", "R", "Y" in the id/,
        /2021\/ferry\.md:1:1: found the id .+ only in case/,
      ],
    ],
    [
      'one name composed and decomposed (NFC, NFD)',
      { 'articles/2021/caf\u00e9.md': article('2021'), 'articles/2021/cafe\u0301.md': article('2021') },
      [/cafe\u0301\.md:1:1: found "\u0301" in the id/, /caf\u00e9\.md:1:1: found "\u00e9" in the id/],
    ],
    [
      'a merge conflict in a text',
      { 'articles/2021/ferry.md': `${article('2021')}\n${conflict}` },
      [/^articles\/2021\/ferry\.md:11:1: found a merge conflict marker/],
    ],
    [
      'a merge conflict in frontmatter',
      { 'articles/2021/ferry.md': record(...lines, conflict.trim(), 'date: 2021') },
      [/^articles\/2021\/ferry\.md:6:1: found a merge conflict marker/],
    ],
    [
      'a merge conflict in site.yaml',
      { 'site.yaml': site + conflict },
      [/^site\.yaml:5:1: found a merge conflict marker/],
    ],
    [
      'a copy that another system has left',
      { 'articles/2021/._ferry.md': 'Mac OS X' },
      [/^articles\/2021\/\._ferry\.md:1:1: found a hidden file/],
    ],
    [
      'a text without a date',
      { 'articles/2021/ferry.md': record(...lines) },
      [/^articles\/2021\/ferry\.md:\d:\d: found no "date"/],
    ],
    [
      'a file of nothing',
      { 'articles/2021/ferry.md': '' },
      [/^articles\/2021\/ferry\.md:1:1: found no frontmatter/],
    ],
  ])('is told of: %s', async (_what, changes, expected) => {
    const problems = await said(changes);
    expect(problems).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test('is reported: a source text that is a symbolic link to a file outside the folder', async () => {
    const root = await makeContent({ 'elsewhere.txt': 'The ferry left.' });
    await symlink(join(root, 'elsewhere.txt'), join(root, 'sources/out.txt'));
    const source = `source: { file: out.txt, sha256: ${'a'.repeat(64)} }`;
    await change(root, { 'articles/2021/ferry.md': article('2021', source) });
    const { stderr } = await runWarm('check', root);
    expect(stderr).toMatch(
      /ferry\.md:7:17: found the source file "out\.txt", which a symbolic link puts elsewhere/,
    );
  });

  test('is reported: a file and a folder that cannot be read', async () => {
    const root = await makeContent({
      'articles/2021/a.md': article('2021'),
      'articles/2022/b.md': article('2022'),
    });
    await chmod(root, 0o755);
    await chmod(join(root, 'articles/2021/a.md'), 0);
    await chmod(join(root, 'articles/2022'), 0);
    // Root may read everything.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const env = { ...process.env, ARCHIVE_CONTENT: root };
    const stderr = await new Promise<string>((resolve) => {
      execFile(process.execPath, ['src/commands/check.ts'], { env, ...user }, (_error, _out, text) =>
        resolve(text),
      );
    });
    await chmod(join(root, 'articles/2022'), 0o755);
    expect(stderr).toMatch(/2021\/a\.md:1:1: found a file that cannot be read \(EACCES\)/);
    expect(stderr).toMatch(/articles\/2022:1:1: found a folder that cannot be read \(EACCES\)/);
  });
});

describe('what looks like an accident and is valid', () => {
  const long = Array.from(
    { length: 25_000 },
    (_, index) => `Line ${index} of a long report, ${'word '.repeat(36)}end.`,
  );
  const people = Array.from({ length: 300 }, (_, index) => `person-${index}`);
  const files: Changes = {
    'site.yaml': site,
    'articles/2021/windows.md': `\uFEFF${article('2021')}`.replaceAll('\n', '\r\n'),
    'articles/2021/long.md': `---\n${[...lines, 'date: 2021'].join('\n')}\n---\n\n${long.join('\n\n')}\n`,
    'articles/2021/tagged.md': article('2021').replace('people: []', `people: [${people.join(', ')}]`),
    'articles/0009/early.md': article('0009'),
    'articles/0987/05/04/chronicle.md': article('0987-05-04'),
    'articles/2999/12/31/ahead.md': article('2999-12-31'),
    ...Object.fromEntries(
      people.map((id, index) => [
        `people/${id}.md`,
        `---\nname: Person ${index} of many\ndescription: Made up\n---\n`,
      ]),
    ),
  };

  test(
    'is a right page: line ends, a byte order mark, 5 MB, 300 tags, years far back and ahead, what editors leave',
    { timeout: 300_000 },
    async () => {
      const root = await makeContent(files);
      // While Emacs edits a file, it keeps such a link beside it, which leads nowhere.
      for (const path of ['.#site.yaml', 'articles/2021/.#windows.md', 'sources/.#harbour.txt'])
        await symlink('ada@desk.norhaven.example:4711', join(root, path));
      await symlink('.loop', join(root, '.loop'));
      const dist = join(await makeFolder(), 'dist');
      const { code, stderr } = await runWarm('build', root, ['--out-dir', dist]);
      expect(code, stderr).toBe(0);
      const pages = new Map((await readPages(dist, '/')).map((page) => [page.path, page]));
      const textAt = (path: string) => textOf((pages.get(path) as BuiltPage).document.querySelector('.text'));
      expect(textAt('/articles/2021/windows/')).toBe('The ferry left Norhaven at noon.');
      expect(Buffer.byteLength(String(files['articles/2021/long.md']))).toBeGreaterThan(5_000_000);
      for (const line of [long[0], long[12_345], long.at(-1)])
        expect(textAt('/articles/2021/long/')).toContain(line);
      const tags = pages.get('/articles/2021/tagged/')?.document.querySelectorAll('.tags a');
      expect(tags).toHaveLength(300);
      const dateAt = (path: string) =>
        textOf((pages.get(path) as BuiltPage).document.querySelector('.dateline'));
      expect(dateAt('/articles/0009/early/')).toBe('9');
      expect(dateAt('/articles/0987/05/04/chronicle/')).toMatch(/, 4 May 987$/);
      expect(dateAt('/articles/2999/12/31/ahead/')).toBe('Tuesday, 31 December 2999');
      expect(stderr).toMatch(/^Articles: read 8, published 8, withdrawn 0, refused 0\.$/m);
    },
  );
});

test('every article file is either reported by the check or published', async () => {
  const changes: Changes = {
    'articles/2021/right.md': article('2021'),
    'articles/2021/07/wrong-folder.md': article('2020'),
    'articles/2021/Wrong.md': article('2021'),
    'articles/2021/tag.md': article('2021').replace('topics: []', 'topics: [none]'),
    'articles/2021/notes.txt': 'x',
    'articles/undated/right.md': record(...lines, 'undated: true'),
    'articles/undated/empty.md': `---\n${[...lines, 'undated: true'].join('\n')}\n---\n`,
  };
  const root = await makeContent({ ...changes, 'site.yaml': site });
  const { stderr } = await runWarm('check', root);
  const paths = Object.keys(changes);
  const refused = paths.filter((path) => stderr.includes(`${path}:`));
  expect(refused).toHaveLength(5);
  await change(root, Object.fromEntries(refused.map((path) => [path, null])));
  const dist = join(await makeFolder(), 'dist');
  const built = await runWarm('build', root, ['--out-dir', dist]);
  expect(built.stderr).toContain('Articles: read 4, published 4, withdrawn 0, refused 0.');
  const pages = (await readPages(dist, '/')).map(({ path }) => path);
  for (const path of paths.filter((each) => !refused.includes(each)))
    expect(pages).toContain(`/${path.replace(/\.md$/, '/')}`);
});
