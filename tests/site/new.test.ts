import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { makeContent, problemsIn, type Changes } from '../support/content-folder.ts';
import { makeJpeg, sumOf } from '../support/pictures.ts';
import { sumFiles } from '../support/read-site.ts';
import { runCommand } from '../support/run-command.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { runWarm } from '../support/warm-commands.ts';

/** Runs `npm run new` on a valid folder with some changes. */
async function makeNew(
  options: readonly string[],
  input: string | Uint8Array = 'A text.\n',
  changes: Changes = {},
) {
  const root = await makeContent(changes);
  const before = await sumFiles(root);
  const { code, stdout, stderr } = await runWarm('new', root, options, { input });
  const after = await sumFiles(root);
  return {
    root,
    code,
    stdout: stdout.replaceAll(`${root}/`, ''),
    stderr: stderr.replaceAll(`${root}/`, ''),
    added: Object.keys(after).filter((path) => !(path in before)),
    isUntouched: Object.entries(before).every(([path, sum]) => after[path] === sum),
  };
}

describe('npm run new -- --title', () => {
  test('creates an article that the check accepts, and says where it is', async () => {
    const { root, code, stdout, added, isUntouched } = await makeNew(
      [
        ...['--title', 'Harbour: reopens', '--date', '2021-07-20', '--people', 'ada-lind, tomas-berg'],
        ...[
          '--places',
          'osmark',
          '--places',
          'norhaven',
          '--organizations',
          'harbour-board',
          '--topics',
          'trade',
        ],
        ...[
          '--byline',
          'Doe, Jane',
          '--byline',
          'Ola Nord',
          '--subtitle',
          'After the storm',
          '--dateline',
          'OSMARK',
        ],
        ...['--language', 'de', '--summary', '  A  summary.', '--rights', 'The Post', '--title-supplied'],
        ...['--publications', 'the-post', '--source-url', 'https://example.org/1'],
        ...['--edition', 'late', '--section', 'Business', '--page', 'A12', '--column', '3', '--issue', '007'],
      ],
      '\n\nThe *harbour* was opened.\n\nIt was noon.\n\n\n',
      { 'publications/the-post.md': '---\nname: The Post\ndescription: A newspaper\n---\n' },
    );
    expect(stdout).toBe(
      'articles/2021/07/20/harbour-reopens.md\nhttps://example.org/archive/articles/2021/07/20/harbour-reopens/\n',
    );
    expect(await readFile(join(root, 'articles/2021/07/20/harbour-reopens.md'), 'utf8')).toBe(
      [
        '---',
        'title: "Harbour: reopens"',
        'titleSupplied: true',
        'subtitle: After the storm',
        'date: 2021-07-20',
        'people: [ada-lind, tomas-berg]',
        'places: [osmark, norhaven]',
        'organizations: [harbour-board]',
        'topics: [trade]',
        'byline:',
        '  - Doe, Jane',
        '  - Ola Nord',
        'dateline: OSMARK',
        'language: de',
        'summary: A summary.',
        'source:',
        '  publication: the-post',
        '  issue: "007"',
        '  edition: late',
        '  section: Business',
        '  page: A12',
        '  column: "3"',
        '  url: https://example.org/1',
        'rights: The Post',
        '---',
        '',
        'The *harbour* was opened.',
        '',
        'It was noon.',
        '',
      ].join('\n'),
    );
    expect([code, added, isUntouched]).toEqual([0, ['articles/2021/07/20/harbour-reopens.md'], true]);
    expect(await problemsIn(root)).toEqual([]);
  });

  test.for([
    [['--date', '2021-07'], '2021/07/ferry'],
    [['--date', '2021~'], '2021/ferry'],
    [['--date', '2021-07-18/2021-07-20'], '2021/07/ferry'],
    [['--date', '0987'], '0987/ferry'],
    [['--undated'], 'undated/ferry'],
    [['--undated', '--slug', 'the-ferry'], 'undated/the-ferry'],
  ] as const)('files it by what is known of its date: %s', async ([options, id]) => {
    const { root, added } = await makeNew(['--title', 'Ferry', ...options]);
    expect(added).toEqual([`articles/${id}.md`]);
    expect(await problemsIn(root)).toEqual([]);
  });

  test('takes its text from a file', async () => {
    const root = await makeContent({
      'sources/received.md': '\uFEFFThe ferry left.\r\n\r\nIt was noon.\r\n',
    });
    const options = ['--title', 'Fähre', '--date', '2021', '--text', join(root, 'sources/received.md')];
    expect((await runCommand('new', root, options)).code).toBe(0);
    const text = await readFile(join(root, 'articles/2021/fahre.md'), 'utf8');
    expect(text).toMatch(/---\n\nThe ferry left\.\r\n\r\nIt was noon\.\n$/);
    expect(await problemsIn(root)).toEqual([]);
  });

  test.for<[string, string[], number, RegExp, string?]>([
    [
      'an impossible date',
      ['--date', '2021-02-30'],
      2,
      /^--date is "2021-02-30": 2021-02 has 28 days.+Usage:/s,
    ],
    [
      'a slug that is no address',
      ['--date', '2021', '--slug', '2'],
      2,
      /^--slug is "2", which makes 2021\/2; expected/,
    ],
    ['an unknown option', ['--dat', '2021'], 2, /--dat/],
    [
      'unknown tags, each with the nearest',
      ['--date', '2021', '--people', 'ada-lint', '--topics', 'trad'],
      1,
      /found the person "ada-lint".+Did you mean "ada-lind"\?.+\n.*found the topic "trad".+Did you mean "trade"\?.+\nNothing was written/,
    ],
    ['a tag given twice', ['--date', '2021', '--topics', 'trade,trade'], 1, /"trade" a second time/],
    ['a language in words', ['--date', '2021', '--language', 'my German'], 1, /not a language tag/],
    ['an address that is none', ['--date', '2021', '--source-url', 'example.org'], 1, /not a web address/],
    ['no text', ['--date', '2021'], 1, /^The text: found an empty file.+--text FILE/m, ' \n'],
    [
      'a text that is not there',
      ['--date', '2021', '--text', 'none.md'],
      1,
      /^none\.md: there is no such file/m,
    ],
    ['a control character', ['--date', '2021'], 1, /control character/, 'a\u0007b'],
  ])('refuses %s, and writes nothing', async ([, options, code, message, input]) => {
    const result = await makeNew(['--title', 'Ferry', ...options], input);
    expect(result.stderr.trimStart()).toMatch(message);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect([result.code, result.added, result.isUntouched]).toEqual([code, [], true]);
  });

  test('rejects a text that is not Unicode', async () => {
    const result = await makeNew(
      ['--title', 'Ferry', '--date', '2021'],
      Uint8Array.of(0x46, 0xe4, 0x68, 0x72, 0x65),
    );
    expect(result.stderr).toMatch(/UTF-8/);
    expect([result.code, result.added]).toEqual([1, []]);
  });

  test('never overwrites an article, nor reuses a former address', async () => {
    const moved = ['---', 'title: B', 'date: 2021', 'people: []', 'places: []', 'topics: []'];
    const changes = { 'articles/2021/b.md': [...moved, 'formerIds: [2021/old]', '---', 'B.', ''].join('\n') };
    const there = await makeNew(['--title', 'B', '--date', '2021'], 'Another.', changes);
    expect(there.stderr).toContain('articles/2021/b already exists. Choose another name with --slug.');
    expect([there.code, there.added, there.isUntouched]).toEqual([1, [], true]);
    const former = await makeNew(['--title', 'Old', '--date', '2021'], 'Another.', changes);
    expect(former.stderr).toContain('articles/2021/old is a former address of 2021/b.');
    expect([former.code, former.added]).toEqual([1, []]);
  });

  test('of several that are created at once under one id, one succeeds', async () => {
    const root = await makeContent();
    const results = await Promise.all(
      ['One.', 'Two.', 'Three.'].map((text) =>
        runCommand('new', root, ['--title', 'Ferry', '--date', '2021'], {}, text),
      ),
    );
    expect(results.map(({ code }) => code).sort()).toEqual([0, 1, 1]);
    const winner = results.findIndex(({ code }) => code === 0);
    expect(await readFile(join(root, 'articles/2021/ferry.md'), 'utf8')).toContain(
      ['One.', 'Two.', 'Three.'][winner],
    );
    expect(Object.keys(await sumFiles(root)).filter((path) => path.startsWith('.'))).toEqual([]);
  });

  test('does nothing in an archive that has errors, and reports them', async () => {
    const result = await makeNew(['--title', 'B', '--date', '2021'], 'B.', { 'people/x.md': 'nothing' });
    expect(result.stderr).toMatch(/people\/x\.md:1:1: found no frontmatter/);
    expect([result.code, result.added]).toEqual([1, []]);
  });
});

