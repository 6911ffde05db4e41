import { mapVocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { Article } from '../article.ts';
import { withBroader, type Authority } from './authority.ts';
import type { Paths } from '../paths.ts';

/** A record that occurs in the same articles as another. */
export interface CooccurringRecord {
  record: Authority;
  /** How many articles they share. */
  count: number;
  /** The path of the search that finds these articles. */
  href: string;
}

/** How many records of each vocabulary are shown, at most. */
const shown = 6;

/**
 * Finds the records that most often occur in the articles of a record, most frequent first. Its broader records are left
 * out, since they have all its articles.
 *
 * @param allRecordsOf the records of an article, including broader ones
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

/** Two values of one facet mean either of them; a second required value of the same facet goes into `with`. */
function searchForBoth(one: Authority, other: Authority): Record<string, string> {
  const [facet, second] = [one.vocabulary.singular, other.vocabulary.singular];
  return facet === second
    ? { [facet]: one.id, with: `${second}:${other.id}` }
    : { [facet]: one.id, [second]: other.id };
}
