/** What is searched for: the state of the search page, which its address holds. */
export interface SearchState {
  /** '' when every article is meant. */
  words: string;
  /** The chosen values of each facet: several in one mean any of them, several facets mean all of them. */
  facets: Readonly<Record<string, readonly string[]>>;
  /** Values that an article must have besides, each as `facet:value`: the way to ask for two people at once. */
  with: readonly string[];
}

/** The facet whose value is a year, or `undated`; in the address it is the range `from` … `to`. */
export const yearFacet = 'year';

/**
 * Reads the state from an address's parameters.
 *
 * @param facetKeys the facets that there are
 * @returns the state, and what of the parameters was not understood, in words
 */
export function readState(
  parameters: URLSearchParams,
  facetKeys: readonly string[],
): { state: SearchState; ignored: string[] } {
  const facets: Record<string, string[]> = {};
  const ignored: string[] = [];
  const from = parameters.get('from');
  const to = parameters.get('to');
  if (from !== null || to !== null) {
    if (from !== null && from === to && /^(?:\d{4}|undated)$/.test(from)) facets[yearFacet] = [from];
    else ignored.push(`from=${from ?? ''}, to=${to ?? ''}`);
  }
  for (const key of new Set(parameters.keys())) {
    if (['q', 'from', 'to', 'with'].includes(key)) continue;
    if (key === yearFacet || !facetKeys.includes(key)) ignored.push(key);
    else facets[key] = [...new Set(parameters.getAll(key).filter((value) => value !== ''))];
  }
  const required = [...new Set(parameters.getAll('with'))].filter((value) => {
    const known = facetKeys.includes(value.split(':', 1)[0] ?? '') && /:./.test(value);
    if (!known) ignored.push(`with=${value}`);
    return known;
  });
  return { state: { words: (parameters.get('q') ?? '').trim(), facets, with: required }, ignored };
}

/** Writes the state as an address's parameters; the other way round of {@link readState}. */
export function writeState({ words, facets, with: required }: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (words) parameters.set('q', words);
  for (const [key, values] of Object.entries(facets)) {
    for (const value of values) {
      if (key !== yearFacet) parameters.append(key, value);
      else for (const end of ['from', 'to']) parameters.set(end, value);
    }
  }
  for (const value of required) parameters.append('with', value);
  return parameters;
}

/** The state with one value of a facet chosen, or no longer chosen. Of years only one is chosen at a time. */
export function toggle(state: SearchState, key: string, value: string): SearchState {
  const { facets } = state;
  const values = facets[key] ?? [];
  const chosen = values.includes(value);
  const others = key === yearFacet ? [] : values.filter((each) => each !== value);
  return { ...state, facets: { ...facets, [key]: chosen ? others : [...others, value] } };
}
