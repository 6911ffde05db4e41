import { byDigest } from '../../system/digest.ts';

/** A text that stays in its file until a data file is made: the archive does not hold it. */
export interface StoredText {
  read(): string;
}

/**
 * Reads the Markdown of a record, below its frontmatter.
 *
 * @param key `articles/2021/07/18/…` or `people/wang-yi`
 */
export type ReadBody = (key: string) => string;

/** @param digest of something that changes whenever the text does; in a cache key it stands for the text */
export function createStoredText(digest: string, read: () => string): StoredText {
  return byDigest({ read }, digest);
}
