import { refining } from '../../../languages/refining/messages.ts';
import { search } from '../../../languages/search/messages.ts';
import type { Summary } from '../engine/worker-messages.ts';
import type { SearchPart, SearchState } from '../state/search-state.ts';
import { element } from './element.ts';
import { leaveOut, type FacetNames } from './summary.ts';

// Loaded only when nothing is found.

/** Lists how many results a search without any would have if one of its parts were left out, and what the archive covers. */
export function createRelaxations(
  state: SearchState,
  { relaxations, span, without }: Summary,
  names: FacetNames,
  changeTo: (state: SearchState) => void,
): HTMLElement[] {
  const covered = element('p', {}, search.covers(span));
  const items = relaxations.map(({ part, count }) => {
    const button = element('button', { type: 'button', className: 'plain' }, formatPart(state, part, names));
    button.addEventListener('click', () => changeTo(leaveOut(state, part)));
    return element('li', {}, button, ` ${search.articles(count)}`);
  });
  if (items.length === 0) return [covered];
  const lead = element('p', {}, refining.leaveOut);
  const shown = without === undefined ? [] : [element('p', {}, search.shownWithout(without))];
  return [lead, element('ul', {}, ...items), ...shown, covered];
}

function formatPart(state: SearchState, part: SearchPart, { titles, nameOf }: FacetNames): string {
  if (part.kind === 'term') return search.quote(part.term.replaceAll('"', ''));
  if (part.kind === 'range') return search.theDates;
  if (part.kind === 'facet') {
    const names = (state.facets[part.key] ?? []).map((id) => nameOf(part.key, id));
    return search.facet(titles[part.key] ?? part.key, names);
  }
  const [key = '', id = ''] = part.value.split(/:(.*)/s);
  return nameOf(key, id);
}
