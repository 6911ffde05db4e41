import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listAuthors } from '../../src/records/authors/list-authors.ts';
import { earliest, knownPart, latest, parseArchiveDate } from '../../src/records/date/archive-date.ts';
import { readArchive, type ArchiveContent, type Entry } from '../../src/records/read/read-archive.ts';
import type { ArticleData, AuthorityData } from '../../src/records/schemas/schemas.ts';
import { readTags } from '../../src/records/tags.ts';
import { vocabularies } from '../../src/records/vocabularies.ts';
import { createEngine, type Engine } from '../../src/search/browser/engine/engine.ts';
import {
  chosenOf,
  combinationOf,
  everything,
  type SearchState,
} from '../../src/search/browser/state/search-state.ts';
import type { TextIndex } from '../../src/search/text-index/text-index.ts';
import type { CatalogueDates, CatalogueFacet } from '../../src/search/catalogue.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { all, readPages, textOf } from '../support/read-site.ts';
import { openServedIndex, type OpenedIndex } from './opened-index.ts';

/** An article as the naive scan knows it. */
interface Scanned {
  id: string;
  title: string;
  /** Whether the page on which it was printed is known. */
  isPrinted: boolean;
  /** Title and text, in lower case, words separated by single spaces. */
  text: string;
  first: string;
  last: string;
  /** The order among all articles, the newest first. */
  sort: string;
  /** By facet. */
  values: Record<string, Set<string>>;
}

/** A query: its words, and whether a text has them, each at the beginning of a word. */
type Words = [query: string, isIn: (text: string) => boolean];
const begins =
  (...words: string[]) =>
  (text: string) =>
    words.every((word) => text.includes(` ${word}`));

const searches: Record<'generated' | 'variety', Words[]> = {
  generated: [
    ['', () => true],
    ['harbour', begins('harbour')],
    ['bridge', begins('bridge')],
    ['committee votes', begins('committee', 'votes')],
    ['"the trams ran empty"', (text) => text.includes(' the trams ran empty ')],
    [
      '"shops stayed shut" farmers',
      (text) => text.includes(' shops stayed shut ') && begins('farmers')(text),
    ],
    ['tuesd', begins('tuesd')],
    ['HARBOUR', begins('harbour')],
    ['nosuchword', () => false],
  ],
  variety: [
    ['', () => true],
    ['港', (text) => text.includes('港')],
    ['王丽', (text) => text.includes('王丽')],
    ['出て行', (text) => text.includes('出て行')],
    ['到了。后来', (text) => text.includes('到了后来')],
    ['السفينة', begins('السفينة')],
    ['הספינה', begins('הספינה')],
    ['brook', begins('brook')],
  ],
};

const facetKeys = ['person', 'place', 'organization', 'topic', 'publication', 'section', 'year', 'language'];

