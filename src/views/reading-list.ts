import type { Archive } from '../archive/archive.ts';
import type { MovedFolder } from '../archive/hosts.ts';
import type { SitePage } from './page.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the page of the reading list shows before its script fills it, and the data that its script needs. */
export interface ReadingListView extends PageView {
  title: string;
  /** The path that the ids of articles are below. */
  articles: string;
  /** The folders of articles that are on other hosts. */
  moved: readonly MovedFolder[];
}

/**
 * The page of the reading list. The list itself is the reader's, so that there is nothing on it to be found. A federation has
 * none: articles are put on the lists of their own archives.
 */
export function listReadingListPages(archive: Archive): SitePage<'readingList'>[] {
  if (archive.federated.length > 0) return [];
  const path = archive.paths.readingList;
  return [{ kind: 'readingList', path, isIndexable: false, view: () => viewReadingList(archive) }];
}

function viewReadingList(archive: Archive): ReadingListView {
  const { paths, site, messages } = archive;
  const { title, description } = messages.readingList;
  return {
    ...createPageView(archive, {
      title,
      description: description(site.title),
      path: paths.readingList,
      isIndexable: false,
    }),
    title,
    articles: paths.articles,
    moved: archive.moved,
  };
}
