import type { APIRoute, GetStaticPaths } from 'astro';

import { loadArchive } from '../archive/load.ts';
import { listRedirects, wordNginxMap, wordRedirects, type Redirect } from '../exports/redirects.ts';

/** The list of redirects in the forms of hosts, by the names of its files. A page of Astro's cannot begin with "_". */
const forms: Record<string, (redirects: readonly Redirect[]) => string> = {
  _redirects: wordRedirects,
  'redirects.nginx.map': wordNginxMap,
};

export const getStaticPaths = (() =>
  Object.keys(forms).map((redirects) => ({ params: { redirects } }))) satisfies GetStaticPaths;

export const GET = (async ({ params: { redirects = '' } }) =>
  new Response(forms[redirects]?.(listRedirects(await loadArchive())))) satisfies APIRoute;
