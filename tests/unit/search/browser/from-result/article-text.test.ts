import { parseHTML } from 'linkedom';
import { beforeAll, afterAll, expect, test, vi } from 'vitest';

import { readHtmlText } from '../../../../../src/markdown/html-text.ts';
import { createMarker } from '../../../../../src/search/browser/engine/find-marks.ts';
import { findMatches, readText } from '../../../../../src/search/browser/from-result/article-text.ts';
import { readQuery } from '../../../../../src/search/browser/state/query.ts';
import { tokenize } from '../../../../../src/search/browser/text/tokenize.ts';

const html =
  '<p id="p1">The <b>fer</b>ry of <a href="/people/ada/">Ada Brook</a>.<sup><a data-footnote-ref href="#n">1</a></sup></p>' +
  '<figure><figcaption>A ferry</figcaption></figure><ul><li>one</li><li>two<br>three</li></ul>' +
  '<table><tbody><tr><td>night</td><td>train</td></tr></tbody></table>' +
  '<section data-footnotes><p>The ferry of a note</p></section><p>A night<em> train</em></p>';

/** A page with an article, in which ranges are what they are set to. */
function createPage(title: string): Document {
  const { document } = parseHTML(
    `<!doctype html><html><body><header class="article-head"><p class="label">Ferry Day</p><h1>${title}</h1></header><div class="text">${html}</div></body></html>`,
  );
  return document;
}

beforeAll(() => {
  vi.stubGlobal('Node', { ELEMENT_NODE: 1, TEXT_NODE: 3 });
  vi.stubGlobal('document', {
    createRange: () => ({
      setStart(node: Text, offset: number) {
        Object.assign(this, { from: [node.data, offset] });
      },
      setEnd(node: Text, offset: number) {
        Object.assign(this, { to: [node.data, offset] });
      },
    }),
  });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const find = (words: string, title = 'Title') =>
  findMatches(createPage(title), createMarker(readQuery(words)));

test('a text has the words with which it is indexed', () => {
  const part = createPage('Title').querySelector('.text');
  const read = part && readText(part).text;
  const formsOf = (text: string) => tokenize(text).words.map(({ form }) => form);
  expect(formsOf(read ?? '')).toEqual(formsOf(readHtmlText(html)));
});

test('matches are found over the borders of elements, in the title too, and not in what the archive says', () => {
  const matches = find('ferry', 'The ferries');
  expect(matches.map(({ range }) => range)).toMatchObject([
    { from: ['The ferries', 4], to: ['The ferries', 11] },
    { from: ['fer', 0], to: ['ry of ', 2] },
    { from: ['A ferry', 2], to: ['A ferry', 7] },
  ]);
});

test('a phrase is found where it is printed', () => {
  const matches = find('"night train"');
  expect(matches.at(-1)?.range).toMatchObject({ from: ['A night', 2], to: [' train', 6] });
});

test('a match has the words of its line around it, whole ones', () => {
  expect(find('brook')[0]?.context).toBe('The ferry of Ada Brook.');
  const title = `${'before '.repeat(20)}ferry${' after'.repeat(20)}`;
  expect(find('ferry', title)[0]?.context).toMatch(/^… (?:before )+ferry(?: after)+ …$/);
});

test('a search without words has no matches', () => {
  expect(find('')).toEqual([]);
});
