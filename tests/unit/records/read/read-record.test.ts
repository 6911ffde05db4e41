import { describe, expect, test } from 'vitest';

import { contentWith, problemsWith, record } from '../../../support/content-folder.ts';

const file = 'articles/2021/05/04/ferry.md';
const title = 'title: A ferry';
const date = 'date: 2021-05-04';
const tags = ['people: [ada-lind]', 'places: [norhaven]', 'topics: [shipping]'];

const notYaml = (message: string) =>
  `found invalid YAML (${message}); expected YAML with one "key: value" per line. ` +
  'Check quotation marks, indentation and colons; quote a value that contains ": " or begins with a punctuation mark.';
const noFrontmatter = (what: string) =>
  `${file}:1:1: found ${what}; expected a line "---", the record's keys, another line "---", then the text. ` +
  'Put the missing line "---" in its place.';

describe('missing and unknown keys', () => {
  test('names a key that is missing', async () => {
    expect(await problemsWith({ [file]: record(date, ...tags) })).toEqual([
      `${file}:2:1: found no "title"; expected text. Add "title:" to the frontmatter.`,
    ]);
  });

  test('shows how a missing list is written', async () => {
    expect(await problemsWith({ [file]: record(title, date, ...tags.slice(1)) })).toEqual([
      `${file}:2:1: found no "people"; expected a list, as in [one, two] or []. Add "people:" to the frontmatter.`,
    ]);
  });

  test('names a missing key within another key, at the place that should hold it', async () => {
    expect(
      await problemsWith({ [file]: record(title, date, ...tags, 'corrections:', '  - date: 2021-06-01') }),
    ).toEqual([`${file}:8:5: found no "note"; expected text. Add "note:" to the frontmatter.`]);
  });

  test('names the key that a misspelt one is nearest to, and that the right one is missing', async () => {
    expect(await problemsWith({ [file]: record(date, ...tags, 'titel: A ferry') })).toEqual([
      `${file}:2:1: found no "title"; expected text. Add "title:" to the frontmatter.`,
      `${file}:6:1: found the unknown key "titel"; expected a key of this record. Did you mean "title"?`,
    ]);
  });

  test('names the nearest key of those that belong where the unknown one stands', async () => {
    expect(
      await problemsWith({ [file]: record(title, date, ...tags, 'source:', `  sha265: ${'a'.repeat(64)}`) }),
    ).toEqual([
      `${file}:8:3: found the unknown key "sha265"; expected a key of this record. Did you mean "sha256"?`,
    ]);
  });

  test('names the nearest key in a list of mappings', async () => {
    const correction = [
      'corrections:',
      '  - date: 2021-06-01',
      '    note: The hour was wrong.',
      '    hwo: x',
    ];
    expect(await problemsWith({ [file]: record(title, date, ...tags, ...correction) })).toEqual([
      `${file}:10:5: found the unknown key "hwo"; expected a key of this record. ` +
        'Remove it, or use one of: date, note.',
    ]);
  });

  test('lists the keys that there are when none is near', async () => {
    expect(
      await problemsWith({ 'places/osmark.md': record('name: Osmark', 'description: A province', 'zip: x') }),
    ).toEqual([
      'places/osmark.md:4:1: found the unknown key "zip"; expected a key of this record. Remove it, or use one of: ' +
        'name, description, sortName, variants, sameAs, replacedBy, formerUrls, coordinates, within.',
    ]);
  });

  test('tells each unknown key by itself', async () => {
    const problems = await problemsWith({ [file]: record(title, date, ...tags, 'sumary: x', 'bylin: y') });
    expect(problems.map((problem) => problem.split(';')[0])).toEqual([
      `${file}:7:1: found the unknown key "sumary"`,
      `${file}:8:1: found the unknown key "bylin"`,
    ]);
  });
});

describe('values of the wrong kind', () => {
  test('asks for quotation marks around a text that YAML reads as a number', async () => {
    expect(await problemsWith({ [file]: record('title: 1984', date, ...tags) })).toEqual([
      `${file}:2:8: found 1984 for "title"; expected text. Put it in quotes: "1984".`,
    ]);
  });

  test('quotes a number as it is written', async () => {
    expect(await problemsWith({ [file]: record('title: 007', date, ...tags) })).toEqual([
      `${file}:2:8: found 007 for "title"; expected text. Put it in quotes: "007".`,
    ]);
  });

  test('refuses a text where a list belongs', async () => {
    expect(await problemsWith({ [file]: record(title, date, 'people: ada-lind', ...tags.slice(1)) })).toEqual(
      [
        `${file}:4:9: found "ada-lind" for "people"; expected a list, as in [one, two] or []. Correct "people".`,
      ],
    );
  });

  test('refuses a key without a value', async () => {
    expect(await problemsWith({ [file]: record('title:', date, ...tags) })).toEqual([
      `${file}:2:1: found nothing for "title"; expected text. Correct "title".`,
    ]);
  });

  test('lists the words that may stand where only some may', async () => {
    const withdrawn = ['withdrawn:', '  date: 2021-06-01', '  reason: secret'];
    expect(await problemsWith({ [file]: record(title, date, ...tags, ...withdrawn) })).toEqual([
      `${file}:9:11: found "secret" for "reason"; expected one of: legal, privacy, error, rights. Correct "reason".`,
    ]);
  });

  test('tells the limit that a number passes', async () => {
    const coordinates = 'coordinates: {latitude: 91, longitude: 5}';
    expect(
      await problemsWith({
        'places/osmark.md': record('name: Osmark', 'description: A province', coordinates),
      }),
    ).toEqual(['places/osmark.md:4:25: found 91 for "latitude"; expected at most 90. Correct "latitude".']);
  });
});

