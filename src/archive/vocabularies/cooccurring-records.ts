import { mapSubjects, type SubjectName } from '../../records/vocabularies.ts';
import type { Article } from '../article.ts';
import { withBroader, type Authority } from './authority.ts';
import type { Paths } from '../paths.ts';

/** A record with its number of articles among some. */
export interface RecordCount {
  record: Authority;
  count: number;
}

/** A record that occurs in the same articles as another; the count is of the articles that they share. */
export interface CooccurringRecord extends RecordCount {
  /** The path of the search that finds these articles. */
  href: string;
}

/** How many records of each vocabulary are shown, at most. */
const shown = 6;

/**
 * Counts the records of some articles, the most frequent first.
 *
 * @param allRecordsOf the records of an article, including broader ones
 */
export function countRecords(
  articles: readonly Article[],
  allRecordsOf: (article: Article) => readonly Authority[],
): RecordCount[] {
  const counts = new Map<Authority, RecordCount>();
  for (const article of articles) {
    for (const record of allRecordsOf(article)) {
      const known = counts.get(record);
      if (known) known.count++;
      else counts.set(record, { record, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.record.key < b.record.key ? -1 : 1));
}

/**
 * Finds the records that the articles of a record are most often about, most frequent first. Its broader records are left
 * out, since they have all its articles.
 *
 * @param allRecordsOf the records of an article, including broader ones
 */
export function findCooccurringRecords(
  record: Authority,
  allRecordsOf: (article: Article) => readonly Authority[],
  paths: Paths,
): Record<SubjectName, CooccurringRecord[]> {
  const selves = new Set(withBroader(record));
  const found = new Map<string, CooccurringRecord[]>();
  for (const { record: other, count } of countRecords(record.articles, allRecordsOf)) {
    const { name } = other.vocabulary;
    const list = found.get(name) ?? [];
    found.set(name, list);
    if (list.length < shown && !selves.has(other))
      list.push({ record: other, count, href: paths.search(searchForBoth(record, other)) });
  }
  return mapSubjects((name) => found.get(name) ?? []);
}

/** Two values of one facet mean either of them; a second required value of the same facet goes into `with`. */
function searchForBoth(one: Authority, other: Authority): Record<string, string> {
  const [facet, second] = [one.vocabulary.singular, other.vocabulary.singular];
  return facet === second
    ? { [facet]: one.id, with: `${second}:${other.id}` }
    : { [facet]: one.id, [second]: other.id };
}
