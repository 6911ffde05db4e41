import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { checkContent } from '../../../src/commands/check-content.ts';
import { drawPicture } from '../../../src/demo/drawings/draw-picture.ts';
import { setFrontPage } from '../../../src/demo/drawings/front-page.ts';
import { ensureDemo } from '../../../src/demo/ensure-demo.ts';
import { createArticles, type WrittenArticle } from '../../../src/demo/issues/create-articles.ts';
import { readTypeface } from '../../../src/exports/sharing/rasterize.ts';
import { readRunningText } from '../../../src/markdown/running-text.ts';
import { readArchive } from '../../../src/records/read/read-archive.ts';

const articles = createArticles(1893);

/** The sentences of an article's prose. */
function sentencesOf({ text }: WrittenArticle): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return readRunningText(text)
    .flatMap((passage) => Array.from(segmenter.segment(passage.text), ({ segment }) => segment.trim()))
    .filter((sentence) => sentence.split(' ').length > 3);
}

describe('the texts of the demonstration', () => {
  test('are the same each time, and others for another seed', () => {
    expect(createArticles(1893)).toEqual(articles);
    expect(createArticles(2).map(({ text }) => text)).not.toEqual(articles.map(({ text }) => text));
  });

  test('have no sentence twice, and no two of them are alike', () => {
    for (const article of articles) {
      const sentences = sentencesOf(article);
      const again = sentences.filter((sentence, index) => sentences.indexOf(sentence) < index);
      expect(again, article.id).toEqual([]);
    }
    expect(new Set(articles.map(({ text }) => text)).size).toBe(articles.length);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  });

  test('have nothing left of their templates, and right articles before nouns', () => {
    for (const { id, language = 'en', text, title } of articles) {
      const all = `${title}\n${text}`;
      expect(all, id).not.toMatch(/[{}~@]|\bundefined\b|\bNaN\b|\bRIVAL\b|\bSCORE\b|\bWORK\b|\bYEARS\b/);
      if (language !== 'en') continue;
      expect(all, id).not.toMatch(
        /\b[Aa] (?!ewe\b|one\b)(?=[aeio])|\b[Aa]n (?=[bcdfgjklmnpqrstvwxyz])|\b1 (?:votes|minutes)\b/,
      );
      expect(all, id).not.toMatch(/ {2}|\.\.(?!\.)|,,| [,.;]/);
    }
  });

  test('are of every kind that an archive can hold', () => {
    const count = (isCounted: (article: WrittenArticle) => unknown) => articles.filter(isCounted).length;
    expect(articles.length).toBeGreaterThanOrEqual(400);
    const years = articles.flatMap(({ date }) => (date ? [Number(date.slice(0, 4))] : []));
    expect([Math.min(...years), Math.max(...years)]).toEqual([1893, 2023]);
    expect(new Set(articles.map(({ language = 'en' }) => language))).toEqual(
      new Set(['en', 'fr', 'de', 'ru', 'ar', 'zh-Hans']),
    );
    expect(new Set(articles.map(({ paper }) => paper)).size).toBe(3);
    expect(count(({ date }) => date === undefined)).toBe(2);
    for (const form of [/^\d{4}$/, /^\d{4}-\d\d$/, /~$/, /\//])
      expect(
        count(({ date }) => form.test(date ?? '')),
        String(form),
      ).toBeGreaterThan(0);
    for (const isKind of [
      ({ corrections }) => corrections,
      ({ redactions }) => redactions,
      ({ withdrawn }) => withdrawn,
      ({ noindex }) => noindex,
      ({ formerSlugs }) => formerSlugs,
      ({ titleSupplied }) => titleSupplied,
      ({ attachment }) => attachment,
      ({ hasSourceText }) => hasSourceText,
      ({ rights }) => rights,
      ({ summary }) => summary,
      ({ byline }) => byline?.length === 2,
      ({ byline }) => byline?.[0] === '林美华',
      ({ text }) => text.includes('[^'),
      ({ text }) => text.includes('| ---'),
      ({ text }) => /^> /m.test(text),
      ({ text }) => /^## /m.test(text),
      ({ text }) => /^\* /m.test(text),
      ({ text }) => text.includes('](/articles/'),
      ({ printed }) => printed.edition,
    ] satisfies ((article: WrittenArticle) => unknown)[])
      expect(count(isKind), String(isKind)).toBeGreaterThan(0);
  });

  test('link to articles that there are', () => {
    const ids = new Set(articles.map(({ id }) => id));
    const linked = articles.flatMap(({ text }) =>
      Array.from(text.matchAll(/\]\(\/articles\/([^)]+)\/\)/g), ([, id = '']) => id),
    );
    expect(linked.length).toBeGreaterThan(50);
    expect(linked.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the pictures of the demonstration', () => {
  test('are the same each time', async () => {
    for (const [scene, year] of [
      ['market', 1900],
      ['portrait', 1930],
      ['cinema', 1995],
    ] as const) {
      const draw = () => drawPicture(scene, 'Alice Pell.', year, 7);
      expect(await draw()).toEqual(await draw());
    }
  });

  test('of front pages have a region for each article that stands on them', async () => {
    const typeface = await readTypeface();
    const page = {
      nameplate: 'The Mercury',
      folio: 'No. 1',
      articles: [
        { title: 'One', paragraphs: ['Some words. '.repeat(250)] },
        { title: 'Two', paragraphs: ['More.'] },
      ],
    };
    const { bytes, regions } = await setFrontPage(page, typeface, 0);
    // The first runs over into a second column.
    expect(regions.map(({ length }) => length)).toEqual([2, 1]);
    expect((await setFrontPage(page, typeface, 0)).bytes).toEqual(bytes);
  });
});

describe('the archive of the demonstration', () => {
  let [folder, content] = ['', ''];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-demo-'));
    content = await ensureDemo(folder, 'http://localhost:4321/');
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('passes every check: tags are who and what the texts name, and everything is in the ledger', async () => {
    const { findings } = await checkContent(content, {
      tags: true,
      strict: true,
      published: true,
      allowsRemoval: false,
      links: false,
    });
    expect(findings).toEqual([]);
  });

  test('says that it is invented', async () => {
    const { content: read } = await readArchive(content);
    expect(read?.site.description).toMatch(/invented.*does not exist/i);
    expect(read?.about?.body).toContain('There is no Ternhythe.');
    for (const name of ['people', 'places', 'organizations'] as const)
      for (const { data } of read?.vocabularies[name] ?? []) expect(data.description).toMatch(/Invented/);
  });

  test('is not written again when nothing has changed', async () => {
    const written = () => stat(join(content, 'site.yaml')).then(({ ino, mtimeMs }) => [ino, mtimeMs]);
    const before = await written();
    expect(await ensureDemo(folder, 'http://localhost:4321/')).toBe(content);
    expect(await written()).toEqual(before);
  });
});
