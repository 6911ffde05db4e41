import type { Archive } from '../archive/archive.ts';
import type { SitePage } from './page.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import type { SearchView } from './search.ts';

/** What the page that compares words and names over time shows, and the data that its script needs. */
export interface CompareView extends PageView, Pick<SearchView, 'articles' | 'singulars' | 'files'> {}

/** The page that compares words and names over time. */
export function listComparePages(archive: Archive): SitePage<'compare'>[] {
  const path = archive.paths.compare;
  return [{ kind: 'compare', path, isIndexable: false, view: () => viewCompare(archive) }];
}

function viewCompare(archive: Archive): CompareView {
  const { articles, indexes, messages, paths, site } = archive;
  const { title, description } = messages.compare;
  return {
    ...createPageView(archive, {
      title,
      description: description(site.title),
      path: paths.compare,
      isIndexable: false,
    }),
    articles: articles.length,
    singulars: Object.fromEntries(indexes.map(({ name, singular }) => [name, singular])),
    files: { index: paths.searchIndex, catalogue: paths.catalogue, names: paths.names },
  };
}
