/** The Trusted Types policy with which the search page starts its worker (see `search-client.ts`). */
const searchTypes = 'dateline-search';

/** The policy of a redirect page: it has only text and styles. */
export const redirectPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Renders a page's Content Security Policy (Level 3) for a `meta` element: resources of its own host, pictures of the host of
 * media, and nothing else. No page has a script within it. Only pages that search start a worker.
 *
 * @param mediaOrigin the origin of pictures, where they are on another host
 */
export function renderPagePolicy(isSearch: boolean, mediaOrigin?: string): string {
  return listDirectives(isSearch, mediaOrigin).join('; ');
}

/** The origin of an address, for policies. */
export function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).origin;
}

/**
 * Renders the Content Security Policy that hosts send with every response. It allows what any page needs, because some hosts
 * join the headers of all rules that a path matches; pages narrow it with their own. It is also the policy of the search
 * worker: the policy of a worker is that of its own response, not that of the page. And only a header can say who may frame a
 * page.
 *
 * @param mediaOrigin the origin of pictures, where they are on another host
 */
export function renderSitePolicy(mediaOrigin?: string): string {
  const directives = listDirectives(true, mediaOrigin);
  return [...directives, "frame-ancestors 'none'"].join('; ');
}

function listDirectives(isSearch: boolean, mediaOrigin: string | undefined): string[] {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self'${mediaOrigin === undefined ? '' : ` ${mediaOrigin}`}`,
    "connect-src 'self'",
    ...(isSearch ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${isSearch ? searchTypes : "'none'"}`,
  ];
}
