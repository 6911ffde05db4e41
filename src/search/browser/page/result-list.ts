import { search } from '../../../languages/search/messages.ts';
import { element } from './element.ts';
import type { Passage } from '../engine/excerpt.ts';
import type { Hit } from '../engine/messages.ts';

/** Stretches that an article's page is asked to mark. */
const marked = 6;

/**
 * Makes the list items of found articles.
 *
 * @param language the page's own; a text in another says which
 */
export function resultItems(hits: readonly Hit[], language: string): HTMLLIElement[] {
  return hits.map(({ url, title, date, language: own, excerpt, found, isPossible }) => {
    const lang = own === language ? {} : { lang: own, dir: 'auto' };
    const link = element('a', { href: url + markDirective(found) }, ...showPassages(title));
    const when = element('p', { className: 'label' }, date);
    if (isPossible) when.append(' ', element('span', { className: 'possible' }, search.possible));
    return element(
      'li',
      {},
      when,
      element('h2', { className: 'article-list-title', ...lang }, link),
      element('p', { className: 'evidence', ...lang }, ...showPassages(excerpt)),
    );
  });
}

/** Texts become text nodes, and nothing else that might stand in them. */
function showPassages(passages: readonly Passage[]): (string | HTMLElement)[] {
  return passages.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text));
}

/**
 * The part of an address that has the browser mark what was found (WICG "URL Fragment Text Directives"): the page
 * itself needs no script for that, and a reader who comes from elsewhere sees no marks.
 */
function markDirective(found: readonly string[]): string {
  const texts = found
    .slice(0, marked)
    .map((text) => `text=${encodeURIComponent(text).replaceAll('-', '%2D')}`);
  return texts.length > 0 ? `#:~:${texts.join('&')}` : '';
}
