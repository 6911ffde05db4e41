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

test('readIndexedPage leaves out how an article is cited, and nothing else', () => {
  const cite = '<section class="cite"><h2>Cite</h2><textarea>@misc{a, title = {A}}</textarea></section>';
  const source = '<section class="provenance"><p data-pagefind-filter="source">The Gazette</p></section>';
  const article = (aside: string) =>
    `<article class="article" data-pagefind-body><p>Text.</p><aside>${aside}</aside></article>`;
  const [whole, left] = [cite + source, source].map(
    (aside) => `<!doctype html><html><body>${article(aside)}</body></html>`,
  );
  expect(readIndexedPage(whole ?? '')).toBe(left);
});
