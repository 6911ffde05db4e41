import type { FormerAddress } from '../../../archive/former-addresses.ts';
import {
  formatFormerUrl,
  formatParameter,
  type Parameter,
} from '../../../records/former-urls/normalize-former-url.ts';

/** A page or file as far as redirects need it. */
export interface RedirectingPage {
  /** From the host's root. */
  path: string;
  /** The path of the page that it leads to; undefined for a page of its own. */
  leadsTo?: string | undefined;
}

/** An address that leads to a page. */
export interface Redirect {
  /** From the host's root, percent-encoded; with a final slash or without, it is the same. */
  from: string;
  /** The parameters that a request has to have, sorted; others may be there too. Empty where none is needed. */
  query: readonly Parameter[];
  /** The path of the page, from the host's root. */
  to: string;
  /** Its path, in lower case, is also that of another redirect or of a page, so that case has to be heeded. */
  isCaseSensitive: boolean;
}

/**
 * Lists the redirects of a site, sorted: where articles and records were that have moved or were merged, source texts that
 * are now published under another name, and addresses on sites before this one.
 *
 * @param pages all pages and files of the site
 */
export function listRedirects(
  pages: readonly RedirectingPage[],
  formerAddresses: readonly FormerAddress[],
): Redirect[] {
  const found = new Map<string, Omit<Redirect, 'isCaseSensitive'>>();
  for (const { path, leadsTo } of pages)
    if (leadsTo !== undefined) found.set(withoutSlash(path), { from: path, query: [], to: leadsTo });
  for (const { path, query, target } of formerAddresses)
    found.set(formatFormerUrl({ path: withoutSlash(path), query }), { from: path, query, to: target.href });
  const spellings = countSpellings(pages, found.values());
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, redirect]) => ({
      ...redirect,
      isCaseSensitive: (spellings.get(withoutSlash(redirect.from).toLowerCase())?.size ?? 0) > 1,
    }));
}

/** Parts redirects by whether they are in the folder of the site, or above it on the same host. */
export function partByHome(
  redirects: readonly Redirect[],
  home: string,
): Record<'inside' | 'outside', readonly Redirect[]> {
  const isInside = ({ from }: Redirect) => from.startsWith(home);
  return {
    inside: redirects.filter(isInside),
    outside: redirects.filter((redirect) => !isInside(redirect)),
  };
}

/** The forms of a path that lead on: a host that first added the slash would make it two redirects. */
export function listForms(path: string): string[] {
  if (path === '/') return [path];
  return [withoutSlash(path), path.replace(/\/?$/, '/')];
}

/** Redirects that need the same parameters: those that need most are looked for first. */
export interface RedirectsByQuery {
  names: readonly string[];
  redirects: readonly Redirect[];
}

/**
 * Groups redirects by the names of the parameters that they need. Apart are those that hosts have to compare as a whole:
 * where a name is repeated, and where a parameter has no value, which cannot be told from one that is missing.
 */
export function groupByQuery(redirects: readonly Redirect[]): {
  plain: Redirect[];
  byNames: RedirectsByQuery[];
  exact: Redirect[];
} {
  const plain = redirects.filter(({ query }) => query.length === 0);
  const isExact = ({ query }: Redirect) =>
    query.some(([name, value], index) => !value || !/^\w+$/.test(name) || query[index - 1]?.[0] === name);
  const queried = redirects.filter(({ query }) => query.length > 0);
  const groups = Map.groupBy(
    queried.filter((each) => !isExact(each)),
    ({ query }) => query.map(([name]) => name).join('&'),
  );
  const byNames = [...groups.values()].map((group) => ({
    names: group[0]?.query.map(([name]) => name) ?? [],
    redirects: group,
  }));
  return {
    plain,
    byNames: byNames.sort((a, b) => b.names.length - a.names.length),
    exact: queried.filter(isExact),
  };
}

/** The most parameters of which all orders are listed. */
const mostOrdered = 4;

/**
 * Lists the queries with which a request may ask for a redirect, for hosts that compare them as they are written: in any
 * order, unless there are many parameters, and as browsers encode them or as RFC 3986 would.
 *
 * @example
 * listQueries([['b[]', '1']]) // ['b%5B%5D=1', 'b[]=1']
 */
export function listQueries(query: Redirect['query']): string[] {
  const orders = query.length > mostOrdered ? [query] : listOrders(query);
  const queries = orders.map((parameters) => parameters.map(formatParameter).join('&'));
  return [...new Set(queries.flatMap((each) => [each, likeBrowsers(each)]))];
}

function listOrders<Each>(query: readonly Each[]): Each[][] {
  if (query.length < 2) return [[...query]];
  return query.flatMap((first, index) =>
    listOrders([...query.slice(0, index), ...query.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}

/** Writes what browsers do not encode in queries (URL Standard, "query percent-encode set"). */
export function likeBrowsers(query: string): string {
  return query.replace(/%(?:5[B-E]|60|7[B-D])/g, decodeURIComponent);
}

/** By paths in lower case, how they are written: only what redirects have is counted. */
function countSpellings(
  pages: readonly RedirectingPage[],
  redirects: Iterable<{ from: string }>,
): Map<string, Set<string>> {
  const spellings = new Map<string, Set<string>>();
  for (const { from } of redirects) {
    const path = withoutSlash(from);
    const key = path.toLowerCase();
    spellings.set(key, (spellings.get(key) ?? new Set()).add(path));
  }
  for (const { path } of pages) spellings.get(withoutSlash(path).toLowerCase())?.add(withoutSlash(path));
  return spellings;
}

function withoutSlash(path: string): string {
  return path === '/' ? path : path.replace(/\/$/, '');
}
