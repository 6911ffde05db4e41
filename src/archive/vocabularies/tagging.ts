import { vocabularies, type Vocabulary } from '../../records/vocabularies.ts';
import type { Article } from '../article.ts';
import { withBroader, type Authority } from './authority.ts';

/** The records of one vocabulary that an article is tagged with. */
export interface TagGroup {
  vocabulary: Vocabulary;
  records: Authority[];
}

/** Which articles are tagged with which records. */
export interface Tagging {
  /** The records that an article is tagged with, by vocabulary. */
  tagsOf(article: Article): readonly TagGroup[];
  /** The same as one set. */
  directRecordsOf(article: Article): ReadonlySet<Authority>;
  /** Those records and their broader ones: all records for which a search finds the article. */
  allRecordsOf(article: Article): ReadonlySet<Authority>;
}

/**
 * Looks up the tags of articles, and adds each article to the lists of the records that it is tagged with and of their
 * broader records.
 *
 * @param articles in the order of the lists
 */
export function tagArticles(articles: readonly Article[], byKey: ReadonlyMap<string, Authority>): Tagging {
  const tags = new Map<Article, TagGroup[]>();
  const directRecords = new Map<Article, ReadonlySet<Authority>>();
  const allRecords = new Map<Article, ReadonlySet<Authority>>();
  for (const article of articles) {
    const groups = vocabularies.map((vocabulary): TagGroup => {
      const { name } = vocabulary;
      return { vocabulary, records: article.tags[name].flatMap((id) => byKey.get(`${name}/${id}`) ?? []) };
    });
    const direct = new Set(groups.flatMap((group) => group.records));
    const isFlat = [...direct].every(({ broader }) => broader.length === 0);
    const all = isFlat ? direct : new Set([...direct].flatMap(withBroader));
    tags.set(article, groups);
    directRecords.set(article, direct);
    allRecords.set(article, all);
    for (const record of direct) record.directCount++;
    for (const record of all) record.articles.push(article);
  }
  const none: ReadonlySet<Authority> = new Set();
  return {
    tagsOf: (article) => tags.get(article) ?? [],
    directRecordsOf: (article) => directRecords.get(article) ?? none,
    allRecordsOf: (article) => allRecords.get(article) ?? none,
  };
}
