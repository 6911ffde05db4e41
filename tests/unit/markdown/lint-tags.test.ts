import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { lintTags } from '../../../src/markdown/lint-tags.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import type { ArchiveContent } from '../../../src/records/read/read-archive.ts';
import { contentWith, type Changes } from '../../support/content-folder.ts';
import { awkwardMarkdown, awkwardRecords } from './awkward-markdown.ts';

const tagKeys = ['people', 'places', 'organizations', 'topics'] as const;
type Tags = Partial<Record<(typeof tagKeys)[number], string[]>>;

const authority = (name: string, ...lines: string[]) =>
  `---\n${[`name: ${name}`, 'description: Made up', ...lines].join('\n')}\n---\n`;

function article(text: string, tags: Tags = {}, ...lines: string[]): string {
  const lists = tagKeys.map((key) => `${key}: [${(tags[key] ?? []).join(', ')}]`);
  return ['---', 'title: Ada Lind', 'date: 2021', ...lists, ...lines, '---', '', text, ''].join('\n');
}

/** An archive of one article, of which the people, places and organizations are those of the right folder. */
function archiveOf(text: string, changes: Changes = {}): Promise<ArchiveContent> {
  const others = { 'articles/undated/ferry-song.md': null, 'articles/2021/05/04/harbour-reopens.md': null };
  return contentWith({ ...others, 'articles/2021/a.md': text, ...changes });
}

/** Each untagged name, whose it is, and what stands in the Markdown where it is said to be. */
async function untaggedIn(text: string, changes: Changes = {}): Promise<string[]> {
  return lintTags(await archiveOf(text, changes)).untagged.map(
    ({ article: { body }, name, offset, records }) => {
      const line = body.slice(0, offset).split('\n').length;
      const there = body.slice(offset).split(/[ \n]/, 1)[0] ?? '';
      return `${name} of ${records.map(({ key }) => key).join(', ')} at ${line}: ${there}`;
    },
  );
}

async function unnamedIn(text: string, changes: Changes = {}): Promise<string[]> {
  return lintTags(await archiveOf(text, changes)).unnamed.map(({ record }) => record.key);
}

