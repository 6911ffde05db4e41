import type { Archive } from '../../archive/archive.ts';
import { createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import { renderCaddyfile } from './caddy.ts';
import { renderHeadersFile } from './headers-file.ts';
import type { HostView } from './host-headers.ts';
import { renderNginx } from './nginx.ts';
import { renderNginxRedirects } from './redirects/nginx-redirects.ts';
import { listQueryFiles } from './redirects/query-files.ts';
import { listRedirects, type RedirectingPage } from './redirects/redirects.ts';
import { needsFolding, renderRedirectsFile, type RedirectsFileView } from './redirects/redirects-file.ts';
import { renderRedirectsTable } from './redirects/redirects-table.ts';

/** Computes what the `_redirects` file of a site is made from. @param pages all its pages and files */
export function viewRedirectsFile(
  { site, paths, formerAddresses }: Pick<Archive, 'site' | 'paths' | 'formerAddresses'>,
  pages: readonly RedirectingPage[],
): RedirectsFileView {
  const redirects = listRedirects(pages, formerAddresses);
  return {
    redirects,
    host: site.host ?? 'any',
    home: paths.home,
    pages: needsFolding(redirects)
      ? pages.filter(({ leadsTo }) => leadsTo === undefined).map(({ path }) => path)
      : [],
  };
}

/**
 * Lists the files that configure web hosts: headers and redirects, for each host in its own format.
 *
 * @param pages all pages and files of the site
 */
export function listHostFiles(
  archive: Pick<Archive, 'site' | 'paths' | 'formerAddresses'>,
  pages: readonly RedirectingPage[],
  policy: string,
): SiteFile[] {
  const { site, paths } = archive;
  const isSecure = new URL(site.url).protocol === 'https:';
  const rules = viewRedirectsFile(archive, pages);
  const { redirects } = rules;
  const view = (): HostView => ({ home: paths.home, isSecure, policy, redirects });
  return [
    createSiteFile('_headers', view, renderHeadersFile),
    createSiteFile('_redirects', () => rules, renderRedirectsFile),
    createSiteFile('redirects.csv', () => redirects, renderRedirectsTable),
    createSiteFile('nginx.conf', view, renderNginx),
    createSiteFile(
      'redirects.nginx.conf',
      () => ({ redirects, home: paths.home }),
      (data) => renderNginxRedirects(data.redirects, data.home).content,
    ),
    createSiteFile('Caddyfile', view, renderCaddyfile),
    ...listQueryFiles(redirects),
  ];
}
