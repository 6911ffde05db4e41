import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { displayPath, formatProblems } from '../../../../src/records/problem.ts';
import { readArchive } from '../../../../src/records/read/read-archive.ts';
import { change, contentWith, makeContent, problemsWith, record } from '../../../support/content-folder.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../fixtures/records/${name}`, import.meta.url));

describe('a right folder', () => {
  test('has no problem', async () => {
    const { content, problems } = await readArchive(fixture('right'));
    expect(problems).toEqual([]);
    expect(content?.site.title).toBe('The Harbour Archive');
    expect(content?.about?.data.title).toBe('About the archive');
    expect(content?.articles.map(({ id }) => id)).toEqual([
      '2021/05/04/harbour-reopens',
      'undated/ferry-song',
    ]);
    expect(content?.vocabularies.people.map(({ id }) => id)).toEqual(['ada-lind', 'tomas-berg']);
    expect(content?.vocabularies.topics.map(({ id }) => id)).toEqual(['shipping', 'trade']);
  });

  test('may be without a colophon and without any record', async () => {
    const root = await makeContent({ 'site.yaml': null });
    const site = await readFile(join(fixture('right'), 'site.yaml'));
    const empty = await makeContent({ [`nested/site.yaml`]: site });
    expect((await readArchive(root)).content).toBeUndefined();
    expect((await readArchive(join(empty, 'nested'))).content).toMatchObject({
      about: undefined,
      articles: [],
      vocabularies: { people: [], places: [], organizations: [], topics: [] },
    });
  });

  test('gives each entry the digest of its file', async () => {
    const root = await makeContent();
    const { content } = await readArchive(root);
    const bytes = await readFile(join(root, 'people/ada-lind.md'));
    expect(content?.vocabularies.people[0]?.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('may have so many articles that threads read them', async () => {
    const file = (index: number) => `articles/2021/ferry-${String(index).padStart(4, '0')}.md`;
    const many = Array.from({ length: 1_100 }, (_, index): [string, string] => [
      file(index),
      record(`title: Ferry ${index}`, 'date: 2021', 'people: []', 'places: []', 'topics: []'),
    ]);
    const root = await makeContent(Object.fromEntries(many));
    const { content } = await readArchive(root);
    expect(content?.articles.slice(1, 1_101).map(({ data, body }) => [data.title, body])).toEqual(
      many.map((_, index) => [`Ferry ${index}`, '\nThe ferry left Norhaven at noon.\n']),
    );
    const first = createHash('sha256').update(await readFile(join(root, file(0))));
    expect(content?.articles[1]?.digest).toBe(first.digest('hex'));
    const broken = '---\ntitle: [Ferry\ndate: 2021\n---\n\nText.\n';
    await change(root, { [file(7)]: broken, [file(1_099)]: 'No frontmatter.\n' });
    const { problems } = await readArchive(root);
    expect(problems.map((problem) => [problem.file.slice(root.length + 1), problem.line])).toEqual([
      [file(7), 3],
      [file(1_099), 1],
    ]);
  });
});

describe('a folder with many things wrong', () => {
  test('has all of them told in one run, sorted by file and place', async () => {
    const root = fixture('many-wrong');
    const { content, problems } = await readArchive(root);
    const wording = formatProblems(problems).replaceAll(`${displayPath(root)}/`, '');
    expect(content).toBeUndefined();
    expect(wording).toBe((await readFile(`${root}.txt`, 'utf8')).trimEnd());
  });
});

describe('a record with several things wrong', () => {
  test('has its unknown tags and its wrong folder reported along with a misspelt key', async () => {
    const file = 'articles/2020/ferry.md';
    const lines = ['title: A ferry', 'date: 2021-05-04', 'people: [ada-lint]', 'places: []', 'topics: []'];
    const problems = await problemsWith({ [file]: record(...lines, 'sumary: x') });
    expect(problems.map((problem) => problem.split(/;| in an| with/)[0]?.slice(file.length + 1))).toEqual([
      '3:7: found the date 2021-05-04',
      '4:10: found the person "ada-lint", which has no record',
      '7:1: found the unknown key "sumary"',
    ]);
  });

  test('has the problems of its frontmatter reported along with its empty text', async () => {
    const problems = await problemsWith({ 'articles/2021/ferry.md': '---\ntitle: A ferry\n---\n' });
    expect(problems.map((problem) => problem.split(';')[0])).toContain(
      'articles/2021/ferry.md:1:1: found no text below the frontmatter',
    );
  });
});

describe('an article', () => {
  const file = 'articles/2021/05/04/ferry.md';
  const lines = ['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []'];

  test.for([
    ['nothing', ''],
    ['white space', '\n  \n\t\n'],
  ])('has to have a text: %s', async ([, body]) => {
    expect(await problemsWith({ [file]: ['---', ...lines, '---', body].join('\n') })).toEqual([
      `${file}:1:1: found no text below the frontmatter; expected the article's text. ` +
        'Put the article\'s text below the second line "---".',
    ]);
  });
});

describe('site.yaml', () => {
  test('has to be there', async () => {
    expect(await problemsWith({ 'site.yaml': null })).toEqual([
      'site.yaml:1:1: found no site.yaml; expected the file that names the archive. ' +
        'Create it with the keys title, description, language and url (see content/README.md).',
    ]);
  });

  test('is read with the lines of a file that has no frontmatter', async () => {
    const site = 'title: A\ndescription: B\nlanguage: en\nurl: https://example.org/\nlicence: CC0\n';
    expect(await problemsWith({ 'site.yaml': site })).toEqual([
      'site.yaml:5:1: found the unknown key "licence"; expected a key of this record. Did you mean "license"?',
    ]);
  });

  test.each([
    'https://example.org/a;b/',
    'https://example.org/$uri/',
    'https://example.org/a b/',
    'https://example.org/{a}/',
    'https://example.org/%0d%0aX-Header:%20a/',
    'https://example.org//a/',
    'https://example.org/*',
    'https://example.org/архив/',
    'https://example.org/?a=b',
    'https://ada:secret@example.org/',
  ])('is refused when its address could mean something else to a host: %s', async (url) => {
    const site = `title: A\ndescription: B\nlanguage: en\nurl: ${url}\n`;
    expect(await problemsWith({ 'site.yaml': site })).toEqual([
      'site.yaml:4:6: found an address that is more than a host and a plain path; expected an address like ' +
        'https://example.org/ or https://example.org/archive/. Use only a-z, 0-9, "-", "_", "." and "~" in its ' +
        'path, and nothing after it.',
    ]);
  });

  test('is refused when there is a line end in its address', async () => {
    const site = 'title: A\ndescription: B\nlanguage: en\nurl: "https://example.org/a\\r\\nX-Header: b"\n';
    expect((await problemsWith({ 'site.yaml': site })).join()).toContain(
      '4:6: found a text that is not a web address',
    );
  });

  test.each(['http://localhost:4321', 'https://example.org/a/b.c-d_e~f', 'https://архив.example/'])(
    'may have the address %s',
    async (url) => {
      const site = `title: A\ndescription: B\nlanguage: en\nurl: ${url}\n`;
      expect((await contentWith({ 'site.yaml': site })).site.url).toBe(url);
    },
  );

  test('without an address that is one is told so once', async () => {
    const site = 'title: A\ndescription: B\nlanguage: en\nurl: here\n';
    expect(await problemsWith({ 'site.yaml': site })).toHaveLength(1);
  });

  test('is not told to have frontmatter', async () => {
    const site = 'title: A\nlanguage: en\nurl: https://example.org/\n';
    const problems = await problemsWith({ 'site.yaml': site });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^site\.yaml:1:1: found no "description"; expected text\. Add "description:"/,
    );
    expect(problems[0]).not.toContain('frontmatter');
  });

  test('being wrong hides no problem of the records', async () => {
    const problems = await problemsWith({
      'site.yaml': 'title: A\n',
      'people/ada-lind.md': record('name: A'),
    });
    expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
      'people/ada-lind.md:2:1',
      'site.yaml:1:1',
      'site.yaml:1:1',
      'site.yaml:1:1',
    ]);
  });
});

