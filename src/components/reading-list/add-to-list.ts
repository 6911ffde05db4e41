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
  const kept = readStored(list);
  if (kept && store(list, merge(kept, [entry]))) {
    button.textContent = t.added;
    answer.replaceChildren(element('a', { href: list }, t.show));
  } else {
    const href = list + renderListAddress([entry.id]);
    answer.replaceChildren(`${t.notKept} `, element('a', { href }, t.listOfOne));
  }
}

const list = `${import.meta.env.BASE_URL}reading-list/`;
const button = document.getElementById('add-to-list');
const answer = document.getElementById('cite-status');
if (button && answer) {
  button.addEventListener('click', () => void add(button, answer));
  void add(button, answer);
}
