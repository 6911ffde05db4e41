import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../archive/load.ts';
import type { SiteFile } from '../archive/site-file.ts';
import { suggestOnFocus } from '../components/suggest-on-focus.ts';
import { listFeeds } from '../exports/feeds/feed-files.ts';
import { renderSitePolicy } from '../exports/hosts/content-security.ts';
import { listHostFiles } from '../exports/hosts/host-files.ts';
import { listRedirects } from '../exports/hosts/redirects.ts';
import { listSharingFiles } from '../exports/sharing/sharing-files.ts';
import { listSitemaps } from '../exports/sharing/sitemap.ts';
import { contentRoot } from '../records/content-root.ts';
import { listPages } from '../views/page-list.ts';

interface Props {
  file: SiteFile;
}

/** What the archive is besides its pages, by file. A page of Astro's cannot have a name that begins with "_". */
export const getStaticPaths = listPaths((archive) => {
  const pages = listPages(archive);
  return [
    ...listFeeds(archive).filter(({ path }) => !path.includes('/')),
    ...listHostFiles(archive, listRedirects(pages), renderSitePolicy([suggestOnFocus])),
    ...listSitemaps(pages, archive.paths),
    ...listSharingFiles(archive, contentRoot()),
  ].map((file) => ({
    params: { file: file.path },
    props: { file },
    ...(file.key && { cacheKey: file.key }),
  }));
}) satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  new Response(await (props as Props).file.content())) satisfies APIRoute;