describe('replaced records', () => {
  const named = (name: string, ...more: string[]) =>
    record(`name: ${name}`, 'description: Invented', ...more);

  test('are followed by the tags of articles, which then name each record once', async () => {
    const { articles } = await contentWith({
      'people/a-lind.md': named('Ada Lind', 'replacedBy: ada-lind'),
      'topics/boats.md': named('Boats', 'replacedBy: shipping'),
      'articles/2021/ferry.md': record(
        'title: A ferry',
        'date: 2021',
        'people: [tomas-berg, a-lind, ada-lind]',
        'places: []',
        'topics: [boats]',
      ),
    });
    expect(articles.find(({ id }) => id === '2021/ferry')?.data).toMatchObject({
      people: ['tomas-berg', 'ada-lind'],
      topics: ['shipping'],
    });
  });

  test('are followed by the places within them and the topics below them', async () => {
    const { vocabularies } = await contentWith({
      'places/old-osmark.md': named('Old Osmark', 'replacedBy: osmark'),
      'places/sundby.md': named('Sundby', 'within: old-osmark'),
      'topics/commerce.md': named('Commerce', 'replacedBy: trade'),
      'topics/fish-trade.md': named('Fish trade', 'broader: [commerce]'),
    });
    expect(vocabularies.places.find(({ id }) => id === 'sundby')?.data.within).toBe('osmark');
    expect(vocabularies.topics.find(({ id }) => id === 'fish-trade')?.data.broader).toEqual(['trade']);
  });

  test('stay in the vocabulary, for their addresses', async () => {
    const { vocabularies } = await contentWith({
      'people/a-lind.md': named('Ada Lind', 'replacedBy: ada-lind'),
    });
    expect(vocabularies.people.map(({ id }) => id)).toEqual(['a-lind', 'ada-lind', 'tomas-berg']);
  });
});