describe('frontmatter', () => {
  test('refuses invalid YAML', async () => {
    expect(await problemsWith({ [file]: record('title: A ferry: a boat', date, ...tags) })).toEqual([
      `${file}:2:8: ${notYaml('nested mappings are not allowed in compact mappings')}`,
    ]);
  });

  test('refuses a key given twice', async () => {
    expect(await problemsWith({ [file]: record(title, date, ...tags, title) })).toEqual([
      `${file}:7:1: ${notYaml('map keys must be unique')}`,
    ]);
  });

  test('refuses an alias that names nothing', async () => {
    const [problem] = await problemsWith({
      [file]: record(title, date, 'people: *nobody', ...tags.slice(1)),
    });
    expect(problem).toMatch(
      /^articles\/2021\/05\/04\/ferry\.md:2:1: found YAML aliases that cannot be resolved/,
    );
    expect(problem).toContain('Write the values out instead of using & and *.');
  });

  test('refuses aliases that multiply', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`);
    }
    const [problem] = await problemsWith({ [file]: record(title, date, ...tags, ...bomb) });
    expect(problem).toContain('found YAML aliases that cannot be resolved');
  });

  test('says that it is missing', async () => {
    expect(await problemsWith({ [file]: 'The ferry left Norhaven at noon.\n' })).toEqual([
      noFrontmatter('no frontmatter'),
    ]);
  });

  test('says that an empty file has none', async () => {
    expect(await problemsWith({ [file]: '' })).toEqual([noFrontmatter('no frontmatter')]);
  });

  test('says that it is never closed', async () => {
    expect(await problemsWith({ [file]: `---\n${title}\n\nThe ferry left Norhaven at noon.\n` })).toEqual([
      noFrontmatter('frontmatter that is never closed'),
    ]);
  });

  test('is closed by a line of three hyphens only', async () => {
    const dashes = ['summary: >-', '  a --- b', '  --- c'];
    const { articles } = await contentWith({ [file]: record(title, date, ...tags, ...dashes) });
    const article = articles.find(({ id }) => id === '2021/05/04/ferry');
    expect(article?.data.summary).toBe('a --- b --- c');
    expect(article?.body).toBe('\nThe ferry left Norhaven at noon.\n');
  });

  test('leaves a line of three hyphens in the text to the text', async () => {
    const { articles } = await contentWith({
      [file]: `${record(title, date, ...tags)}\n---\n\nIt came back.\n`,
    });
    expect(articles.find(({ id }) => id === '2021/05/04/ferry')?.body).toBe(
      '\nThe ferry left Norhaven at noon.\n\n---\n\nIt came back.\n',
    );
  });
});

describe('line ends and byte order marks', () => {
  const right = record(title, date, ...tags);
  const withCrlf = (text: string) => text.replaceAll('\n', '\r\n');

  test('reads a file with CRLF', async () => {
    const { articles } = await contentWith({ [file]: withCrlf(right) });
    const article = articles.find(({ id }) => id === '2021/05/04/ferry');
    expect(article?.data).toMatchObject({ title: 'A ferry', topics: ['shipping'] });
    expect(article?.body).toBe('\r\nThe ferry left Norhaven at noon.\r\n');
  });

  test('counts lines and columns of a file with CRLF', async () => {
    const wrong = record(title, date, 'people: [ada-lind, ada-lint]', ...tags.slice(1));
    const [problem] = await problemsWith({ [file]: withCrlf(wrong) });
    expect(problem).toMatch(/^articles\/2021\/05\/04\/ferry\.md:4:20: found the person "ada-lint"/);
  });

  test('reads a file with a byte order mark', async () => {
    const { articles } = await contentWith({ [file]: `\uFEFF${right}` });
    const article = articles.find(({ id }) => id === '2021/05/04/ferry');
    expect(article?.data).toMatchObject({ title: 'A ferry', topics: ['shipping'] });
    expect(article?.body).toBe('\nThe ferry left Norhaven at noon.\n');
  });

  test('reads a site.yaml with a byte order mark and CRLF', async () => {
    const site = 'title: A\ndescription: B\nlanguage: en\nurl: https://example.org/\n';
    const content = await contentWith({ 'site.yaml': `\uFEFF${withCrlf(site)}` });
    expect(content.site.title).toBe('A');
  });
});
