import { digestOf } from '../system/digest.ts';
import type { Paths } from './paths.ts';

/** The content of a file: text, written as UTF-8, or bytes. */
export type FileContent = string | Uint8Array<ArrayBuffer>;

/** A file of the site that is not a page: a feed, a data set, the configuration of a host, a source text. */
export interface SiteFile {
  /** Relative to the site's path: `people/wang-yi/feed.xml`. */
  path: string;
  /**
   * Its cache key: a digest of everything that the file is made from, except the code. As long as it is the same, so is the
   * file. Undefined for a file that is made in every build.
   */
  readonly key: string | undefined;
  /** Makes the file. Its data are not kept in memory afterwards. */
  content(): FileContent | Promise<FileContent>;
}

/**
 * Defines a file that is rendered from its view and nothing else, so that its key covers everything in it.
 *
 * @param view computes the file's data: plain data, with large or shared parts marked by `byDigest`. Called when the key is
 *   first read, and again when the file is made
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
 * The path of a file relative to the site's path.
 *
 * @param path from the host's root, as `createPaths` makes it
 *
 * @example
 * belowHome(createPaths('https://example.org/archive/'), '/archive/feed.xml') // 'feed.xml'
 */
export function belowHome({ home }: Pick<Paths, 'home'>, path: string): string {
  return path.slice(home.length);
}
