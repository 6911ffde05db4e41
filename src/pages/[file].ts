import type { APIRoute, GetStaticPaths } from 'astro';

import type { Archive } from '../archive/archive.ts';
import { loadArchive } from '../archive/load.ts';
import { wordCaddy } from '../exports/caddy.ts';
import { archiveFeeds } from '../exports/feeds.ts';
import { wordHeaders } from '../exports/headers-file.ts';
import { wordNginx } from '../exports/nginx.ts';
import { wordOpenSearch } from '../exports/open-search.ts';
import { wordNginxMap, wordRedirects } from '../exports/redirects.ts';
import { wordRobots, wordSitemaps } from '../exports/sitemap.ts';

/** What the archive is besides its pages, by file. A page of Astro's cannot have a name that begins with "_". */
const files: Readonly<Record<string, (archive: Archive) => string>> = {
  ...archiveFeeds,
  'opensearch.xml': wordOpenSearch,
  'robots.txt': wordRobots,
  _headers: wordHeaders,
  _redirects: wordRedirects,
  'nginx.conf': wordNginx,
  'redirects.nginx.map': wordNginxMap,
  Caddyfile: wordCaddy,
};

export const getStaticPaths = (async () => {
  const archive = await loadArchive();
  const sitemaps = [...wordSitemaps(archive)].map(([path, content]) => ({
    params: { file: path.slice(archive.paths.home.length) },
    props: { content },
  }));
  const others = Object.entries(files).map(([file, word]) => ({
    params: { file },
    props: { content: word(archive) },
  }));
  return [...sitemaps, ...others];
}) satisfies GetStaticPaths;

export const GET = (({ props }) => new Response((props as { content: string }).content)) satisfies APIRoute;
