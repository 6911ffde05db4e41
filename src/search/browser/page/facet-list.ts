import { refining } from '../../../languages/refining/messages.ts';
import { search } from '../../../languages/search/messages.ts';
import { element } from './element.ts';
import type { FacetValue, FacetView } from '../engine/facet-views.ts';

/** How many values are added when a reader wants more of a facet. */
export const moreValues = 40;
/** A facet with more values than this has a field to filter them. */
const narrowedFrom = 12;
/** Facets with one value: an article has pictures or none, its text was recognized by a program or was not. */
const singleFacets = ['picture', 'recognized'];

/** What a reader can do with a facet. */
export interface FacetActions {
  toggle(key: string, id: string): void;
  /** Loads a facet that is closed. */
  open(key: string): void;
  /** Shows more values. */
  more(key: string): void;
  /** Shows only values whose names have these words. */
  narrow(key: string, words: string): void;
  /** Finds what has any or all of the chosen values. */
  combine(key: string, how: 'any' | 'all'): void;
}

/** The facets of the search page: groups of checkboxes, each with its number of results. */
export interface FacetList {
  /** Shows these facets, others as closed, and hides all others. */
  show(views: readonly FacetView[], closed: readonly string[]): void;
}

/**
 * Creates the facets. Their elements are kept when values change, so that the focus and what is typed in a field stay.
 *
 * @param facets in their order; an article can have several values of those that are vocabularies
 */
export function createFacetList(
  container: HTMLElement,
  facets: readonly { key: string; title: string }[],
  vocabularies: readonly string[],
  actions: FacetActions,
): FacetList {
  const groups = new Map(
    facets.map(({ key, title }) => [key, createGroup(key, title, vocabularies.includes(key), actions)]),
  );
  container.replaceChildren(...Array.from(groups.values(), ({ group }) => group));
  return {
    show(views, closed) {
      const focused = document.activeElement?.id;
      for (const [key, { group, close }] of groups) {
        group.hidden = !closed.includes(key);
        if (!group.hidden) close();
      }
      for (const view of views) groups.get(view.key)?.show(view);
      // The elements of values are replaced: the focus returns to the same value.
      if (focused) document.getElementById(focused)?.focus();
    },
  };
}

function createGroup(key: string, title: string, hasSeveral: boolean, actions: FacetActions) {
  const values = element('div');
  const label = refining.narrow(title);
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
  const combination = createCombination(key, actions);
  const content = element('div', {}, field, combination.line, values, more);
  const heading = element('button', { type: 'button', id: `open-${key}`, className: 'plain label' }, title);
  /** Whether it has been loaded: then it is opened and closed by itself. */
  let isLoaded = false;
  const expand = (isOpen: boolean) => {
    content.hidden = !isOpen;
    heading.ariaExpanded = String(isOpen);
  };
  heading.addEventListener('click', () => {
    if (isLoaded) expand(heading.ariaExpanded !== 'true');
    else actions.open(key);
  });
  const group = element('fieldset', { hidden: true }, element('legend', {}, heading), content);
  let most = 0;
  return {
    group,
    close: () => expand(false),
    show({ values: shown, total, how }: FacetView) {
      most = Math.max(most, total);
      if (!isLoaded) expand(true);
      isLoaded = true;
      const chosen = shown.filter(({ isChosen }) => isChosen).length;
      // A field that is in use stays, even when no value matches.
      field.hidden = most <= narrowedFrom;
      const canNarrow = total > 1 || chosen > 0 || (total > 0 && singleFacets.includes(key));
      group.hidden = !canNarrow && field.value === '';
      combination.show(hasSeveral && chosen > 1, how);
      values.replaceChildren(...shown.map((value) => showValue(key, value, actions)));
      const rest = total - shown.length;
      more.hidden = rest === 0;
      more.textContent = refining.more(rest);
    },
  };
}

/** Creates the choice between any and all of the chosen values. */
function createCombination(key: string, actions: FacetActions) {
  const line = element('p', { className: 'combination', hidden: true });
  const boxes = (['any', 'all'] as const).map((how) => {
    const box = element('input', { type: 'radio', name: `combination-${key}`, id: `${how}-${key}` });
    box.addEventListener('change', () => actions.combine(key, how));
    line.append(element('label', {}, box, refining.combinations[how]));
    return { how, box };
  });
  return {
    line,
    show(isShown: boolean, chosen: FacetView['how']) {
      line.hidden = !isShown;
      for (const { how, box } of boxes) box.checked = how === chosen;
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
