import { hash } from 'node:crypto';

/** The policy of Trusted Types by which the search page starts its worker (see `search-client.ts`). */
const searchTypes = 'dateline-search';

/** What a page that leads on may do: it has nothing but its text and its styles. */
export const redirectPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * What a page may do (Content Security Policy Level 3), for a `meta` element: what comes from its own host, and nothing
 * else. Only the search page starts a worker.
 *
 * @param inlineScripts the texts of the scripts that are within the page
 */
export function renderPagePolicy(inlineScripts: readonly string[], isSearch: boolean): string {
  return listDirectives(inlineScripts, isSearch).join('; ');
}

/**
 * What hosts say with every answer: as much as any page may do, since some of them join the headers of all rules that an
 * address matches; pages narrow it by their own. It is the policy of the search's worker, too, which compiles WebAssembly:
 * a worker has that of its own answer, not of its page. And only a header can say who may frame a page.
 *
 * @param inlineScripts the texts of the scripts that are within pages
 */
export function renderSitePolicy(inlineScripts: readonly string[]): string {
  return [...listDirectives(inlineScripts, true, "'wasm-unsafe-eval'"), "frame-ancestors 'none'"].join('; ');
}

function listDirectives(inlineScripts: readonly string[], isSearch: boolean, ...scripts: string[]): string[] {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...inlineScripts.map(hashSource), ...scripts].join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    ...(isSearch ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${isSearch ? searchTypes : "'none'"}`,
  ];
}

function hashSource(script: string): string {
  return `'sha256-${hash('sha256', script, 'base64')}'`;
}
