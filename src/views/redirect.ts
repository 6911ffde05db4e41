import type { Archive } from '../archive/archive.ts';
import { canBeFolder } from '../archive/folder-name.ts';
import type { SitePage } from './page.ts';
import { listIssuePages } from './issue.ts';
import { listPartPages } from './part.ts';
import { listVocabularyPages } from './vocabulary.ts';
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

/**
 * The redirect pages at the former addresses of articles, of merged records and what is below them, of authors whose spellings
 * were joined, of sections that are no more, and of lists that were parted in another way.
 */
export function listRedirectPages(archive: Archive): SitePage<'redirect'>[] {
  const { articles, withdrawn, replaced, formerAuthors, formerLists, paths, messages } = archive;
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
  const lists = formerLists.map(({ href, to }) => lead(href, { title: to.name, href: to.href }));
  const former = listFilePaths(archive).map(({ path, target }) => lead(path, target));
  return [
    ...moved,
    ...movedAndWithdrawn,
    ...merged,
    ...joined,
    ...lists,
    ...listBelowMerged(archive, lists, lead),
    ...former,
  ];
}

/**
 * The addresses below those of merged records: the parts of their lists, their issues and their sections. The record that one
 * was merged into has all of these, since it has all the articles.
 *
 * @param lists redirects to lists that are no more
 */
function listBelowMerged(
  archive: Archive,
  lists: readonly SitePage<'redirect'>[],
  lead: (path: string, target: Link) => SitePage<'redirect'>,
): SitePage<'redirect'>[] {
  const { replaced, records } = archive;
  if (replaced.length === 0) return [];
  const pages = [...listPartPages(archive), ...listIssuePages(archive), ...listVocabularyPages(archive)];
  const all = new Set(Object.values(records).flatMap((each) => each.map(({ href }) => href)));
  const below = Map.groupBy([...pages, ...lists], ({ path }) => recordAbove(path, all));
  const taken = new Set(lists.map(({ path }) => path));
  return replaced.flatMap(({ record, by }) =>
    (below.get(by.href) ?? [])
      .map(({ path, leadsTo = path }) =>
        lead(record.href + path.slice(by.href.length), { title: by.name, href: leadsTo }),
      )
      .filter(({ path }) => !taken.has(path)),
  );
}

/** The nearest address above one that is that of a record; `/` where there is none. */
function recordAbove(path: string, records: ReadonlySet<string>): string {
  let above = path;
  while (above.length > 1 && !records.has(above))
    above = above.slice(0, above.lastIndexOf('/', above.length - 2) + 1);
  return above;
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
