import type { Article } from '../article.ts';
import type { Evidence } from '../../markdown/mentions.ts';
import { withBroader, type Authority } from './authority.ts';
import { rolesOn } from './roles.ts';

/** An article in the list of a record's page. */
export interface Listing {
  article: Article;
  /** The sentence that names the record, or the one that the article is listed through. */
  evidence: Evidence | undefined;
  /** The record of what lies in this one, or is a part of it, that the article is tagged with instead. */
  through: Authority | undefined;
  /** What a person was, or may have been, on the article's date. */
  roles: readonly string[];
  /** Texts name records like this one, but this text does not. */
  isUnnamed: boolean;
}

/**
 * Says why an article is in a record's list.
 *
 * @param tagged the records that the article is tagged with
 */
export function listArticle(record: Authority, article: Article, tagged: readonly Authority[]): Listing {
  const { vocabulary, id, data } = record;
  const through = article.tags[vocabulary.name].includes(id)
    ? undefined
    : tagged.find((each) => withBroader(each).includes(record));
  const evidence = article.evidence[(through ?? record).key];
  return {
    article,
    evidence,
    through,
    roles: rolesOn(data.roles, article.date),
    isUnnamed: vocabulary.named && !evidence,
  };
}