describe('npm run new for a name', () => {
  test('creates a record that the check accepts', async () => {
    const { root, code, stdout, added } = await makeNew([
      '--person',
      'Jane Doe',
      '--sort-name',
      'Doe, Jane',
      '--variant',
      'Ms. Doe',
      '--description',
      'Harbour master: 2015–2024',
    ]);
    expect(stdout).toBe('people/jane-doe.md\nhttps://example.org/archive/people/jane-doe/\n');
    expect(await readFile(join(root, 'people/jane-doe.md'), 'utf8')).toBe(
      '---\nname: Jane Doe\nsortName: Doe, Jane\nvariants:\n  - Ms. Doe\ndescription: "Harbour master: 2015–2024"\n---\n',
    );
    expect([code, added]).toEqual([0, ['people/jane-doe.md']]);
    expect(await problemsIn(root)).toEqual([]);
  });

  test.for([
    ['place', 'places/zurich.md'],
    ['organization', 'organizations/zurich.md'],
    ['topic', 'topics/zurich.md'],
  ])('makes a record of a %s', async ([kind, path]) => {
    const { root, added } = await makeNew([`--${kind}`, 'Zürich', '--description', 'Made up']);
    expect(added).toEqual([path]);
    expect(await problemsIn(root)).toEqual([]);
  });

  test('creates the record that an article is tagged with already', async () => {
    const article = '---\ntitle: A\ndate: 2021\npeople: [jane-doe]\nplaces: []\ntopics: []\n---\n\nA.\n';
    const { root, code } = await makeNew(['--person', 'Jane Doe', '--description', 'Made up'], '', {
      'articles/2021/a.md': article,
    });
    expect(code).toBe(0);
    expect(await problemsIn(root)).toEqual([]);
  });

  test.for<[string, string[], number, RegExp]>([
    [
      'a slug that is no address',
      ['--person', 'A', '--description', 'x', '--slug', '../A'],
      2,
      /^--slug is "\.\.\/A"/,
    ],
    [
      'a record that is there',
      ['--person', 'Ada Lind', '--description', 'x'],
      1,
      /people\/ada-lind\.md already exists/,
    ],
    [
      'a name that another record has',
      ['--person', 'A. Lind', '--description', 'x'],
      1,
      /found the name "A\. Lind", which .*people\/ada-lind\.md also has/,
    ],
  ])('refuses %s, and writes nothing', async ([, options, code, message]) => {
    const result = await makeNew(options);
    expect(result.stderr.trimStart()).toMatch(message);
    expect([result.code, result.added, result.isUntouched]).toEqual([code, [], true]);
  });
});

