import type { Archive } from '../archive/archive.ts';
import type { MovedFolder } from '../archive/hosts.ts';
import { hasFormerQueries } from './parts/former-queries.ts';
import type { SitePage } from './page.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the page for unknown addresses shows. */
export interface NotFoundView extends PageView {
  /** There are old addresses with queries, for which its script looks. */
  hasFormerQueries: boolean;
  /** How many articles there are. */
  articles: number;
  /** The folders that are on other hosts, to which it leads on. */
  moved: readonly MovedFolder[];
  /** Paths from the root of the host: the folders of the search index and of the catalogue. */
  files: { index: string; catalogue: string };
}

/** The page that hosts show for unknown addresses. */
export function listNotFoundPages(archive: Archive): SitePage<'notFound'>[] {
  const path = `${archive.paths.home}404.html`;
  return [{ kind: 'notFound', path, isIndexable: false, view: () => viewNotFound(archive) }];
}

/** What the page for unknown addresses shows: it has no address of its own. */
function viewNotFound(archive: Archive): NotFoundView {
  const { articles, messages, paths } = archive;
  const { title, description } = messages.notFound;
  const page = createPageView(archive, { title, description, isIndexable: false });
  return {
    ...page,
    hasFormerQueries: hasFormerQueries(archive),
    articles: articles.length,
    moved: archive.moved,
    files: { index: paths.searchIndex, catalogue: paths.catalogue },
  };
}
