import type { Archive } from '../../archive/archive.ts';

/** The Trusted Types policy with which the search page starts its worker (see `search-client.ts`). */
const searchTypes = 'dateline-search';

/** The policy of a redirect page: it has only text and styles. */
export const redirectPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The origins besides its own that a site loads from. */
export interface OtherOrigins {
  /** Of pictures, where they are on another host. */
  media?: string | undefined;
  /** Of the hosts that publish the site, where there are several: the home page's first. */
  hosts?: readonly string[] | undefined;
}

/** Finds the origins that a site loads from. */
export function listOrigins({ site, hosts }: Pick<Archive, 'site' | 'hosts'>): OtherOrigins {
  return {
    ...(site.mediaUrl !== undefined && { media: originOf(site.mediaUrl) }),
    ...(hosts.all.length > 1 && { hosts: hosts.all.map(({ url }) => originOf(url)) }),
  };
}

const originOf = (url: string) => new URL(url).origin;

/**
 * Renders a page's Content Security Policy (Level 3) for a `meta` element: resources of its own host, pictures of the host of
 * media, what pages and their scripts load from the other hosts of the site, and nothing else. No page has a script within
 * it. Only pages that search start a worker.
 */
export function renderPagePolicy(isSearch: boolean, origins: OtherOrigins = {}): string {
  return listDirectives(isSearch, origins).join('; ');
}

/**
 * Renders the Content Security Policy that hosts send with every response. It allows what any page needs, because some hosts
 * join the headers of all rules that a path matches; pages narrow it with their own. It is also the policy of the search
 * worker: the policy of a worker is that of its own response, not that of the page. And only a header can say who may frame a
 * page.
 */
export function renderSitePolicy(origins: OtherOrigins = {}): string {
  const directives = listDirectives(true, origins);
  return [...directives, "frame-ancestors 'none'"].join('; ');
}

function listDirectives(isSearch: boolean, { media, hosts = [] }: OtherOrigins): string[] {
  const allow = (name: string, ...origins: (string | undefined)[]) =>
    [name, "'self'", ...origins.filter((origin) => origin !== undefined)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    allow('img-src', media, hosts[0]),
    allow('connect-src', ...hosts),
    ...(isSearch ? ["worker-src 'self'"] : []),
    allow('form-action', hosts[0]),
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${isSearch ? searchTypes : "'none'"}`,
  ];
}
