import { search } from '../../../languages/search/messages.ts';
import { element } from './element.ts';
import type { FacetValue, FacetView } from '../engine/facet-views.ts';

/** How many values are added when a reader wants more of a facet. */
export const moreValues = 40;
/** A facet with more values than this has a field to filter them. */
const narrowedFrom = 12;

/** What a reader can do with a facet. */
export interface FacetActions {
  toggle(key: string, id: string): void;
  /** Shows more values. */
  more(key: string): void;
  /** Shows only values whose names have these words. */
  narrow(key: string, words: string): void;
}

/** The facets of the search page: groups of checkboxes, each with its number of results. */
export interface FacetList {
  /** Shows these facets, and hides all others. */
  show(views: readonly FacetView[]): void;
}

/**
 * Creates the facets. Their elements are kept when values change, so that the focus and what is typed in a field stay.
 *
 * @param titles of the facets, in their order
 */
export function createFacetList(
  container: HTMLElement,
  titles: readonly { key: string; title: string }[],
  actions: FacetActions,
): FacetList {
  const groups = new Map(titles.map(({ key, title }) => [key, createGroup(key, title, actions)]));
  container.replaceChildren(...Array.from(groups.values(), ({ group }) => group));
  return {
    show(views) {
      const focused = document.activeElement?.id;
      for (const { group } of groups.values()) group.hidden = true;
      for (const view of views) groups.get(view.key)?.show(view);
      // The elements of values are replaced: the focus returns to the same value.
      if (focused) document.getElementById(focused)?.focus();
    },
  };
}

function createGroup(key: string, title: string, actions: FacetActions) {
  const values = element('div');
  const label = search.narrow(title);
  const field = element('input', {
    type: 'search',
    id: `narrow-${key}`,
    placeholder: label,
    autocomplete: 'off',
  });
  field.ariaLabel = label;
  field.addEventListener('input', () => actions.narrow(key, field.value));
  const more = element('button', { type: 'button', id: `more-${key}`, className: 'plain' });
  more.addEventListener('click', () => actions.more(key));
  const group = element(
    'fieldset',
    { hidden: true },
    element('legend', { className: 'label' }, title),
    field,
    values,
    more,
  );
  let most = 0;
  return {
    group,
    show({ values: shown, total }: FacetView) {
      most = Math.max(most, total);
      // A field that is in use stays, even when no value matches.
      field.hidden = most <= narrowedFrom;
      group.hidden = total === 0 && field.value === '';
      values.replaceChildren(...shown.map((value) => showValue(key, value, actions)));
      const rest = total - shown.length;
      more.hidden = rest === 0;
      more.textContent = search.more(rest);
    },
  };
}

function showValue(
  key: string,
  { id, name, count, isChosen }: FacetValue,
  actions: FacetActions,
): HTMLElement {
  const box = element('input', { type: 'checkbox', id: `facet-${key}-${id}`, checked: isChosen });
  box.addEventListener('change', () => actions.toggle(key, id));
  const number = element('span', { className: 'count' }, search.number(count));
  return element('label', { className: 'facet-value' }, box, element('bdi', {}, name), number);
}
