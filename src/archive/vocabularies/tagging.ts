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
  /** Those of them that say what it is about. */
  subjectsOf(article: Article): readonly TagGroup[];
  /** The same as one set. */
  directSubjectsOf(article: Article): ReadonlySet<Authority>;
  /** All its records and their broader ones: those records for which a search finds the article. */
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
  const subjects = new Map<Article, TagGroup[]>();
  const directSubjects = new Map<Article, ReadonlySet<Authority>>();
  const allRecords = new Map<Article, ReadonlySet<Authority>>();
  for (const article of articles) {
    const groups = vocabularies.map((vocabulary): TagGroup => {
      const { name } = vocabulary;
      return { vocabulary, records: article.tags[name].flatMap((id) => byKey.get(`${name}/${id}`) ?? []) };
    });
    const direct = new Set(groups.flatMap((group) => group.records));
    const isFlat = [...direct].every(({ broader }) => broader.length === 0);
    const all = isFlat ? direct : new Set([...direct].flatMap(withBroader));
    const about = groups.filter(({ vocabulary }) => vocabulary.sourceKey === undefined);
    tags.set(article, groups);
    subjects.set(article, about);
    directSubjects.set(article, new Set(about.flatMap((group) => group.records)));
    allRecords.set(article, all);
    for (const record of direct) record.directCount++;
    for (const record of all) record.articles.push(article);
  }
  const none: ReadonlySet<Authority> = new Set();
  return {
    tagsOf: (article) => tags.get(article) ?? [],
    subjectsOf: (article) => subjects.get(article) ?? [],
    directSubjectsOf: (article) => directSubjects.get(article) ?? none,
    allRecordsOf: (article) => allRecords.get(article) ?? none,
  };
}
