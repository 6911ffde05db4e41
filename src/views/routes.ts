import type { GetStaticPaths } from 'astro';

import { createHandover } from '../system/handover.ts';
import type { PageKind, SitePage } from './page.ts';

/** The pages of the site that is being built or served. */
export const currentPages = createHandover<readonly SitePage[]>('list of pages');

/** The props that a route passes to its page. */
export interface PageProps<Kind extends PageKind> {
  page: SitePage<Kind>;
}

interface PagePath<Kind extends PageKind> {
  params: Record<string, string>;
  props: PageProps<Kind>;
}

/**
 * Creates the `getStaticPaths` of the route of a kind of page. The route is at the root of `src/pages/`, and its rest
 * parameter, which holds the whole path, has the name of the kind: `[...article].astro`.
 */
export function pathsOf<Kind extends PageKind>(kind: Kind): () => PagePath<Kind>[] {
  return (() => {
    const home = findPage('home').path;
    return pagesOf(kind).map((page) => ({
      params: { [kind]: decodeURI(page.path.slice(home.length, -1)) },
      props: { page },
    }));
  }) satisfies GetStaticPaths;
}

/** The page of a kind that has only one. */
export function findPage<Kind extends PageKind>(kind: Kind): SitePage<Kind> {
  const [page] = pagesOf(kind);
  if (!page) throw new Error(`There is no page of the kind ${kind}.`);
  return page;
}

/** The current pages by kind, cached as long as the list of pages is the same. */
let grouped: { pages: readonly SitePage[]; byKind: Map<PageKind, SitePage[]> } | undefined;

function pagesOf<Kind extends PageKind>(kind: Kind): SitePage<Kind>[] {
  const pages = currentPages.take();
  if (grouped?.pages !== pages) grouped = { pages, byKind: Map.groupBy(pages, (page) => page.kind) };
  return (grouped.byKind.get(kind) ?? []) as SitePage[] as SitePage<Kind>[];
}
