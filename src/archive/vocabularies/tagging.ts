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
  /** The records that an article is tagged with, in the order of the vocabularies. */
  directRecordsOf(article: Article): readonly Authority[];
  /** Those of them that say what it is about, by vocabulary. */
  subjectsOf(article: Article): readonly TagGroup[];
  /** The same as one list. */
  directSubjectsOf(article: Article): readonly Authority[];
  /** All its records and their broader ones, without repetition: those for which a search finds the article. */
  allRecordsOf(article: Article): readonly Authority[];
}

const none: readonly never[] = [];

const subjects = vocabularies.filter(saysSubject);

function saysSubject({ sourceKey }: Pick<Authority['vocabulary'], 'sourceKey'>): boolean {
  return sourceKey === undefined;
}

function isSubject({ vocabulary }: Authority): boolean {
  return saysSubject(vocabulary);
}

/**
 * Looks up the tags of articles, and adds each article to the lists of the records that it is tagged with and of their
 * broader records. Of each article only one list is kept, in the order of the vocabularies: groups of it are made when they
 * are asked for, since those of a million articles would take a gigabyte.
 *
 * @param articles in the order of the lists
 */
export function tagArticles(articles: readonly Article[], byKey: ReadonlyMap<string, Authority>): Tagging {
  const tags = new Map<Article, readonly Authority[]>();
  /** Of articles whose records have broader ones. */
  const withAllBroader = new Map<Article, readonly Authority[]>();
  for (const article of articles) {
    const found = vocabularies.flatMap(({ name }) =>
      article.tags[name].flatMap((id) => byKey.get(`${name}/${id}`) ?? []),
    );
    const direct = [...new Set(found)];
    const isFlat = direct.every(({ broader }) => broader.length === 0);
    const all = isFlat ? direct : [...new Set(direct.flatMap(withBroader))];
    tags.set(article, direct.length > 0 ? direct : none);
    if (!isFlat) withAllBroader.set(article, all);
    for (const record of direct) record.directCount++;
    for (const record of all) record.articles.push(article);
  }
  const recordsOf = (article: Article) => tags.get(article) ?? none;
  return {
    directRecordsOf: recordsOf,
    subjectsOf: (article) =>
      subjects.map((vocabulary): TagGroup => ({
        vocabulary,
        records: recordsOf(article).filter((record) => record.vocabulary === vocabulary),
      })),
    directSubjectsOf(article) {
      const records = recordsOf(article);
      return records.every(isSubject) ? records : records.filter(isSubject);
    },
    allRecordsOf: (article) => withAllBroader.get(article) ?? recordsOf(article),
  };
}
