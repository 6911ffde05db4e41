import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Evidence } from '../../markdown/mentions.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import { listItem, type ArticleItem } from './article-items.ts';

/** An article in the list of a record. */
export interface RecordItem {
  article: ArticleItem;
  /** The sentence that names the record; the article's first one is shown where there is none. */
  evidence: Evidence | undefined;
  /** The person's office at the time: `Then foreign minister`. */
  roles: string | undefined;
  /** The narrower record that the article is tagged with instead: `Tagged Aleppo, within Syria`. */
  through: string | undefined;
  /** Texts name records like this one, but this text does not. */
  isUnnamed: boolean;
}

/** An article in the list of a record, with the reason why it is there. */
export function listRecordItem(archive: Archive, record: Authority, article: Article): RecordItem {
  const t = archive.messages.record;
  const { evidence, through, roles, isUnnamed } = archive.listingOf(record, article);
  const isPlace = record.vocabulary.broaderField === 'within';
  return {
    article: listItem(archive, article),
    evidence,
    roles: roles.length > 0 ? t.then(roles) : undefined,
    through: through && t.through(through.name, record.name, isPlace),
    isUnnamed,
  };
}
