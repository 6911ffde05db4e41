import { suggestions } from '../../../languages/search/messages.ts';
import { element } from '../page/element.ts';
import { findNames, type NameRow } from './find-names.ts';

// The header's field suggests names: a combobox with a list below it (ARIA Authoring Practices Guide, "Editable Combobox
// With List Autocomplete"). Loaded when the field gets the focus.

/** Names suggested, at most. */
const shown = 8;

const field = document.querySelector<HTMLInputElement>('.search-field #q');
if (field?.form) suggestNames(field, new URL(field.form.action));

function suggestNames(input: HTMLInputElement, search: URL): void {
  const list = element('ul', {
    id: 'suggestions',
    role: 'listbox',
    ariaLabel: suggestions.list,
    hidden: true,
  });
  const status = element('p', { className: 'visually-hidden', role: 'status' });
  input.after(list, status);
  input.role = 'combobox';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  let active = -1;

  const setActive = (index: number) => {
    active = index;
    for (const [position, option] of Array.from(list.children).entries()) {
      option.ariaSelected = String(position === active);
      if (position === active) option.scrollIntoView({ block: 'nearest' });
    }
    const id = list.children[active]?.id;
    if (id) input.setAttribute('aria-activedescendant', id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (names: readonly NameRow[]) => {
    list.replaceChildren(...names.map(optionOf));
    list.hidden = names.length === 0;
    input.ariaExpanded = String(!list.hidden);
    status.textContent = list.hidden ? '' : suggestions.found(names.length);
    setActive(-1);
  };
  const hrefOf = (key: string) => new URL(`../${key}/`, search).href;
  const optionOf = ([name, key, articles]: NameRow, index: number) => {
    const [vocabulary = ''] = key.split('/');
    const remark = element(
      'span',
      { className: 'count' },
      suggestions.remark(suggestions.vocabularies[vocabulary] ?? vocabulary, articles),
    );
    const option = element(
      'li',
      { id: `suggestion-${index}`, role: 'option' },
      element('bdi', {}, name),
      ' ',
      remark,
    );
    // Before the field loses the focus, which closes the list.
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => location.assign(hrefOf(key)));
    return option;
  };

  const update = async () => {
    const text = input.value;
    const names = text.trim() === '' ? [] : await findNames(new URL('names/', search).href, text);
    if (text === input.value && document.activeElement === input) show(names.slice(0, shown));
  };
  input.addEventListener('input', () => void update());
  input.addEventListener('blur', () => show([]));
  input.addEventListener('keydown', (event) => {
    const count = list.childElementCount;
    if (event.key === 'Escape' && !list.hidden) show([]);
    else if (event.key === 'ArrowDown' && count > 0) setActive(active + 1 < count ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && count > 0) setActive(active < 0 ? count - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) (list.children[active] as HTMLElement).click();
    else return;
    event.preventDefault();
  });
  void findNames(new URL('names/', search).href, '');
  void update();
}
