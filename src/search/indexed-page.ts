import { hash } from 'node:crypto';

import { hasUnspaced, partLetters } from './browser/state/unspaced.ts';

/** How an article is cited: half of its element, and nothing to search for. */
const citation = /<section class="cite"[^]*?<\/section>/;

/**
 * Takes from an article's page what is indexed of it: a page that has nothing but the article element, without
 * its citation.
 *
 * @returns nothing for lists and tombstones, which have no article to index
 */
export function readIndexedPage(html: string): string | undefined {
  // What an attribute says may have a tag in it, but no quotation mark.
  const from = html.indexOf('<article class="');
  const tag = html.slice(from, html.indexOf('>', from));
  if (from === -1 || !tag.includes('data-pagefind-body')) return undefined;
  const body = html.slice(from, html.lastIndexOf('</article>')).replace(citation, '') + '</article>';
  return `<!doctype html><html><body>${partLettersOf(body)}</body></html>`;
}

/** @returns a digest of what is indexed of a page; '' when nothing is */
export function digestIndexed(html: string): string {
  const indexed = readIndexedPage(html);
  return indexed === undefined ? '' : hash('sha256', indexed, 'base64url');
}

const tag = /<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/g;

/** Tags that part no words. */
const inline = /^<\/?(?:a|b|bdi|code|del|em|i|s|span|strong|sub|sup)\b/;

/** Letters before a text by which it can be told whether it goes on after them. */
const lookBehind = 4;

/** Parts the letters of unspaced scripts in the texts of some markup, and in nothing else of it. */
function partLettersOf(html: string): string {
  // Pagefind would take a zero-width space for the only one.
  const markup = html.replaceAll('\u200b', '');
  if (!hasUnspaced(markup)) return markup;
  const tags = markup.match(tag) ?? [];
  let before = '';
  return markup
    .split(tag)
    .map((text, index) => {
      const own = tags[index] ?? '';
      const parted = partLetters(before + text).slice(partLetters(before).length);
      before = inline.test(own) ? (before + text).slice(-lookBehind) : '';
      return parted + own;
    })
    .join('');
}
