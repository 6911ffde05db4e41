import type { FacetColumns } from './columns.ts';

/** The names of the values that an article has, by facet. */
export type Tags = Readonly<Record<string, readonly string[]>>;

/** Lists the values that articles have, by the articles' numbers; of a facet, those of most articles first. */
export function listTags(
  facets: readonly FacetColumns[],
  articles: readonly number[],
): ReadonlyMap<number, Tags> {
  const tags = new Map(articles.map((number): [number, Record<string, string[]>] => [number, {}]));
  for (const { key, values, articles: lists } of facets) {
    for (const [index, [, name]] of values.entries())
      for (const number of lists[index] ?? []) {
        const own = tags.get(number);
        if (own) (own[key] ??= []).push(name);
      }
  }
  return tags;
}
