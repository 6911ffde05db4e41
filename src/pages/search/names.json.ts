import type { APIRoute } from 'astro';

import { loadArchive } from '../../archive/load.ts';
import { vocabularies } from '../../records/vocabularies.ts';

/** For each facet of the search, the names of its values: `{"person": {"wang-yi": "Wang Yi"}}`. */
export const GET = (async () => {
  const { records } = await loadArchive();
  const names = vocabularies.map(({ name, singular }) => [
    singular,
    Object.fromEntries(
      records[name].filter(({ articles }) => articles.length > 0).map(({ id, name }) => [id, name]),
    ),
  ]);
  return new Response(JSON.stringify(Object.fromEntries(names)));
}) satisfies APIRoute;
