import { readingList as t } from '../../languages/reading-list/messages.ts';
import { element } from '../../search/browser/page/element.ts';
import { parseCsl, type ListEntry } from './entry.ts';

/** Renders an entry of the list: its title, its date, and a button that removes it. */
export function renderItem(entry: ListEntry, href: string, remove: (entry: ListEntry) => void): HTMLElement {
  const { title, date, json } = entry;
  const lang = parseCsl(json)[0]?.language ?? '';
  const button = element('button', { type: 'button', className: 'plain' }, t.remove);
  button.setAttribute('aria-label', t.removeTitle(title));
  button.addEventListener('click', () => remove(entry));
  return element(
    'li',
    {},
    element('p', { className: 'label' }, date),
    element('p', { className: 'article-list-title' }, element('a', { href, lang, dir: 'auto' }, title)),
    button,
  );
}
