import type { Archive } from '../archive/archive.ts';
import { canBeFolder } from '../archive/folder-name.ts';
import type { SitePage } from './page.ts';
import { frameOf, type Frame } from './parts/frame.ts';
import type { Link } from './parts/links.ts';

/** What a redirect page shows. */
export interface RedirectView {
  frame: Frame;
  /** The page that it redirects to. */
  target: Link;
  /** The absolute URL of that page. */
  address: string;
}

/** The redirect pages at the former addresses of articles, merged records and authors whose spellings were joined. */
export function listRedirectPages(archive: Archive): SitePage<'redirect'>[] {
  const { articles, withdrawn, replaced, formerAuthors, paths, messages } = archive;
  const lead = (path: string, target: Link): SitePage<'redirect'> => ({
    kind: 'redirect',
    path,
    isIndexable: false,
    leadsTo: target.href,
    view: () => viewRedirect(archive, target),
  });
  const moved = articles.flatMap(({ formerIds, title, href }) =>
    formerIds.map((id) => lead(paths.article(id), { title, href })),
  );
  const movedAndWithdrawn = withdrawn.flatMap(({ formerIds, href }) =>
    formerIds.map((id) => lead(paths.article(id), { title: messages.gone.aWithdrawnArticle, href })),
  );
  const merged = replaced.map(({ record, by }) => lead(record.href, { title: by.name, href: by.href }));
  const joined = formerAuthors.flatMap(({ href, by }) =>
    by ? [lead(href, { title: by.name, href: by.href })] : [],
  );
  const former = listFilePaths(archive).map(({ path, target }) => lead(path, target));
  return [...moved, ...movedAndWithdrawn, ...merged, ...joined, ...former];
}

/**
 * The former addresses without a query at which there can be a file, as folders with a page: whatever the name ends with,
 * hosts then serve it as HTML. Others, such as those that differ from another only in case, or are above the folder of the
 * site, are answered by the rules for hosts alone.
 */
function listFilePaths({ formerAddresses, paths }: Archive): { path: string; target: Link }[] {
  const taken = new Set<string>();
  return formerAddresses.flatMap(({ path, query, target }) => {
    const folder = path.replace(/\/?$/, '/');
    if (query.length > 0 || !folder.startsWith(paths.home) || !canBeFolder(folder)) return [];
    const onAnyFileSystem = folder.toLowerCase();
    if (taken.has(onAnyFileSystem)) return [];
    taken.add(onAnyFileSystem);
    return [{ path: folder, target }];
  });
}

/** What a redirect page shows. */
function viewRedirect(archive: Archive, target: Link): RedirectView {
  return { frame: frameOf(archive), target, address: archive.paths.canonical(target.href) };
}
