import type { Hosts, SiteHost } from '../../archive/hosts.ts';

/** What every host has, so that pages load it from their own. */
const ownFile = /^(?:_astro\/|favicon\.svg$)/;

/** The start tag of an element with attributes. In the pages of this site all values are in double quotation marks. */
const startTag = /<[a-z][a-z0-9]*(?: [^\s"'<>=]+(?:="[^"]*")?)+ ?\/?>/g;

/** The attributes that have an address, or several with their widths. */
const address =
  /( (?:href|src|action|poster|data-(?:articles|catalogue|home|index|list|names|words))=")(\/[^"]*)/g;
const addresses = /( (?:imagesrcset|srcset)=")([^"]*)/g;
const refresh = /( content="\d+; url=)(\/[^"]*)/g;

/** Structured data, and the keys of schema.org that have an address. */
const structuredData = /(<script type="application\/ld\+json">)([^<]*)/g;
const addressKeys = new Set(['@id', 'contentUrl', 'image', 'inDefinedTermSet', 'item', 'sameAs', 'url']);

/**
 * Makes the links of a page right for one of the hosts of a site: pages are rendered with paths from the root of the host,
 * and what is on another host is given its absolute address. Nothing but the values of such attributes, and of such keys of
 * structured data, is changed.
 *
 * @param html a page as components render it
 * @param own the host that the page is published on
 *
 * @example
 * // Of a page on the host of 1950 to 1979:
 * linkBetweenHosts('<a href="/people/wang-yi/">', own, hosts)
 * // '<a href="https://example.org/people/wang-yi/">'
 */
export function linkBetweenHosts(html: string, own: SiteHost, hosts: Hosts): string {
  const { pathname: home } = new URL(hosts.home.url);
  const link = (path: string) => {
    if (!path.startsWith(home)) return path;
    const file = path.slice(home.length);
    const host = ownFile.test(file) ? own : hosts.find(file);
    return host === own ? path : host.url + file;
  };
  const linkAll = (value: string) =>
    value.replaceAll(/(^|,\s*)(\/\S+)/g, (_, before: string, path: string) => before + link(path));
  // Its reader may have it without the page, and absolute addresses in it begin with that of the home page.
  const describe = (key: string, value: unknown) => {
    if (typeof value !== 'string' || !addressKeys.has(key)) return value;
    const path = value.startsWith(hosts.home.url) ? home + value.slice(hosts.home.url.length) : value;
    return path.startsWith(home) ? hosts.find(path.slice(home.length)).url + path.slice(home.length) : value;
  };
  return html
    .replaceAll(startTag, (tag) =>
      tag
        .replaceAll(address, (_, name: string, path: string) => name + link(path))
        .replaceAll(addresses, (_, name: string, value: string) => name + linkAll(value))
        .replaceAll(refresh, (_, name: string, path: string) => name + link(path)),
    )
    .replaceAll(
      structuredData,
      (_, tag: string, json: string) =>
        tag + JSON.stringify(JSON.parse(json, describe)).replaceAll('<', '\\u003c'),
    );
}
