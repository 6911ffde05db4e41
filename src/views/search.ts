import type { Archive } from '../archive/archive.ts';
import {
  archiveFacet,
  languageFacet,
  listFacetKeys,
  pictureFacet,
  recognizedFacet,
  sectionFacet,
  yearFacet,
} from '../search/catalogue.ts';
import type { SitePage } from './page.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the search page shows, and the data that its script needs. */
export interface SearchView extends PageView {
  /** How many articles there are. */
  articles: number;
  /** The first and the last year of its articles; missing when none has a date. */
  span: { first: string; last: string } | undefined;
  /** The facets, in their order: the search parameter and the title of each. */
  facets: { key: string; title: string }[];
  /** The search parameter of each vocabulary. */
  singulars: Record<string, string>;
  /** Paths from the root of the host: the folders of the search index, of the catalogue and of the names. */
  files: { index: string; catalogue: string; names: string };
}

/** The search page. */
export function listSearchPages(archive: Archive): SitePage<'search'>[] {
  const path = archive.paths.search();
  return [{ kind: 'search', path, isIndexable: false, view: () => viewSearch(archive) }];
}

/** What the search page shows. */
function viewSearch(archive: Archive): SearchView {
  const { articles, messages, paths, site } = archive;
  const t = messages.search;
  const titles: Record<string, string> = {
    ...Object.fromEntries(
      archive.indexes.map(({ name, singular }) => [singular, messages.vocabularies[name].title]),
    ),
    [archiveFacet]: messages.federation.archive,
    [sectionFacet]: t.section,
    [yearFacet]: t.year,
    [languageFacet]: t.language,
    [pictureFacet.key]: t.pictures,
    [recognizedFacet.key]: t.text,
  };
  return {
    ...createPageView(archive, {
      title: t.title,
      description: t.description(site.title),
      path: paths.search(),
      isIndexable: false,
    }),
    articles: articles.length,
    span: archive.span,
    facets: listFacetKeys(archive)
      .flatMap((key) => (key === languageFacet ? [yearFacet, key] : [key]))
      .map((key) => ({ key, title: titles[key] ?? key })),
    singulars: Object.fromEntries(archive.indexes.map(({ name, singular }) => [name, singular])),
    files: { index: paths.searchIndex, catalogue: paths.catalogue, names: paths.names },
  };
}
