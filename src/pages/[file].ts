import type { APIRoute, GetStaticPaths } from 'astro';

import type { Archive } from '../archive/archive.ts';
import { loadArchive } from '../archive/load.ts';
import { archiveFeeds } from '../exports/feeds.ts';
import { wordNginxMap, wordRedirects } from '../exports/redirects.ts';

/** What the archive is besides its pages, by file. A page of Astro's cannot have a name that begins with "_". */
const files: Readonly<Record<string, (archive: Archive) => string>> = {
  ...archiveFeeds,
  _redirects: wordRedirects,
  'redirects.nginx.map': wordNginxMap,
};

export const getStaticPaths = (() =>
  Object.keys(files).map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

export const GET = (async ({ params: { file = '' } }) =>
  new Response(files[file]?.(await loadArchive()))) satisfies APIRoute;
