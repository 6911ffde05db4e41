import { readingList as t } from '../../languages/reading-list/messages.ts';
import { element } from '../../search/browser/page/element.ts';
import { readEntry } from './entry.ts';
import { renderListAddress } from './list-address.ts';
import { loadPage } from './load-page.ts';
import { merge, readStored, store } from './stored-list.ts';

/** Adds the article of the page to the reading list when its button is pressed, which is when the page loads this. */
async function add(button: HTMLElement, answer: HTMLElement): Promise<void> {
  const entry = await readEntry(document, loadPage);
  if (!entry) {
    answer.replaceChildren(t.notRead);
    return;
  }
  const kept = isHere ? readStored(list) : undefined;
  if (kept && store(list, merge(kept, [entry]))) {
    button.textContent = t.added;
    answer.replaceChildren(element('a', { href: list }, t.show));
  } else {
    const link = element('a', { href: list + renderListAddress([entry.id]) }, t.listOfOne);
    answer.replaceChildren(...(isHere ? [`${t.notKept} `] : []), link);
  }
}

// A browser keeps a list for one host only: that of the home page, where the search is.
const search = document.querySelector<HTMLFormElement>('form.search-field')?.action ?? location.href;
const { origin, pathname } = new URL('../reading-list/', search);
const isHere = origin === location.origin;
const list = isHere ? pathname : origin + pathname;
const button = document.getElementById('add-to-list');
const answer = document.getElementById('cite-status');
if (button && answer) {
  button.addEventListener('click', () => void add(button, answer));
  void add(button, answer);
}