test('npm run new writes nothing through a symbolic link that leads out of the archive', async () => {
  const [root, elsewhere] = [await makeContent(), await makeContent()];
  await symlink(join(elsewhere, 'people'), join(root, 'articles/2022'));
  const { code, stderr } = await runCommand('new', root, ['--title', 'B', '--date', '2022'], {}, 'B.');
  expect(stderr).toMatch(/symbolic link|leads out/);
  expect(code).toBe(1);
});

test('npm run new -- --help lists its options', async () => {
  const { code, stdout } = await runCommand('new', await makeContent(), ['--help']);
  for (const option of [
    '--title',
    '--undated',
    '--text',
    '--people',
    '--byline',
    '--person',
    '--variant',
    '--slug',
  ])
    expect(stdout).toContain(option);
  expect(code).toBe(0);
});

describe('npm run new -- --picture', () => {
  const article = ['--title', 'Fog', '--date', '2021-07-20'];

  /** A folder with two pictures, one of which is none. */
  async function makePictures() {
    const [folder, bytes] = [await makeFolder({ 'no.jpg': 'no picture' }), await makeJpeg()];
    await writeFile(join(folder, 'The fog.jpg'), bytes);
    return { fog: join(folder, 'The fog.jpg'), no: join(folder, 'no.jpg'), bytes };
  }

  test('copies a picture and lists it, so that the check accepts both', async () => {
    const { fog, bytes } = await makePictures();
    const more = ['--picture', fog, '--alt', 'Fog', '--caption', 'The fog: thick', '--credit', 'Ada'];
    const { root, code, added, stdout } = await makeNew([...article, ...more]);
    expect([code, added]).toEqual([0, ['articles/2021/07/20/fog.md', 'media/2021/07/20/The fog.jpg']]);
    expect(stdout).toContain('media/2021/07/20/The fog.jpg\narticles/2021/07/20/fog.md\n');
    expect(await readFile(join(root, 'articles/2021/07/20/fog.md'), 'utf8')).toContain(
      [
        'pictures:',
        '  - file: 2021/07/20/The fog.jpg',
        `    sha256: ${sumOf(bytes)}`,
        '    alt: Fog',
        '    caption: "The fog: thick"',
        '    credit: Ada',
        '',
      ].join('\n'),
    );
    expect(await problemsIn(root)).toEqual([]);
  });

  test.for([
    ['without a description', ['--picture', 'FOG'], 2, '--alt is missing'],
    [
      'with a caption too many',
      ['--picture', 'FOG', '--alt', '', '--caption', 'a', '--caption', 'b'],
      2,
      'There are 2 --caption',
    ],
    ['that is none', ['--picture', 'NO', '--alt', ''], 1, 'a file of no known format'],
    ['that is not there', ['--picture', 'FOG2', '--alt', ''], 1, 'there is no such file'],
    [
      'twice',
      ['--picture', 'FOG', '--picture', 'FOG', '--alt', '', '--alt', ''],
      1,
      'there is another picture',
    ],
  ] as const)('refuses a picture %s, and writes nothing', async ([, options, exit, message]) => {
    const { fog, no } = await makePictures();
    const given = options.map((each) => each.replace(/^FOG/, fog).replace(/^NO$/, no));
    const { code, added, stderr } = await makeNew([...article, ...given]);
    expect([code, added]).toEqual([exit, []]);
    expect(stderr).toContain(message);
  });
});
