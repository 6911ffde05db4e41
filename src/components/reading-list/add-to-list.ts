import { readingList as t } from '../../languages/reading-list/messages.ts';
import { element } from '../../search/browser/page/element.ts';
import { readEntry } from './entry.ts';
import { renderListAddress } from './list-address.ts';
import { merge, readStored, store } from './stored-list.ts';

/** Adds the article of the page to the reading list when its button is pressed, which is when the page loads this. */
function add(button: HTMLElement, answer: HTMLElement): void {
  const list = button.dataset['list'] ?? '';
  const entry = readEntry(document);
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

const button = document.getElementById('add-to-list');
const answer = document.getElementById('added-to-list');
if (button && answer) {
  button.addEventListener('click', () => add(button, answer));
  add(button, answer);
}
