import type { GetStaticPaths } from 'astro';

import type { Archive } from '../archive/archive.ts';
import { currentArchive, listPaths } from '../archive/load.ts';
import { listPages } from './page-list.ts';
import { keyOfPage, type PageKind, type SitePage } from './page.ts';

/** What a route gives its page. */
export interface PageProps<Kind extends PageKind> {
  page: SitePage<Kind>;
}

interface PagePath<Kind extends PageKind> {
  params: Record<string, string>;
  props: PageProps<Kind>;
  /** As long as it is the same, so is the page. */
  cacheKey: string;
}

/**
 * Makes the `getStaticPaths` of the route of a kind of page. The route is at the root of `src/pages/`, and its rest
 * parameter, which holds the whole path, has the name of the kind: `[...article].astro`.
 */
export function pathsOf<Kind extends PageKind>(kind: Kind): () => Promise<PagePath<Kind>[]> {
  return listPaths((archive) =>
    Promise.all(
      pagesOf(archive, kind).map(async (page) => ({
        params: { [kind]: page.path.slice(archive.paths.home.length, -1) },
        props: { page },
        cacheKey: await keyOfPage(page),
      })),
    ),
  ) satisfies GetStaticPaths;
}

/** The page of a kind of which there is one. */
export function findPage<Kind extends PageKind>(kind: Kind): SitePage<Kind> {
  const [page] = pagesOf(currentArchive.take(), kind);
  if (!page) throw new Error(`There is no page of the kind ${kind}.`);
  return page;
}

const lists = new WeakMap<Archive, SitePage[]>();

function pagesOf<Kind extends PageKind>(archive: Archive, kind: Kind): SitePage<Kind>[] {
  const pages = lists.get(archive) ?? listPages(archive);
  lists.set(archive, pages);
  return pages.filter((page): page is SitePage<Kind> => page.kind === kind);
}
