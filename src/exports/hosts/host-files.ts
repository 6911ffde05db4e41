import type { Archive } from '../../archive/archive.ts';
import { createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import { renderCaddyfile } from './caddy.ts';
import { renderHeadersFile } from './headers-file.ts';
import type { HostView } from './host-headers.ts';
import { renderNginx } from './nginx.ts';
import { renderNginxMap, renderRedirectsFile, type Redirect } from './redirects.ts';

/** Lists the files that configure web hosts: headers and redirects, for each host in its own format. */
export function listHostFiles(
  { site, paths }: Pick<Archive, 'site' | 'paths'>,
  redirects: readonly Redirect[],
  policy: string,
): SiteFile[] {
  const isSecure = new URL(site.url).protocol === 'https:';
  const view = (): HostView => ({ home: paths.home, isSecure, policy, redirects });
  return [
    createSiteFile('_headers', view, renderHeadersFile),
    createSiteFile('_redirects', () => redirects, renderRedirectsFile),
    createSiteFile('nginx.conf', view, renderNginx),
    createSiteFile('redirects.nginx.map', () => redirects, renderNginxMap),
    createSiteFile('Caddyfile', view, renderCaddyfile),
  ];
}
