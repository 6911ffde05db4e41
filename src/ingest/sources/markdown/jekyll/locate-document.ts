import { relative, sep } from 'node:path';

import type { FrontmatterKey } from '../frontmatter-key.ts';
import type { JekyllSite } from './site.ts';

/** Where a document is, and what it says of itself. */
export interface Document {
  /** Absolute path. */
  file: string;
  keys: ReadonlyMap<string, FrontmatterKey>;
  /** Below the source of the site, with slashes. */
  path: string;
  /** The collection that it is in; missing for a page. */
  collection: string | undefined;
  /** The folders above that of its collection, which are categories of a post. */
  above: string[];
  /** Below the folder of its collection, without the extension, with a slash at the beginning. */
  inner: string;
  /** The name of the file without the extension. */
  name: string;
  /** As in the name of the file. */
  date: string | undefined;
  /** The name without the date. */
  slug: string;
  /** In lower case, without a dot. */
  extension: string;
}

/**
 * Describes the file of a document (Jekyll's documentation, "Posts", "Collections").
 *
 * @param file absolute path
 * @param keys its frontmatter
 * @returns `undefined` if Jekyll makes no page of it, or if it is not of the site
 */
export function locateDocument(
  { source, collectionsFolder, permalinks }: Pick<JekyllSite, 'source' | 'collectionsFolder' | 'permalinks'>,
  file: string,
  keys: Document['keys'],
): Document | undefined {
  const path = relative(source, file).split(sep).join('/');
  const isCollected = path.startsWith(collectionsFolder);
  const folders = (isCollected ? path.slice(collectionsFolder.length) : path).split('/');
  const last = folders.pop() ?? '';
  const [, name = last, extension = ''] = /^(.+)\.([^.]+)$/.exec(last) ?? [];
  const [, date, dated] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(name) ?? [];
  const special = folders.findIndex((folder) => /^[_.]/.test(folder));
  const document = { file, keys, path, name, date, slug: dated ?? name, extension: extension.toLowerCase() };
  if (special < 0) return { ...document, collection: undefined, above: [], inner: `/${name}` };
  const collection = folders[special]?.slice(1) ?? '';
  const above = folders.slice(0, special);
  const isPost = collection === 'posts';
  // Posts may be in any folder; the other collections have one.
  if (!isCollected || !permalinks.has(collection) || !(isPost ? date !== undefined : special === 0))
    return undefined;
  return { ...document, collection, above, inner: `/${[...folders.slice(special + 1), name].join('/')}` };
}
