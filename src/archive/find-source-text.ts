import type { ArticleData } from '../records/schemas/schemas.ts';
import type { Article, StoredEntry } from './article.ts';

/** A source text: a text as the archive received it. */
export interface SourceText {
  /** Path below `content/sources/`. */
  file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  /** Whether it is published. */
  isShown: boolean;
}

/**
 * Creates the function that finds the source text of an article. One file may hold several articles; it is not published
 * when one of them was withdrawn.
 */
export function createSourceTextFinder(
  entries: readonly StoredEntry<ArticleData>[],
): (article: Article) => SourceText | undefined {
  const withheld = new Set(entries.flatMap(({ data }) => (data.withdrawn ? (data.source?.file ?? []) : [])));
  return ({ source: { file, sha256 = '' } = {} }) =>
    file === undefined ? undefined : { file, sha256, isShown: !withheld.has(file) };
}
