import { digestOf } from '../system/digest.ts';
import type { Paths } from './paths.ts';

/** What a file holds: text in UTF-8, or bytes. */
export type FileContent = string | Uint8Array<ArrayBuffer>;

/** A file of the site that is not a page: a feed, a data set, the configuration of a host, a source text. */
export interface SiteFile {
  /** Below the site's own path: `people/wang-yi/feed.xml`. */
  path: string;
  /**
   * Its cache key: a digest of everything that the file at this path is made of, except the code. While it stays the same,
   * so does the file. Undefined for a file that has to be made every time.
   */
  readonly key: string | undefined;
  /** Makes the file. What it needs is held no longer than that. */
  content(): FileContent | Promise<FileContent>;
}

/**
 * Defines a file that is rendered from its view, and from nothing else, so that its key covers all that it can show.
 *
 * @param view makes the file's data: plain, with large or shared parts marked by `byDigest`. Called when the key is first
 *   asked for, and again when the file is made
 */
export function createSiteFile<View>(
  path: string,
  view: () => View,
  render: (view: View) => ReturnType<SiteFile['content']>,
): SiteFile {
  let key: string | undefined;
  return {
    path,
    get key() {
      return (key ??= digestOf(view()));
    },
    content: () => render(view()),
  };
}

/**
 * The path of a file below the site's own.
 *
 * @param path from the host's root, as `createPaths` makes it
 *
 * @example
 * belowHome(createPaths('https://example.org/archive/'), '/archive/feed.xml') // 'feed.xml'
 */
export function belowHome({ home }: Pick<Paths, 'home'>, path: string): string {
  return path.slice(home.length);
}
