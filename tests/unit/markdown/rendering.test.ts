import { describe, expect, test } from 'vitest';

import { prepareRendering } from '../../../src/markdown/rendering.ts';
import type { ArchiveContent } from '../../../src/records/read/read-archive.ts';
import { contentWith, record, type Changes } from '../../support/content-folder.ts';

const createRendering = await prepareRendering((key, siteUrl) => `${siteUrl}${key}/`);
const file = 'articles/2021/ferry.md';
const base: Changes = {
  [file]: record(
    'title: A ferry',
    'date: 2021',
    'people: [ada-lind]',
    'places: [norhaven]',
    'organizations: [harbour-board]',
    'topics: [shipping]',
  ),
};

function articleOf(content: ArchiveContent) {
  const article = content.articles.find(({ id }) => id === '2021/ferry');
  if (!article) throw new Error('The article is missing.');
  return article;
}

async function keyWith(changes: Changes): Promise<string> {
  const content = await contentWith({ ...base, ...changes });
  const article = articleOf(content);
  return createRendering(content).keyOf(article, 'articles');
}

describe('the key of an article’s rendering', () => {
  const changed = (name: string, ...lines: string[]) =>
    record(`name: ${name}`, 'description: Other', ...lines);
  const site = (language: string, url = 'https://example.org/archive/') =>
    `title: A\ndescription: B\nlanguage: ${language}\nurl: ${url}\n`;

  test.for<[string, Changes]>([
    ['its text', { [file]: `${String(base[file])}More.\n` }],
    ['its frontmatter', { [file]: String(base[file]).replace('A ferry', 'A boat') }],
    [
      'the name of a person it is tagged with',
      { 'people/ada-lind.md': changed('Ada', 'variants: [A. Lind]') },
    ],
    ['a variant of such a person', { 'people/ada-lind.md': changed('Ada Lind', 'variants: [Ada L.]') }],
    ['the name of a place it is tagged with', { 'places/norhaven.md': changed('Nyhaven') }],
    ['the name of such an organization', { 'organizations/harbour-board.md': changed('Board') }],
    ['the language of the site', { 'site.yaml': site('de') }],
    ['the address of the site', { 'site.yaml': site('en', 'https://example.org/') }],
  ])('changes with %s', async ([, changes]) => {
    expect(await keyWith(changes)).not.toBe(await keyWith({}));
  });

  test.for<[string, Changes]>([
    ['a person it is not tagged with', { 'people/tomas-berg.md': changed('Tom Berg', 'variants: [Tom]') }],
    ['a new person', { 'people/cy.md': changed('Cy') }],
    [
      'the description of a person it is tagged with',
      { 'people/ada-lind.md': changed('Ada Lind', 'variants: [A. Lind]') },
    ],
    ['the name of a topic, which is not looked for', { 'topics/shipping.md': changed('Boats') }],
    [
      'another article',
      { 'articles/undated/ferry-song.md': String(base[file]).replace('date: 2021', 'undated: true') },
    ],
    ['the title of the site', { 'site.yaml': site('en') }],
  ])('does not change with %s', async ([, changes]) => {
    expect(await keyWith(changes)).toBe(await keyWith({}));
  });
});

describe('the key of a record’s rendering', () => {
  test('changes with its file, and not with others', async () => {
    const keyOfAda = async (changes: Changes) => {
      const content = await contentWith(changes);
      const ada = content.vocabularies.people.find(({ id }) => id === 'ada-lind');
      return ada && createRendering(content).keyOf(ada, 'people');
    };
    const changed = record('name: Ada Lind', 'description: Other');
    expect(await keyOfAda({ 'people/ada-lind.md': changed })).not.toBe(await keyOfAda({}));
    expect(await keyOfAda({ 'people/tomas-berg.md': changed.replace('Ada', 'Bo') })).toBe(await keyOfAda({}));
  });
});

type Articles = ArchiveContent['articles'];
type Rendered = { html: string; metadata: object };

async function renderAll(content: ArchiveContent, articles: Articles): Promise<[Rendered, ...Rendered[]]> {
  const rendered = await Array.fromAsync(createRendering(content).render(articles, 'articles'));
  return rendered as [Rendered, ...Rendered[]];
}

describe('the rendering', () => {
  test('of an article links the names of its tags and keeps the evidence', async () => {
    const text = 'Ada Lind and Tomas Berg left Norhaven on a ship of the Shipping line.';
    const content = await contentWith({
      ...base,
      [file]: String(base[file]).replace('The ferry left Norhaven at noon.', text),
    });
    const article = articleOf(content);
    const [{ html, metadata }] = await renderAll(content, [article]);
    expect(Array.from(html.matchAll(/href="([^#"][^"]*)"/g), ([, href]) => href)).toEqual([
      'https://example.org/archive/people/ada-lind/',
      'https://example.org/archive/places/norhaven/',
    ]);
    expect(metadata).toEqual({
      evidence: {
        'people/ada-lind': { text, start: 0, end: 8 },
        'places/norhaven': { text, start: 29, end: 37 },
      },
      firstSentence: text,
    });
  });

  test('of an article splits sentences by its own language', async () => {
    // The Greek question mark looks like a semicolon.
    const text = String(base[file]).replace('The ferry left Norhaven at noon.', 'Τι έγινε; Έφυγε το πλοίο.');
    const firstSentenceIn = async (language: string) => {
      const content = await contentWith({
        [file]: text.replace('date: 2021', `date: 2021\nlanguage: ${language}`),
      });
      return (await renderAll(content, [articleOf(content)]))[0].metadata;
    };
    expect(await firstSentenceIn('el')).toMatchObject({ firstSentence: 'Τι έγινε;' });
    expect(await firstSentenceIn('en')).toMatchObject({ firstSentence: 'Τι έγινε; Έφυγε το πλοίο.' });
  });

  test('of a record links nothing and keeps no evidence', async () => {
    const content = await contentWith({
      'people/ada-lind.md': record('name: Ada Lind', 'description: Of Norhaven'),
    });
    const ada = content.vocabularies.people.find(({ id }) => id === 'ada-lind');
    const rendered = createRendering(content).render(ada ? [ada] : [], 'people');
    expect(await Array.fromAsync(rendered)).toEqual([{ html: '<p>The ferry left Norhaven at noon.</p>' }]);
  });

  test('of many articles, on several threads, is that of each by itself, in their order', async () => {
    const content = await contentWith(base);
    const article = articleOf(content);
    const articles = Array.from({ length: 1000 }, (_, index) => ({
      ...article,
      body: `Ada Lind paid ${index} for *one* ticket to Norhaven.\n`.repeat(1 + (index % 7)),
    }));
    const together = await renderAll(content, articles);
    expect(together).toHaveLength(1000);
    for (const index of [0, 1, 63, 64, 255, 256, 511, 998, 999]) {
      expect(together[index]).toEqual((await renderAll(content, articles.slice(index, index + 1)))[0]);
    }
  });

  test('that fails in a thread fails as a whole', async () => {
    const content = await contentWith(base);
    const article = articleOf(content);
    const unreadable = { ...article, data: { ...article.data, language: '!' } };
    const articles = [...Array.from({ length: 999 }, () => article), unreadable];
    await expect(renderAll(content, articles)).rejects.toThrow();
  });
});
