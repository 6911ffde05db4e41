import { narrowing } from '../../../languages/search/messages.ts';
import { foldForSearch } from '../text/fold-for-search.ts';

const field = document.querySelector<HTMLInputElement>('#narrow');
const line = field?.closest('p');
const status = line?.querySelector('[role=status]');
const items = Array.from(document.querySelectorAll<HTMLElement>('.letter-index li'), (item) => ({
  item,
  names: foldForSearch(`${item.querySelector('a')?.textContent ?? ''} ${item.dataset.names ?? ''}`),
}));

if (field && line && status) {
  line.hidden = false;
  field.addEventListener('input', () => {
    const words = foldForSearch(field.value).split(' ').filter(Boolean);
    let left = 0;
    for (const { item, names } of items) {
      item.hidden = !words.every((word) => names.includes(word));
      if (!item.hidden) left++;
    }
    for (const section of document.querySelectorAll<HTMLElement>('.letter-index section')) {
      section.hidden = !section.querySelector('li:not([hidden])');
    }
    status.textContent = words.length > 0 ? narrowing.left(left, items.length) : '';
  });
}
