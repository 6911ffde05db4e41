import type { SitePage } from '../../views/page.ts';

/** One of the paths that a route lists: as much of Astro's `PathWithRoute` as is used. */
export interface RoutePath {
  /** Below the site's base. */
  pathname: string;
  /** `component`: the route's file, `src/pages/[...article].astro`. */
  route: { component: string };
}

/**
 * Finds the route that renders each page.
 *
 * @param paths of all routes, below the site's base
 * @param base the site's path, with a slash at both ends
 * @throws when two pages have one address, or the routes list other pages than these
 */
export function matchRoutes<Path extends RoutePath>(
  pages: readonly SitePage[],
  paths: readonly Path[],
  base: string,
): Map<SitePage, Path> {
  const byAddress = new Map<string, SitePage>();
  for (const page of pages) {
    const address = addressOf(page.path);
    const other = byAddress.get(address);
    if (other)
      throw new Error(
        `A page of the kind "${page.kind}" and one of the kind "${other.kind}" are at ${page.path}. Give one another address.`,
      );
    byAddress.set(address, page);
  }
  const routes = new Map<SitePage, Path>();
  for (const path of paths) {
    const page = byAddress.get(addressOf(base + path.pathname.replace(/^\//, '')));
    if (!page)
      throw new Error(
        `${path.route.component} lists ${path.pathname}, which is not in the list of pages (src/views/page-list.ts).`,
      );
    routes.set(page, path);
  }
  const missing = pages.find((page) => !routes.has(page));
  if (missing)
    throw new Error(`No route in src/pages/ lists ${missing.path}, a page of the kind "${missing.kind}".`);
  return routes;
}

/** A path on the host by which pages and requests are matched: percent-encoded, without what hosts add to it. */
export function addressOf(path: string): string {
  // What the parser would leave as it is, which takes a tenth of the time.
  if (plainPath.test(path)) return path.replace(/\/$/, '');
  return new URL(path, 'http://localhost').pathname.replace(/(?:\/|\.html)$/, '');
}

/** A path in which there is nothing to encode or resolve. */
const plainPath = /^(?:\/[\w-]+)+\/?$/;

/** The file of a page below the folder of the site: `about/index.html`. */
export function fileOf({ path }: SitePage, base: string): string {
  const name = decodeURI(path.slice(base.length));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}
