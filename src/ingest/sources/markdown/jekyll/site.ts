import type { Position } from '../../../../records/problem.ts';
import type { UnknownAddress } from './unknown-address.ts';

/** The file at the root of a site that has its configuration. Hexo's has the same name. */
export const configurationName = '_config.yml';

/** What the configuration of a Jekyll site says of the addresses of its posts. */
export interface JekyllSite {
  /** Absolute path of the configuration. */
  file: string;
  /** Absolute path of the folder that has the site's texts. */
  source: string;
  /** The path below which the site was published, without a slash at its end: `/blog`, or nothing. */
  baseurl: string;
  /** IANA name. Missing where it was that of the computer which built the site. */
  timezone: string | undefined;
  /** The folder of the collections, with a slash at its end; empty for the source itself. */
  collectionsFolder: string;
  /** The extensions of the files that are converted from Markdown, in lower case. */
  markdownExtensions: ReadonlySet<string>;
  /** The permalinks of the collections whose documents were pages, by name; `posts` is always one of them. */
  permalinks: ReadonlyMap<string, Permalink>;
  /** Frontmatter that texts have without having it written. */
  defaults: readonly DefaultValues[];
  /** Why addresses may be others than the permalinks say. */
  plugin: UnknownAddress | undefined;
}

/** Where the value of a key is, by its path in the configuration. */
export type PositionOf = (...path: (string | number)[]) => Position;

/** A permalink, which may have placeholders, and where it is said. */
export interface Permalink extends Position {
  text: string;
}

/** Frontmatter for the texts of a folder, of a collection, or of both. */
export interface DefaultValues {
  /** Below the source, without slashes around it; empty for all. */
  path: string;
  type: string | undefined;
  values: Readonly<Record<string, unknown>>;
  /** Where its `permalink` is, else where it begins. */
  position: Position;
}

/** The names that a permalink may have in the configuration (Jekyll's documentation, "Permalinks", "Built-in formats"). */
export const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Whether a permalink is the name of a built-in format. */
export function isStyle(permalink: string): boolean {
  return Object.hasOwn(styles, permalink);
}

/** A text of YAML that is there. */
export function toText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return ['', 'null', '~'].includes(text) ? undefined : text;
}
