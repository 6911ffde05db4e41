import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Term } from '../../ingest/drafts/draft.ts';
import { listTerms } from '../../ingest/drafts/list-terms.ts';
import { readItems } from '../../ingest/read/read-items.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';

/** What was taken in once is taken again, whatever it was chosen by then. */
const everything = {
  columns: new Map<string, string>(),
  statuses: new Set(['publish', 'draft', 'pending', 'private', 'future']),
  postTypes: new Set(['post', 'page', 'article']),
  dateOrder: 'dmy',
} as const;

/** Reads the names that the source of an article gives besides its text. */
export type TermReader = (article: TermSource, language: string) => Promise<readonly Term[]>;

/** What says where an article's terms are. */
type TermSource = Pick<ArticleData, 'source' | 'redactions'>;

/**
 * Creates a function that reads the names that an article's source gives besides its text (categories, keywords) from the
 * source text that was kept, by the reader that took it in. Articles store none of them: the source text is the one place
 * that has them.
 *
 * @param root absolute path of the content folder
 * @returns a function that returns nothing for an article without a source text, or one that cannot be read as one article,
 *   and for one of which something was taken out: its source text still has the name that had to go
 */
export function createTermReader(root: string): TermReader {
  return async ({ source, redactions }, language) => {
    const name = source?.file;
    if (name === undefined || redactions.length > 0) return [];
    const path = join(root, 'sources', name);
    const stat = await lstat(path).catch(() => undefined);
    if (!stat?.isFile()) return [];
    const found: (readonly Term[])[] = [];
    const options = { ...everything, languages: [language] };
    for await (const item of readItems({ path, name, size: stat.size }, undefined, options))
      if (item.kind === 'draft') found.push(listTerms(item.draft));
    const [terms = [], ...others] = found;
    return others.length === 0 ? terms : [];
  };
}

/** How many source texts are read at a time: most of the time of reading one is waiting. */
const atOnce = 32;

/**
 * Reads the terms of articles, of some at a time, and gives them back in their order.
 *
 * @param read reads those of one article
 */
export async function* withTerms<Article>(
  articles: Iterable<Article>,
  read: (article: Article) => Promise<readonly Term[]>,
): AsyncIterable<[article: Article, terms: readonly Term[]]> {
  let batch: Article[] = [];
  const readBatch = async () => {
    const terms = await Promise.all(batch.map(read));
    return batch.map((article, index): [Article, readonly Term[]] => [article, terms[index] ?? []]);
  };
  for (const article of articles) {
    batch.push(article);
    if (batch.length < atOnce) continue;
    yield* await readBatch();
    batch = [];
  }
  yield* await readBatch();
}
