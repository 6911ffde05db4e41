import type { SearchState } from '../state/search-state.ts';

/**
 * Finds the feed of a search for the articles of one authority record, and nothing else.
 *
 * @param singulars the facet of each vocabulary: `person` for `people`
 * @returns the feed's path below the home page, and the record's facet and id
 */
export function findTagFeed(
  { words, facets, with: required, from, to }: SearchState,
  singulars: Readonly<Record<string, string>>,
): { path: string; key: string; id: string } | undefined {
  const ofFacets = Object.entries(facets).flatMap(([key, ids]) => ids.map((id) => `${key}:${id}`));
  const [only, ...others] = [...ofFacets, ...required];
  if (!only || others.length > 0 || words + from + to !== '') return undefined;
  const [key = '', id = ''] = only.split(/:(.*)/s);
  const vocabulary = Object.keys(singulars).find((name) => singulars[name] === key);
  return vocabulary === undefined ? undefined : { path: `${vocabulary}/${id}/feed.xml`, key, id };
}
