import { describe, expect, onTestFinished, test } from 'vitest';

import { createCatalogue } from '../../../src/search/catalogue.ts';
import { listDocuments } from '../../../src/search/document.ts';
import { listArticlePages } from '../../../src/views/article.ts';
import { listHomePages } from '../../../src/views/home.ts';
import { listItem } from '../../../src/views/parts/article-items.ts';
import { viewProvenance } from '../../../src/views/parts/provenance.ts';
import { makeArchive } from '../archive/entries.ts';
import { openPageRenderer } from './render-page.ts';

describe('the provenance of recognized text', () => {
  const sayOf = (ocr: { engine?: string; meanConfidence?: number } | undefined, language = 'en') => {
    const archive = makeArchive({ site: { language }, articles: { fog: ocr ? { ocr } : {} } });
    const [article] = archive.articles;
    return article && viewProvenance(archive, article)?.recognized;
  };

  test('says that a machine recognized it, how surely, and which', () => {
    expect(sayOf({ engine: 'Reader 8.1', meanConfidence: 0.91 })).toEqual({
      words: 'Text recognized by machine, 91% sure; may hold errors',
      engine: 'Reader 8.1',
    });
    expect(sayOf({ meanConfidence: 0.29 }, 'fr')?.words).toBe(
      'Texte reconnu par une machine, sûre à 29\u00a0%\u00a0; peut contenir des erreurs',
    );
  });

  test('says no more where the confidence is unknown, and never that it is surer than it is', () => {
    expect(sayOf({})?.words).toBe('Text recognized by machine; may hold errors');
    expect(sayOf({ meanConfidence: 0.999 })?.words).toContain('99% sure');
    expect(sayOf({ meanConfidence: 1 })?.words).toContain('100% sure');
    expect(sayOf(undefined)).toBeUndefined();
  });
});

describe('recognized text', () => {
  const archive = makeArchive({
    articles: { fog: { ocr: { engine: 'Reader <8>', meanConfidence: 0.5 } }, rain: {} },
  });
  const [fog, rain] = ['fog', 'rain'].map((id) => archive.articles.find((each) => each.id === id));

  test('is told from other texts in lists and in what the search shows', () => {
    const recognized = [fog, rain].map((each) => each && listItem(archive, each).recognized);
    expect(recognized).toEqual(['recognized text', undefined]);
    const shown = listDocuments(archive).map(({ url, publishedIn }) => [url, publishedIn]);
    expect(Object.fromEntries(shown)).toEqual({
      'articles/fog/': 'recognized text',
      'articles/rain/': undefined,
    });
  });

  test('is a facet of the search where there is any', () => {
    const facetOf = (each: typeof archive) =>
      createCatalogue(each).facets.find(({ key }) => key === 'recognized')?.values;
    expect(facetOf(archive)).toEqual([['yes', 'recognized text', 1]]);
    expect(facetOf(makeArchive({ articles: { rain: {} } }))).toBeUndefined();
  });

  test('is shown as such on its page and on others', async () => {
    const renderer = await openPageRenderer();
    onTestFinished(() => renderer.close());
    const page = listArticlePages(archive).find(({ path }) => path.includes('fog'));
    if (page?.kind !== 'article') throw new Error('There is no page.');
    const html = await renderer.render('article', await page.view());
    expect(html.replace(/\s+/g, ' ')).toContain('Text recognized by machine, 50% sure; may hold errors</dd>');
    expect(html).toContain('<bdi>Reader &lt;8&gt;</bdi>');
    const home = listHomePages(archive).find(({ kind }) => kind === 'home');
    if (home?.kind !== 'home') throw new Error('There is no page.');
    expect(await renderer.render('home', await home.view())).toMatch(
      /class="label"[^>]*>[^<]*(?:<[^>]*>[^<]*)*?recognized text/,
    );
  });
});
