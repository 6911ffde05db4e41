import type { Article } from '../article.ts';
import type { Evidence } from '../../markdown/mentions.ts';
import { withBroader, type Authority } from './authority.ts';
import { rolesOn } from './roles.ts';

/** An article in the list of a record, with the reason why it is there. */
export interface Listing {
  article: Article;
  /** The sentence that names the record, or the narrower record. */
  evidence: Evidence | undefined;
  /** The narrower record that the article is tagged with instead. */
  through: Authority | undefined;
  /** The offices that a person held, or may have held, on the article's date. */
  roles: readonly string[];
  /** The text does not name the record, although texts name records of this vocabulary. */
  isUnnamed: boolean;
}

/**
 * Determines why an article is in a record's list.
 *
 * @param tagged the records of its vocabulary that the article is tagged with; none for an author
 */
export function listArticle(record: Authority, article: Article, tagged: readonly Authority[]): Listing {
  const { vocabulary, data } = record;
  const through = tagged.includes(record)
    ? undefined
    : tagged.find((each) => withBroader(each).includes(record));
  const { key } = through ?? record;
  const evidence = article.text.evidence[key];
  return {
    article,
    evidence,
    through,
    roles: rolesOn(data.roles, article.date),
    isUnnamed: vocabulary.named && !evidence && !article.text.otherwiseNamed.includes(key),
  };
}
