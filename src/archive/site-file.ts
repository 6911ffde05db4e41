import { digestOf } from '../system/digest.ts';
import type { Paths } from './paths.ts';

/** The content of a file: text, written as UTF-8, or bytes. */
export type FileContent = string | Uint8Array<ArrayBuffer>;

/** A file of the site that is not a page: a feed, a data set, the configuration of a host, a source text. */
export interface SiteFile {
  /** Relative to the site's path: `people/wang-yi/feed.xml`. */
  path: string;
  /** Collects what the file is made from. The result keeps it in memory, the file itself does not. */
  prepare(): PreparedFile;
}

/** A file that can be made. */
export interface PreparedFile {
  /**
   * A digest of everything that the file is made from, except the code. As long as it is the same, so is the file.
   * Undefined for a file that is made in every build.
   */
  key: string | undefined;
  /** Makes the file. */
  content(): FileContent | Promise<FileContent>;
}

/**
 * Defines a file that is rendered from its view and nothing else, so that its key covers everything in it.
 *
 * @param view computes the file's data: plain data, with large or shared parts marked by `byDigest`
 */
export function createSiteFile<View>(
  path: string,
  view: () => View,
  render: (view: View) => ReturnType<PreparedFile['content']>,
): SiteFile {
  return {
    path,
    prepare() {
      const data = view();
      return { key: digestOf(data), content: () => render(data) };
    },
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
