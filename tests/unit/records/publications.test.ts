import { describe, expect, test } from 'vitest';

import { contentWith, makeContent, problemsWith, record } from '../../support/content-folder.ts';
import { readArchive } from '../../../src/records/read/read-archive.ts';

const publication = (...lines: string[]) =>
  `---\n${['name: Evening Post', 'description: A newspaper', ...lines].join('\n')}\n---\n`;
const file = 'articles/1998/03/12/one.md';
const from = (source: string) =>
  record('title: One', 'date: 1998-03-12', 'people: []', 'places: []', 'topics: []', `source: ${source}`);

describe('the ISSN of a publication', () => {
  test.for(['2049-3630', '0317-8471', '2434-561X'])('may be %s', async (issn) => {
    expect(await problemsWith({ 'publications/post.md': publication(`issn: ${issn}`) })).toEqual([]);
  });

  test('with another last digit is refused, and the right one is told', async () => {
    expect(await problemsWith({ 'publications/post.md': publication('issn: 2049-3631') })).toEqual([
      'publications/post.md:4:7: found the ISSN 2049-3631, whose last digit does not fit the others; expected 2049-3630, ' +
        'if the other digits are right. Compare it with the publication, or look it up at portal.issn.org.',
    ]);
  });

  test.for(['20493630', '2049-363', 'ISSN 2049-3630', '2434-561x'])('is not %s', async (issn) => {
    const [problem, ...others] = await problemsWith({
      'publications/post.md': publication(`issn: "${issn}"`),
    });
    expect(problem).toContain('publications/post.md:4:7: found a text that is not an ISSN');
    expect(others).toEqual([]);
  });
});

describe('what a publication refers to', () => {
  test('is a place, and publications that it continues', async () => {
    const problems = await problemsWith({
      'publications/post.md': publication('place: norhavn', 'continues: [gazete]'),
      'publications/gazette.md': '---\nname: Gazette\ndescription: A newspaper\n---\n',
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^publications\/post\.md:4:8: found the place "norhavn".*Did you mean "norhaven"/,
      ),
      expect.stringMatching(
        /^publications\/post\.md:5:13: found the publication "gazete".*Did you mean "gazette"/,
      ),
    ]);
  });

  test('is not itself, through however many others', async () => {
    const problems = await problemsWith({
      'publications/post.md': publication('continues: [gazette]'),
      'publications/gazette.md': '---\nname: Gazette\ndescription: A newspaper\ncontinues: [post]\n---\n',
    });
    expect(problems).toEqual([expect.stringContaining('no loops in "continues"')]);
  });

  test('is what that was merged into', async () => {
    const { vocabularies, articles } = await contentWith({
      'publications/post.md': publication('place: old-town', 'continues: [old-gazette]'),
      'publications/gazette.md': '---\nname: Gazette\ndescription: A newspaper\n---\n',
      'publications/old-gazette.md':
        '---\nname: Old Gazette\ndescription: A newspaper\nreplacedBy: gazette\n---\n',
      'places/old-town.md': '---\nname: Old Town\ndescription: A town\nreplacedBy: norhaven\n---\n',
      [file]: from('{ publication: old-gazette }'),
    });
    const post = vocabularies.publications.find(({ id }) => id === 'post');
    expect([post?.data.place, post?.data.continues]).toEqual(['norhaven', ['gazette']]);
    expect(articles.find(({ id }) => id === '1998/03/12/one')?.data.source?.publication).toBe('gazette');
  });
});

describe('the source of an article', () => {
  const post = { 'publications/post.md': publication() };

  test('has what is printed as text, also where it is written as a number', async () => {
    const { articles } = await contentWith({
      ...post,
      [file]: from(
        '{ publication: post, issue: 23417, edition: Последний выпуск, section: "Börse & Wirtschaft", page: iv, column: 3 }',
      ),
    });
    expect(articles.find(({ id }) => id === '1998/03/12/one')?.data.source).toEqual({
      publication: 'post',
      issue: '23417',
      edition: 'Последний выпуск',
      section: 'Börse & Wirtschaft',
      page: 'iv',
      column: '3',
    });
  });

  test('names the nearest publication where there is none of an id', async () => {
    expect(await problemsWith({ ...post, [file]: from('{ publication: pots }') })).toEqual([
      expect.stringMatching(
        /one\.md:\d+:24: found the publication "pots", which has no record.*Did you mean "post"/,
      ),
    ]);
  });

  test.for([
    [`section: ${'a'.repeat(500)}`, 'a text of more than 200 characters'],
    ['page: ""', 'a text that is empty'],
    ['page: [3, 4]', 'a list for "page"'],
    ['page: 007', '007 for "page", which YAML reads as the number 7'],
    ['issue: 0x1F', '0x1F for "issue"'],
  ])('is refused with %s', async ([line = '', found = '']) => {
    const problems = await problemsWith({ ...post, [file]: from(`{ publication: post, ${line} }`) });
    expect(problems).toEqual([expect.stringContaining(found)]);
    expect(problems[0]).toMatch(/^articles\/1998\/03\/12\/one\.md:\d+:\d+: /);
  });

  test('no longer has a name, and the error says what turns it into a publication', async () => {
    expect(await problemsWith({ [file]: from('{ name: Evening Post }') })).toEqual([
      expect.stringMatching(
        /one\.md:\d+:11: found the key "name" of "source".*npm run tag -- --source-names/,
      ),
    ]);
  });
});

test('a section that one publication has in several spellings is told, and is no error', async () => {
  const root = await makeContent({
    'publications/post.md': publication(),
    'publications/gazette.md': '---\nname: Gazette\ndescription: A newspaper\n---\n',
    'articles/1998/03/12/one.md': from('{ publication: post, section: Business }'),
    'articles/1998/03/12/two.md': from('{ publication: post, section: Business }'),
    'articles/1998/03/12/three.md': from('{ publication: post, section: BUSINESS }'),
    'articles/1998/03/12/four.md': from('{ publication: gazette, section: business }'),
  });
  const { content, warnings } = await readArchive(root);
  expect(content).toBeDefined();
  expect(warnings).toEqual([
    expect.objectContaining({
      file: expect.stringMatching(/three\.md$/),
      found: 'the section "BUSINESS" (1 article), much like "Business" (2 articles)',
      fix: 'Write "Business" if it is the same section; otherwise leave it.',
    }),
  ]);
});

test.for(['issue', 'edition', 'section', 'page', 'column'])(
  'an empty %s is refused at its place',
  async (key) => {
    const [problem, ...others] = await problemsWith({
      [file]: from(`{ publication: post, ${key}: "" }`),
      'publications/post.md': publication(),
    });
    expect(problem).toMatch(/^articles\/1998\/03\/12\/one\.md:\d+:\d+: found a text that is empty/);
    expect(others).toEqual([]);
  },
);

test('an empty byline, or an empty name in one, is refused at its place', async () => {
  for (const byline of ['""', '[Ada Lind, ""]']) {
    const [problem, ...others] = await problemsWith({
      [file]: record(
        'title: One',
        'date: 1998-03-12',
        'people: []',
        'places: []',
        'topics: []',
        `byline: ${byline}`,
      ),
    });
    expect(problem).toMatch(/^articles\/1998\/03\/12\/one\.md:7:\d+: found a text that is empty/);
    expect(others).toEqual([]);
  }
});
