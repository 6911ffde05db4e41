import { element } from './element.ts';
import type { Hit } from './search-engine.ts';

/**
 * Makes the list items of found articles.
 *
 * @param language the page's own; a text in another says which
 */
export function resultItems(hits: readonly Hit[], language: string): HTMLLIElement[] {
  return hits.map(({ url, title, date, language: own, excerpt }) => {
    const lang = own === language ? {} : { lang: own, dir: 'auto' };
    const link = element('a', { href: url }, title);
    return element(
      'li',
      {},
      element('p', { className: 'label' }, date),
      element('h2', { className: 'article-list-title', ...lang }, link),
      element('p', { className: 'evidence', ...lang }, ...readExcerpt(excerpt)),
    );
  });
}

/** Takes the text and the marks of an excerpt, and nothing else that might stand in it. */
function readExcerpt(html: string): (string | HTMLElement)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return Array.from(body.childNodes, (node) =>
    node.nodeName === 'MARK' ? element('mark', {}, node.textContent ?? '') : (node.textContent ?? ''),
  );
}
