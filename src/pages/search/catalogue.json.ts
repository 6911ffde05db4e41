import type { APIRoute } from 'astro';

import { loadArchive } from '../../archive/load.ts';
import { createCatalogue } from '../../search/catalogue.ts';

/** Dates and facets of all articles, for the search page. */
export const GET = (async () =>
  new Response(JSON.stringify(createCatalogue(await loadArchive())))) satisfies APIRoute;
