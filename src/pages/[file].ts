import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';

import { suggestOnFocus } from '../components/suggest-on-focus.ts';
import type { Archive } from '../archive/archive.ts';
import { listPaths } from '../archive/load.ts';
import { wordCaddy } from '../exports/hosts/caddy.ts';
import { wordSitePolicy } from '../exports/hosts/content-security.ts';
import { archiveFeeds } from '../exports/feeds/feeds.ts';
import { wordHeaders } from '../exports/hosts/headers-file.ts';
import { wordLicenses } from '../exports/sharing/licenses.ts';
import { wordNginx } from '../exports/hosts/nginx.ts';
import { wordOpenSearch } from '../exports/sharing/open-search.ts';
import { rasterize, readTypeface } from '../exports/sharing/rasterize.ts';
import { wordNginxMap, wordRedirects } from '../exports/hosts/redirects.ts';
import { drawShareImage, wordShareImage } from '../exports/sharing/share-image.ts';
import { wordRobots, wordSitemaps } from '../exports/sharing/sitemap.ts';
import { contentRoot } from '../records/content-root.ts';
import { readShareImage } from '../records/check/check-share-image.ts';

const policy = wordSitePolicy([suggestOnFocus]);

/** What the archive is besides its pages, by file. A page of Astro's cannot have a name that begins with "_". */
const files: Readonly<Record<string, (archive: Archive) => string | Promise<string>>> = {
  ...archiveFeeds,
  'opensearch.xml': wordOpenSearch,
  'robots.txt': wordRobots,
  'licenses.txt': wordLicenses,
  _headers: (archive) => wordHeaders(archive, policy),
  _redirects: wordRedirects,
  'nginx.conf': (archive) => wordNginx(archive, policy),
  'redirects.nginx.map': wordNginxMap,
  Caddyfile: (archive) => wordCaddy(archive, policy),
};

export const getStaticPaths = listPaths(async (archive) => {
  const share = await findShareImage(archive);
  const sitemaps = [...wordSitemaps(archive)].map(([path, content]) => ({
    params: { file: path.slice(archive.paths.home.length) },
    props: { make: () => content },
  }));
  const others = Object.entries(files).map(([file, word]) => ({
    params: { file },
    props: { make: () => word(archive) },
  }));
  return [
    ...sitemaps,
    ...others,
    { params: { file: 'share.png' }, props: { make: share.make }, cacheKey: share.key },
  ];
}) satisfies GetStaticPaths;

interface Props {
  make: () => string | Promise<string | Uint8Array<ArrayBuffer>>;
}

export const GET = (async ({ props }) => new Response(await (props as Props).make())) satisfies APIRoute;

/** The archive's own picture for cards, or how one is made; and what it is told apart by from that of another build. */
async function findShareImage(archive: Archive): Promise<Props & { key: string }> {
  const own = readShareImage(contentRoot());
  if (own) return { key: hash('sha256', own), make: async () => own };
  const mark = await readFile(resolve('public/favicon.svg'), 'utf8');
  return {
    key: hash('sha256', JSON.stringify([wordShareImage(archive), mark])),
    make: async () => rasterize(drawShareImage(archive, await readTypeface(), mark)),
  };
}
