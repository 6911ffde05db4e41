import { expect, test } from 'vitest';

import { readIndexedPage } from '../../../src/search/indexed-page.ts';

test('readIndexedPage finds the article whatever tags an attribute before it says', () => {
  const head =
    '<meta name="description" content="<article onclick=x> </article> <article data-pagefind-body>">';
  const article = '<article class="article" data-pagefind-body><p>Text.</p></article>';
  const html = `<!doctype html><html><head>${head}</head><body>${article}<footer></footer></body></html>`;
  expect(readIndexedPage(html)).toBe(`<!doctype html><html><body>${article}</body></html>`);
  expect(readIndexedPage(html.replace(article, ''))).toBeUndefined();
});
