import type { Archive } from '../archive/archive.ts';
import { belowHome, type SiteFile } from '../archive/site-file.ts';
import { createCatalogue } from './catalogue.ts';
import { createNameTree } from './name-tree.ts';

/** The files that the search loads besides the index: dates and facets of all articles, and the names of all records. */
export function listSearchFiles(archive: Archive): SiteFile[] {
  const { paths } = archive;
  const names = createNameTree(archive).map(({ file, node }): SiteFile => ({
    path: `${belowHome(paths, paths.names)}${file}.json`,
    prepare: () => ({ key: undefined, content: () => JSON.stringify(node) }),
  }));
  const catalogue: SiteFile = {
    path: belowHome(paths, paths.catalogue),
    prepare: () => ({ key: undefined, content: () => JSON.stringify(createCatalogue(archive)) }),
  };
  return [catalogue, ...names];
}