describe.each(['generated', 'variety'] as const)('the search of the site %s', (name) => {
  const { content: root, dist, base } = fixtures[name];
  let articles: Scanned[];
  let opened: OpenedIndex;
  let engine: Engine;
  let text: TextIndex;

  beforeAll(async () => {
    const { content } = await readArchive(root);
    if (!content) throw new Error('The fixture is not right.');
    articles = scan(content, await readTexts(dist, base));
    opened = await openServedIndex(dist, 'pagefind/');
    text = opened.text;
    const load = async (file: string): Promise<unknown> =>
      JSON.parse(await readFile(join(dist, `search/catalogue/${file}.json`), 'utf8'));
    engine = createEngine(
      (await load('dates')) as CatalogueDates,
      async (key) => (await load(key)) as CatalogueFacet,
      text.findWords,
    );
  });
  afterAll(() => opened.close());

  const idOf = async (number: number) =>
    (await text.loadFragment(number)).url.replace(/^\/?articles\/(.*)\/$/, '$1');
  const idsOf = (numbers: readonly number[]) => Promise.all(numbers.map(idOf));

  /** Searches made of the values that the articles have. */
  const arbitrarySearch = () => {
    const usedKeys = facetKeys.filter((key) => articles.some(({ values }) => (values[key]?.size ?? 0) > 0));
    const facet = fc.constantFrom(...usedKeys).chain((key) => {
      const values = [...new Set(articles.flatMap(({ values }) => [...(values[key] ?? [])]))].sort();
      return fc.tuple(
        fc.constant(key),
        fc.subarray(values, { minLength: 1, maxLength: Math.min(3, values.length) }),
      );
    });
    const years = articles.map(({ first }) => first).filter(Boolean);
    const bound = fc
      .tuple(fc.constantFrom(...years), fc.constantFrom(0, 4, 7, 10))
      .map(([day, length]) => day.slice(0, length));
    return fc.record({
      words: fc.constantFrom(...searches[name]),
      facets: fc.array(facet, { maxLength: 2 }).map((chosen) => Object.fromEntries(chosen)),
      with: fc
        .array(facet, { maxLength: 1 })
        .map((chosen) => chosen.map(([key, [value]]) => `${key}:${value}`)),
      range: fc
        .tuple(bound, bound)
        .map(([a, b]) => (a && b && latestOf(b) < earliestOf(a) ? [b, a] : [a, b])),
      order: fc.constantFrom('newest', 'oldest', 'relevance'),
    });
  };

  test('numbers the articles in the index as in the catalogue', async () => {
    const { articles: numbers } = await engine.search(everything);
    expect(await idsOf(numbers)).toEqual(articles.map(({ id }) => id));
  });

  test('finds what a scan of all articles finds, in order, and counts what each facet value would give', async () => {
    const samples = fc.sample(arbitrarySearch(), { seed: 4, numRuns: 400 });
    let found = 0;
    for (const { words, facets, with: required, range, order } of samples) {
      const [from = '', to = ''] = range;
      const state = { words: words[0], facets, with: required, from, to, order } as SearchState;
      const answer = await engine.search(state);
      const views = await answer.viewFacets(Object.fromEntries(facetKeys.map((key) => [key, everyValue])));
      const expected = articles.filter((article) => meets(article, state, words[1]));
      found += expected.length;
      const ids = await idsOf(answer.articles);
      const what = JSON.stringify(state);
      expect(ids.toSorted(), what).toEqual(expected.map(({ id }) => id).sort());
      if (order === 'newest') expect(ids, what).toEqual(expected.map(({ id }) => id));
      if (order === 'oldest') expect(ids, what).toEqual(oldestFirst(expected).map(({ id }) => id));
      expect(await idsOf([...answer.possible]), what).toEqual(
        ids.filter(
          (id) =>
            (from || to) &&
            !isSurely(
              expected.find((each) => each.id === id),
              from,
              to,
            ),
        ),
      );
      for (const { key, values } of views) {
        // Where all values are required, choosing another narrows what is found.
        const own = combinationOf(state, key) === 'all' ? (facets[key] ?? []) : [];
        const others = articles.filter((article) =>
          meets(article, { ...state, facets: { ...facets, [key]: own } }, words[1]),
        );
        const counts: Record<string, number> = {};
        for (const { values: own } of others)
          for (const value of own[key] ?? []) counts[value] = (counts[value] ?? 0) + 1;
        for (const chosen of chosenOf(state, key)) counts[chosen] ??= 0;
        expect(Object.fromEntries(values.map(({ id, count }) => [id, count])), `${key} of ${what}`).toEqual(
          counts,
        );
      }
    }
    // The searches are not ones that find nothing.
    expect(found).toBeGreaterThan(samples.length / 4);
  });

  test('says what could be left out when it finds nothing, and what there would be then', async () => {
    const samples = fc.sample(arbitrarySearch(), { seed: 5, numRuns: 300 });
    let checked = 0;
    for (const { words, facets, with: required, range } of samples) {
      const [from = '', to = ''] = range;
      const state: SearchState = { ...everything, words: words[0], facets, with: required, from, to };
      const { articles: numbers, relaxations } = await engine.search(state);
      if (numbers.length > 0) {
        expect(relaxations).toEqual([]);
        continue;
      }
      for (const { part, count } of relaxations) {
        checked++;
        if (part.kind === 'term') continue;
        const without = {
          ...state,
          facets: part.kind === 'facet' ? { ...facets, [part.key]: [] } : facets,
          with: part.kind === 'with' ? [] : required,
          ...(part.kind === 'range' && { from: '', to: '' }),
        };
        expect(articles.filter((article) => meets(article, without, words[1])).length).toBe(count);
      }
    }
    expect(checked).toBeGreaterThan(20);
  });

  test('finds by words alone what a scan finds', async () => {
    for (const [words, isIn] of searches[name]) {
      const { articles: numbers } = await engine.search({ ...everything, words });
      const expected = articles.filter(({ text }) => isIn(text)).map(({ id }) => id);
      expect(await idsOf(numbers), words).toEqual(expected);
    }
  });

  test('says which word is in no article', async () => {
    const [, [word = ''] = []] = searches[name];
    const { articles: none, relaxations } = await engine.search({
      ...everything,
      words: `${word} nosuchword`,
    });
    const { articles: some } = await engine.search({ ...everything, words: word });
    expect(none).toEqual([]);
    expect(relaxations).toEqual([
      { part: expect.objectContaining({ kind: 'term', term: 'nosuchword' }), count: some.length },
    ]);
  });

  test('ignores values that no article has, and says so', async () => {
    const { articles: numbers, unknown } = await engine.search({
      ...everything,
      facets: { person: ['nobody-at-all'], year: ['1'] },
      with: ['colour:red'],
    });
    expect(numbers).toHaveLength(articles.length);
    expect(unknown).toEqual(['person:nobody-at-all', 'year:1', 'colour:red']);
  });
});

