import { mapVocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { Article } from '../article.ts';
import { withBroader, type Authority } from './authority.ts';
import type { Paths } from '../paths.ts';

/** A record that shares articles with another. */
export interface CooccurringRecord {
  record: Authority;
  /** How many articles they share. */
  count: number;
  /** The search that finds these articles. */
  href: string;
}

/** Companions shown of each vocabulary. */
const shown = 6;

/**
 * Finds the records that most often share an article with a record, the most frequent first. What the record lies in
 * or is a part of is no companion: it has all the record's articles.
 *
 * @param allRecordsOf all records that an article is found by
 */
export function findCooccurringRecords(
  record: Authority,
  allRecordsOf: (article: Article) => ReadonlySet<Authority>,
  paths: Paths,
): Record<VocabularyName, CooccurringRecord[]> {
  const counts = new Map<Authority, number>();
  for (const article of record.articles) {
    for (const other of allRecordsOf(article)) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  for (const self of withBroader(record)) counts.delete(self);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a.key < b.key ? -1 : 1));
  return mapVocabularies((name) =>
    sorted
      .filter(([{ vocabulary }]) => vocabulary.name === name)
      .slice(0, shown)
      .map(([other, count]) => ({ record: other, count, href: paths.search(searchForBoth(record, other)) })),
  );
}

/** Two values of one facet mean either of them, so that a second one of the same facet goes into `with`. */
function searchForBoth(one: Authority, other: Authority): Record<string, string> {
  const [facet, second] = [one.vocabulary.singular, other.vocabulary.singular];
  return facet === second
    ? { [facet]: one.id, with: `${second}:${other.id}` }
    : { [facet]: one.id, [second]: other.id };
}