describe('untagged names', () => {
  test('are told at their first place, each record once', async () => {
    const text = 'In Norhaven\nA. Lind met Tomas Berg.\n\nAda Lind left Norhaven.';
    expect(await untaggedIn(article(text))).toEqual([
      'Norhaven of places/norhaven at 2: Norhaven',
      'A. Lind of people/ada-lind at 3: A.',
      'Tomas Berg of people/tomas-berg at 3: Tomas',
    ]);
  });

  test('are no names of tags', async () => {
    expect(await untaggedIn(article('Ada Lind met A. Lind.', { people: ['ada-lind'] }))).toEqual([]);
  });

  test('are no parts of longer names, whosever those are', async () => {
    const changes = { 'organizations/bank.md': authority('Bank of Norhaven') };
    expect(await untaggedIn(article('The Bank of Norhaven.'), changes)).toEqual([
      'Bank of Norhaven of organizations/bank at 2: Bank',
    ]);
    const tagged = article('The Bank of Norhaven.', { organizations: ['bank'] });
    expect(await untaggedIn(tagged, changes)).toEqual([]);
  });

  test('are whole words, as in the rendering', async () => {
    expect(await untaggedIn(article('Osmarkers; Ada Lind-Holm; osmark.'))).toEqual([]);
    expect(await untaggedIn(article('An Osmark-built ship.'))).toEqual([
      'Osmark of places/osmark at 2: Osmark-built',
    ]);
  });

  test('are no topics', async () => {
    expect(await untaggedIn(article('Shipping and Trade.'))).toEqual([]);
  });

  test('are not those of a record that was replaced', async () => {
    const changes = { 'people/ada.md': authority('Ada Holm', 'replacedBy: ada-lind') };
    expect(await untaggedIn(article('Ada Holm came.'), changes)).toEqual([]);
  });

  test('are not looked for in a withdrawn article', async () => {
    const text = article('Ada Lind.', {}, 'withdrawn: { date: 2022, reason: error }');
    expect(await untaggedIn(text)).toEqual([]);
  });

  test('in headings, code blocks, raw HTML and notes are none', async () => {
    const text =
      '# Ada Lind\n\n    Ada Lind\n\n<div>Ada Lind</div>\n\nA note.[^1]\n\n[^1]: Ada Lind.\n\n    Ada Lind too.';
    expect(await untaggedIn(article(text))).toEqual([]);
  });

  test.for([
    ['a quotation', '> The port of\n> Osmark', 3, 'Osmark'],
    ['a list', '- one\n  - two\n    of Osmark', 4, 'Osmark'],
    ['a table', '| a | b |\n|---|---|\n| x | Osmark |', 4, 'Osmark'],
    ['a verse', 'The sea\\\nOsmark', 3, 'Osmark'],
    ['emphasis', 'In **Osmark**', 2, 'Osmark**'],
    ['a link, not in its address', '[a](https://e.org/Osmark) [Osmark](/b)', 2, 'Osmark](/b)'],
    ['a text after an address that holds it', 'See https://e.org/Osmark\nor Osmark.', 2, 'Osmark'],
    ['code', 'In `Osmark`', 2, 'Osmark`'],
    ['a text with escapes and entities', '1\\*2 &amp; 3 &lt; Osmarkers, Osmark', 2, 'Osmark'],
    ['the description of an image', 'See ![Osmark](https://e.org/a.png)', 2, 'Osmark](https://e.org/a.png)'],
  ] as const)('are placed in %s', async ([, markdown, line, there]) => {
    expect(await untaggedIn(article(markdown))).toEqual([`Osmark of places/osmark at ${line}: ${there}`]);
  });

  test('are placed after other words that hold them', async () => {
    const text = 'Osmarkers and Osmarkers of Osmark, in Osmark';
    const [found] = lintTags(await archiveOf(article(text))).untagged;
    expect(found?.article.body.slice(found.offset)).toBe('Osmark, in Osmark\n');
  });

  test('are found across mark-up and line ends', async () => {
    expect(await untaggedIn(article('So *Ada*\nLind said.'))).toEqual([
      'Ada\nLind of people/ada-lind at 2: Ada*',
    ]);
  });
});

describe('names of several records', () => {
  const changes = { 'people/osmark.md': authority('Nils Osmark', 'variants: [Osmark]') };

  test('are told, of different vocabularies too', async () => {
    const { shared } = lintTags(await archiveOf(article('None.'), changes));
    expect(shared.map(({ name, records }) => [name, records.map(({ key }) => key)])).toEqual([
      ['Osmark', ['people/osmark', 'places/osmark']],
    ]);
  });

  test('are nobody’s when a record was replaced', async () => {
    const merged = { 'people/osmark.md': authority('Osmark', 'replacedBy: ada-lind') };
    expect(lintTags(await archiveOf(article('None.'), merged)).shared).toEqual([]);
  });

  test('are told with all of them where a text has no tag of one', async () => {
    expect(await untaggedIn(article('In Osmark, Osmark.'), changes)).toEqual([
      'Osmark of people/osmark, places/osmark at 2: Osmark,',
    ]);
  });

  test('are no untagged names where one of them is a tag', async () => {
    expect(await untaggedIn(article('In Osmark.', { places: ['osmark'] }), changes)).toEqual([]);
    expect(
      await unnamedIn(article('In Osmark.', { people: ['osmark'], places: ['osmark'] }), changes),
    ).toEqual([]);
  });

  test('are not told where the text has a name of one alone', async () => {
    expect(await untaggedIn(article('In Osmark, Nils Osmark said.'), changes)).toEqual([
      'Nils Osmark of people/osmark at 2: Nils',
    ]);
  });

  test('stand for those only whose names may stand beside a hyphen', async () => {
    expect(await untaggedIn(article('Osmark-built.'), changes)).toEqual([
      'Osmark of places/osmark at 2: Osmark-built.',
    ]);
  });
});

