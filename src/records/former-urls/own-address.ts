import type { KnownIds } from '../schemas/known-ids.ts';
import { vocabularies } from '../vocabularies.ts';

/** Pages of the archive of which there is one. */
const singlePages = ['', 'about', 'articles', 'compare', 'data', 'reading-list', 'search', 'authors'];

/** Pages that read their own query, so that no other may have their path with one. */
const pagesWithQueries: ReadonlySet<string> = new Set(['search', 'compare', 'reading-list']);

/** Folders of files that builds name. */
const ownFolders = /^(?:_astro|data|former|media|pagefind|search|sources)(?:\/|$)/;

/** Files beside the home page. */
const ownFile =
  /^(?:404\.html|index\.html|_headers|_redirects|nginx\.conf|Caddyfile|redirects\.[a-z.]+|(?:feed|atom|opensearch)\.xml|feed\.json|sitemap(?:-\d+)?\.xml|(?:manifest-sha256|licenses|robots)\.txt|share\.png|favicon\.svg)$/;

/** Parts of the list of articles, and of those without tags. */
const datePage =
  /^articles\/(?:untagged(?:\/|$)|(?:\d{4}(?:\/\d\d(?:\/\d\d)?)?|undated)(?:\/page-\d+)?$|page-\d+$)/;

/** The lists of a vocabulary besides its index. */
const recordIndex = new RegExp(`^(?:${vocabularies.map(({ name }) => name).join('|')})/index(?:/|$)`);

/** What stands below a record's address first: a part of its list, or its feed. */
const belowRecord = /^(?:\d+s?|undated|feed\.xml)$/;

/** The addresses that an archive's own pages and files have, or will have as soon as there are articles for them. */
export interface OwnAddresses {
  /**
   * Whether an address is one of them.
   *
   * @param path from the root of the host, percent-encoded
   * @param hasQuery most pages read no query, so that an old address may differ from theirs in that
   */
  includes(path: string, hasQuery: boolean): boolean;
}

/**
 * Finds out which addresses are the archive's own.
 *
 * @param home the path of its home page, with a slash at both ends
 * @param articleIds the ids of its articles, former ones included, whose addresses are pages that lead on
 */
export function createOwnAddresses(
  home: string,
  articleIds: ReadonlySet<string>,
  known: KnownIds,
): OwnAddresses {
  const pages = new Set([
    ...singlePages,
    ...[...articleIds].map((id) => `articles/${id}`),
    ...vocabularies.flatMap(({ name }) => [name, ...known[name].map((id) => `${name}/${id}`)]),
  ]);
  const isPage = (path: string): boolean =>
    pages.has(path) || datePage.test(path) || recordIndex.test(path) || pages.has(ownerOf(path));
  return {
    includes(path, hasQuery) {
      if (!`${path}/`.startsWith(home)) return false;
      const below = path.slice(home.length).replace(/\/(?:index\.html)?$/, '');
      if (ownFolders.test(below) || ownFile.test(below)) return !hasQuery || below !== 'index.html';
      return hasQuery ? pagesWithQueries.has(below) : isPage(below);
    },
  };
}

/** The record that a part of a list, or a file beside its page, belongs to; '/' where it is none. */
function ownerOf(path: string): string {
  const parts = path.split('/');
  if (parts[0] === 'articles') return parts.at(-1) === 'manifest.json' ? parts.slice(0, -1).join('/') : '/';
  const end = parts.findIndex((part, index) => index > 1 && belowRecord.test(part));
  return end < 0 ? '/' : parts.slice(0, end).join('/');
}
