import type { Position } from '../../../records/problem.ts';

/** A key of frontmatter, and its position in the file. A nested key is named with its parent: `source.url`. */
export interface FrontmatterKey extends Position {
  name: string;
  /** Scalars of YAML are texts, as written. */
  value: unknown;
}
