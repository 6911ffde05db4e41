import { element } from './element.ts';

/** A facet as it is shown. */
export interface FacetView {
  key: string;
  title: string;
  values: { value: string; name: string; count: number; chosen: boolean }[];
}

/** Values shown before the rest is folded away. */
const shown = 8;

/**
 * Orders a facet's values for showing: the chosen ones and those that most articles have first; years from the newest.
 *
 * @param counts how many articles each value would give
 * @param nameOf the name of a value
 */
export function viewFacet(
  { key, title }: { key: string; title: string },
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
  nameOf: (value: string) => string,
): FacetView {
  const given = Object.entries(counts).filter(([value, count]) => count > 0 || chosen.includes(value));
  const missing = chosen.filter((value) => !(value in counts)).map((value): [string, number] => [value, 0]);
  const values = [...given, ...missing].map(([value, count]) => ({
    value,
    count,
    name: nameOf(value),
    chosen: chosen.includes(value),
  }));
  const byCount = (a: FacetView['values'][number], b: FacetView['values'][number]) =>
    Number(b.chosen) - Number(a.chosen) || b.count - a.count || a.name.localeCompare(b.name);
  // Years from the newest; what is not a year (`undated`) after them.
  const rank = ({ value }: FacetView['values'][number]) => (/^\d/.test(value) ? Number(value) : -1);
  const byYear = (a: FacetView['values'][number], b: FacetView['values'][number]) => rank(b) - rank(a);
  return { key, title, values: values.sort(key === 'year' ? byYear : byCount) };
}

/** Shows facets as groups of checkboxes, each with the number of articles that it would give. */
export function showFacets(
  container: HTMLElement,
  facets: readonly FacetView[],
  onToggle: (key: string, value: string) => void,
): void {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
  const open = new Set(Array.from(container.querySelectorAll('details[open]'), ({ id }) => id));
  container.replaceChildren(
    ...facets.filter(({ values }) => values.length > 0).map((facet) => showFacet(facet, open, onToggle)),
  );
  // The list is made anew while it is used: whoever is in it stays where they were.
  if (focused) document.getElementById(focused)?.focus();
}

function showFacet(
  { key, title, values }: FacetView,
  open: ReadonlySet<string>,
  onToggle: (key: string, value: string) => void,
): HTMLElement {
  const options = values.map(({ value, name, count, chosen }) => {
    const box = element('input', { type: 'checkbox', id: `facet-${key}-${value}`, checked: chosen });
    box.addEventListener('change', () => onToggle(key, value));
    const number = element(
      'span',
      { className: 'count' },
      count.toLocaleString(document.documentElement.lang),
    );
    return element('label', { className: 'facet-value' }, box, element('span', {}, name), number);
  });
  const group = element(
    'fieldset',
    {},
    element('legend', { className: 'label' }, title),
    ...options.slice(0, shown),
  );
  if (options.length > shown) {
    const rest = options.slice(shown);
    const id = `more-${key}`;
    const summary = element('summary', {}, `${rest.length} more`);
    group.append(element('details', { id, open: open.has(id) }, summary, ...rest));
  }
  return group;
}