describe('tags that are never named', () => {
  test('are told, and topics are not', async () => {
    const tags = { people: ['ada-lind', 'tomas-berg'], places: ['osmark'], topics: ['shipping'] };
    expect(await unnamedIn(article('Ada Lind came.', tags))).toEqual(['people/tomas-berg', 'places/osmark']);
  });

  test('is none that the caption of a picture names', async () => {
    const tags = { people: ['ada-lind', 'tomas-berg'], places: ['osmark'] };
    const content = await archiveOf(article('Ada Lind came.', tags));
    const picture = { file: 'a.jpg', sha256: '0'.repeat(64), alt: '', caption: 'Tomas Berg in Osmark.' };
    const articles = content.articles.map(({ id, data, body, digest }) => ({
      id,
      data: { ...data, pictures: [picture] },
      body,
      digest,
    }));
    expect(lintTags({ ...content, articles }).unnamed).toEqual([]);
  });

  test('are those of titles, headings and notes only', async () => {
    const text = '# Ada Lind\n\nShe came.[^1]\n\n[^1]: Ada Lind.';
    expect(await unnamedIn(article(text, { people: ['ada-lind'] }))).toEqual(['people/ada-lind']);
  });

  test('are not those within a longer name that is no tag, for the rendering links them', async () => {
    const changes = { 'organizations/bank.md': authority('Bank of Norhaven') };
    expect(await unnamedIn(article('The Bank of Norhaven.', { places: ['norhaven'] }), changes)).toEqual([]);
    const both = article('The Bank of Norhaven.', { places: ['norhaven'], organizations: ['bank'] });
    expect(await unnamedIn(both, changes)).toEqual(['places/norhaven']);
  });

  test('are looked for by the names of the record that replaced theirs', async () => {
    const changes = { 'people/ada.md': authority('Ada Holm', 'replacedBy: ada-lind') };
    const tags = { people: ['ada'] };
    expect(await unnamedIn(article('Ada Lind came.', tags), changes)).toEqual([]);
    expect(await unnamedIn(article('Ada Holm came.', tags), changes)).toEqual(['people/ada-lind']);
  });

  test('are, in any text, those that the rendering finds no evidence for', async () => {
    const content = await archiveOf(article('None.'));
    const [first] = content.articles;
    const [model] = content.vocabularies.people;
    if (!first || !model) throw new Error('The right folder has changed.');
    const { renderArticle } = createRenderer((key) => key, en.text);
    const records = awkwardRecords.map(({ key, names: [name = '', ...variants] }) => {
      const [vocabulary = '', id = ''] = key.split('/');
      return { vocabulary, id, entry: { ...model, id, data: { ...model.data, name, variants } } };
    });
    const of = (name: string) => records.filter(({ vocabulary }) => vocabulary === name);
    const vocabularies = {
      people: of('people').map(({ entry }) => entry),
      places: of('places').map(({ entry }) => entry),
      organizations: of('organizations').map(({ entry }) => entry),
      topics: [],
      publications: [],
    };
    const tags = Object.fromEntries(tagKeys.map((name) => [name, of(name).map(({ id }) => id)]));
    fc.assert(
      fc.property(awkwardMarkdown, (body) => {
        const articles = [{ ...first, body, data: { ...first.data, ...tags } }];
        const { unnamed } = lintTags({ ...content, articles, vocabularies });
        const { evidence } = renderArticle(body, awkwardRecords, 'en');
        const named = awkwardRecords.filter(({ key }) => unnamed.every(({ record }) => record.key !== key));
        expect(named.map(({ key }) => key).sort()).toEqual(Object.keys(evidence).sort());
      }),
      { numRuns: 1000 },
    );
  });
});
