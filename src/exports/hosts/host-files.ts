import type { Archive } from '../../archive/archive.ts';
import type { SiteHost } from '../../archive/hosts.ts';
import { belowHome, createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import { renderCaddyfile } from './caddy.ts';
import { renderHeadersFile } from './headers-file.ts';
import type { HostView } from './host-headers.ts';
import { renderNginx } from './nginx.ts';
import { renderNginxRedirects } from './redirects/nginx-redirects.ts';
import { listQueryFiles } from './redirects/query-files.ts';
import { listRedirects, type Redirect, type RedirectingPage } from './redirects/redirects.ts';
import { needsFolding, renderRedirectsFile, type RedirectsFileView } from './redirects/redirects-file.ts';
import { renderRedirectsTable } from './redirects/redirects-table.ts';

/** What the files of a host are made from. */
type HostedArchive = Pick<Archive, 'site' | 'paths' | 'hosts' | 'formerAddresses' | 'moved'>;

/**
 * Lists the redirects from addresses on one of the hosts of an archive. Those to pages on another have absolute addresses.
 *
 * @param pages all pages and files of the site
 */
function listHostRedirects(
  { paths, hosts, formerAddresses }: HostedArchive,
  pages: readonly RedirectingPage[],
  host: SiteHost,
): Redirect[] {
  const redirects = listRedirects(pages, formerAddresses);
  if (hosts.all.length === 1) return redirects;
  const isOwn = (path: string) => hosts.find(belowHome(paths, path)).name === host.name;
  return redirects
    .filter(({ from }) => isOwn(from))
    .map((redirect) => ({
      ...redirect,
      to: isOwn(redirect.to) ? redirect.to : paths.canonical(redirect.to),
    }));
}

/** Computes what the `_redirects` file of a host is made from. @param pages all pages and files of the site */
export function viewRedirectsFile(
  archive: HostedArchive,
  pages: readonly RedirectingPage[],
  host: SiteHost = archive.hosts.home,
): RedirectsFileView {
  const { site, paths, hosts } = archive;
  const redirects = listHostRedirects(archive, pages, host);
  const moved = host.name === hosts.home.name ? archive.moved : [];
  return {
    redirects,
    host: site.host ?? 'any',
    home: paths.home,
    pages: needsFolding(redirects)
      ? pages.filter(({ leadsTo }) => leadsTo === undefined).map(({ path }) => path)
      : [],
    ...(moved.length > 0 && { moved }),
  };
}

/**
 * Lists the files that configure a web host: headers and redirects, for each kind of host in its own format.
 *
 * @param pages all pages and files of the site
 * @param host that of the home page when left out
 */
export function listHostFiles(
  archive: HostedArchive,
  pages: readonly RedirectingPage[],
  policy: string,
  host: SiteHost = archive.hosts.home,
): SiteFile[] {
  const { paths, hosts } = archive;
  const isSecure = new URL(host.url).protocol === 'https:';
  const rules = viewRedirectsFile(archive, pages, host);
  const { redirects, moved } = rules;
  const view = (): HostView => ({
    home: paths.home,
    isSecure,
    policy,
    redirects,
    ...(hosts.all.length > 1 && { isOneOfSeveral: true }),
    ...(moved && { moved }),
  });
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