const everyValue = { limit: Infinity, words: '', ids: [] };
const earliestOf = (bound: string) => earliest(parseArchiveDate(bound));
const latestOf = (bound: string) => latest(parseArchiveDate(bound));

function meets(article: Scanned, state: SearchState, isIn: (text: string) => boolean): boolean {
  const has = (key: string, value: string) => article.values[key]?.has(value) ?? false;
  return (
    isIn(article.text) &&
    Object.entries(state.facets).every(
      ([key, values]) => values.length === 0 || values.some((value) => has(key, value)),
    ) &&
    state.with.every((each) => has(each.split(':', 1)[0] ?? '', each.slice(each.indexOf(':') + 1))) &&
    (!state.from || (article.first !== '' && article.last >= earliestOf(state.from))) &&
    (!state.to || (article.first !== '' && article.first <= latestOf(state.to)))
  );
}

function isSurely(article: Scanned | undefined, from: string, to: string): boolean {
  if (!article || article.sort.includes('~')) return false;
  return (!from || article.first >= earliestOf(from)) && (!to || article.last <= latestOf(to));
}

function oldestFirst(newestFirst: readonly Scanned[]): Scanned[] {
  const dated = newestFirst.filter(({ first }) => first);
  const undated = newestFirst.filter(({ first }) => !first);
  return [...dated.reverse(), ...undated.reverse()];
}

/** Reads the texts that are to be found from the pages, without the archive's own words. */
async function readTexts(dist: string, base: string): Promise<Map<string, string>> {
  const pages = (await readPages(dist, base)).filter((page) => all(page, '.article').length > 0);
  return new Map(
    pages.map((page) => {
      for (const own of all(page, '[data-footnotes], [data-footnote-ref]')) own.remove();
      const parts = all(page, 'h1, .subtitle, .byline, .text').map(textOf).join(' ').toLowerCase();
      const words = parts.replace(/[^\p{L}\p{N}\p{M}\s]+/gu, '').replace(/\s+/gu, ' ');
      return [page.path.slice(`${base}articles/`.length, -1), ` ${words} `];
    }),
  );
}

function scan(content: ArchiveContent, texts: ReadonlyMap<string, string>): Scanned[] {
  const scanned = content.articles
    .filter(({ data }) => !data.withdrawn)
    .map((article): Scanned => {
      const { id, data } = article;
      const { date } = data;
      const [first, last] = date ? [earliest(date), latest(date)] : ['', ''];
      return {
        id,
        title: data.title,
        isPrinted: data.source?.page !== undefined,
        text: texts.get(id) ?? '',
        first,
        last,
        sort: date ? `${first} ${knownPart(date)} ${date.edtf}` : '0000',
        values: {
          ...Object.fromEntries(
            vocabularies.map(({ name, singular }) => [singular, valuesOf(content, data, name)]),
          ),
          author: new Set(listAuthors({ ...content, articles: [article] }).map(({ author }) => author.id)),
          year: new Set(date ? yearsBetween(first, last) : ['undated']),
          section: new Set(data.source?.section === undefined ? [] : [data.source.section]),
          language: new Set([data.language ?? content.site.language]),
        },
      };
    });
  const key = ({ sort }: Scanned) => sort.split(' ').slice(0, 2).join(' ');
  const { compare } = new Intl.Collator(content.site.language, { numeric: true, ignorePunctuation: true });
  const within = (a: Scanned, b: Scanned) =>
    // What has a page comes first; no two articles of a day here have one.
    Number(b.isPrinted) - Number(a.isPrinted) || compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
  return scanned.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : within(a, b)));
}

function yearsBetween(first: string, last: string): string[] {
  const [low, high] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: high - low + 1 }, (_, index) => String(low + index).padStart(4, '0'));
}

/** The tags of an article with all that lies above them. */
function valuesOf(
  content: ArchiveContent,
  data: ArticleData,
  name: (typeof vocabularies)[number]['name'],
): Set<string> {
  const records = new Map(
    content.vocabularies[name].map((entry: Entry<AuthorityData>) => [entry.id, entry.data]),
  );
  const found = new Set(readTags(data)[name]);
  for (const id of found) {
    const record = records.get(id);
    for (const above of record?.within === undefined ? (record?.broader ?? []) : [record.within])
      found.add(above);
  }
  return found;
}
