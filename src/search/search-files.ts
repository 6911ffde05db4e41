import type { Archive } from '../archive/archive.ts';
import { belowHome, type SiteFile } from '../archive/site-file.ts';
import { createCatalogue, listFacetKeys, type Catalogue } from './catalogue.ts';
import { createNameTree } from './name-tree.ts';

/** The files that the search loads besides the index: the dates and each facet of all articles, and the names of all records. */
export function listSearchFiles(archive: Archive): SiteFile[] {
  const { paths } = archive;
  const names = createNameTree(archive).map(({ file, node }): SiteFile => ({
    path: `${belowHome(paths, paths.names)}${file}.json`,
    prepare: () => ({ key: undefined, content: () => JSON.stringify(node) }),
  }));
  let made: Catalogue | undefined;
  const createFile = (name: string, select: (catalogue: Catalogue) => unknown): SiteFile => ({
    path: `${belowHome(paths, paths.catalogue)}${name}.json`,
    prepare: () => ({
      key: undefined,
      content: () => JSON.stringify(select((made ??= createCatalogue(archive)))),
    }),
  });
  const catalogue = [
    createFile('dates', ({ dates }) => dates),
    ...listFacetKeys(archive).map((name) =>
      createFile(name, ({ facets }) => facets.find(({ key }) => key === name)),
    ),
  ];
  return [...catalogue, ...names];
}
