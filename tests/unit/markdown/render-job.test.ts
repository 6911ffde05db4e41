import { describe, expect, test } from 'vitest';

import {
  createArticleContexts,
  createJob,
  renderJob,
  type RenderJob,
} from '../../../src/markdown/render-job.ts';
import type { ArchiveContent } from '../../../src/records/read/read-archive.ts';
import { contentWith, record, type Changes } from '../../support/content-folder.ts';

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

function jobIn(content: ArchiveContent): RenderJob {
  const article = content.articles.find(({ id }) => id === '2021/ferry');
  if (!article) throw new Error('The article is missing.');
  const contextOf = createArticleContexts(content, (key) => `${content.site.url}${key}/`);
  return createJob(article, contextOf(article));
}

async function jobWith(changes: Changes): Promise<RenderJob> {
  return jobIn(await contentWith({ ...base, ...changes }));
}

describe('the job of rendering an article', () => {
  const changed = (name: string, ...lines: string[]) =>
    record(`name: ${name}`, 'description: Other', ...lines);
  const site = (language: string, url = 'https://example.org/archive/') =>
    `title: A\ndescription: B\nlanguage: ${language}\nurl: ${url}\n`;

  test.for<[string, Changes]>([
    ['its text', { [file]: `${String(base[file])}More.\n` }],
    ['its language', { [file]: String(base[file]).replace('date: 2021', 'date: 2021\nlanguage: de') }],
    ['its tags', { [file]: String(base[file]).replace('ada-lind', 'tomas-berg') }],
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
    expect(await jobWith(changes)).not.toEqual(await jobWith({}));
  });

  test.for<[string, Changes]>([
    ['its title', { [file]: String(base[file]).replace('A ferry', 'A boat') }],
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
    expect(await jobWith(changes)).toEqual(await jobWith({}));
  });

  test('has no text when the article was withdrawn', async () => {
    const withdrawn = 'date: 2021\nwithdrawn: { date: 2024-05-01, reason: error }';
    expect((await jobWith({ [file]: String(base[file]).replace('date: 2021', withdrawn) })).markdown).toBe(
      '',
    );
  });
});

describe('a rendering', () => {
  test('of an article links the names of its tags and has the evidence', async () => {
    const text = 'Ada Lind and Tomas Berg left Norhaven on a ship of the Shipping line.';
    const { html, ...findings } = renderJob(
      await jobWith({ [file]: String(base[file]).replace('The ferry left Norhaven at noon.', text) }),
    );
    expect(Array.from(html.matchAll(/href="([^#"][^"]*)"/g), ([, href]) => href)).toEqual([
      'https://example.org/archive/people/ada-lind/',
      'https://example.org/archive/places/norhaven/',
    ]);
    expect(findings).toEqual({
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
    const firstSentenceIn = async (language: string) =>
      renderJob(await jobWith({ [file]: text.replace('date: 2021', `date: 2021\nlanguage: ${language}`) }))
        .firstSentence;
    expect(await firstSentenceIn('el')).toBe('Τι έγινε;');
    expect(await firstSentenceIn('en')).toBe('Τι έγινε; Έφυγε το πλοίο.');
  });

  test('of a note on a record links nothing and has no evidence', async () => {
    const content = await contentWith({
      'people/ada-lind.md': record('name: Ada Lind', 'description: Of Norhaven'),
    });
    const ada = content.vocabularies.people.find(({ id }) => id === 'ada-lind');
    if (!ada) throw new Error('The record is missing.');
    expect(renderJob(createJob(ada, { siteLanguage: 'en' }))).toEqual({
      html: '<p>The ferry left Norhaven at noon.</p>',
    });
  });
});
