import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import { groupByTime, type TimeUnit } from '../../archive/dates/timeline.ts';
import type { Evidence } from '../../markdown/mentions.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import { isNewDate, listItem, type ArticleItem, type ArticleList } from './article-items.ts';

/** An article in the list of a record. */
export interface RecordItem {
  article: ArticleItem;
  /** It has another date than the one before it. */
  hasDate: boolean;
  /** The sentence that names the record; the article's first one is shown where there is none. */
  evidence: Evidence | undefined;
  /** The person's office at the time: `At the time: foreign minister`. */
  roles: string | undefined;
  /** The narrower record that the article is tagged with instead: `Tagged Aleppo, within Syria`. */
  through: string | undefined;
  /** Texts name records like this one, but this text does not. */
  isUnnamed: boolean;
}

/** The articles of a record on one page, by year or month. */
export interface RecordList {
  /** Said once where most of the texts do not name the record. */
  remark: string | undefined;
  /** What each says of where it was printed. */
  origin: ArticleList['origin'];
  groups: {
    /** '' where the page's heading says it. */
    title: string;
    anchor: string;
    items: RecordItem[];
  }[];
}

/** How the list of a page is shown; without a unit it is one group. */
interface ListOptions {
  origin: ArticleList['origin'];
  unit?: TimeUnit | undefined;
  /** The key of the year that all articles are from. */
  within?: string | undefined;
}

/** What the list of a record says of where its articles were printed: that of a publication leaves out its name. */
export function originIn({ vocabulary }: Authority): ArticleList['origin'] {
  return vocabulary.sourceKey === 'publication' ? 'section' : 'publication';
}

/**
 * Lists articles of a record, with the reason why each is there.
 *
 * @param record undefined for a list that is not that of a record
 * @param articles those of the page, newest first, undated ones last
 */
export function listRecordItems(
  archive: Archive,
  record: Authority | undefined,
  articles: readonly Article[],
  { origin, unit, within }: ListOptions,
): RecordList {
  const { messages } = archive;
  const groups = unit
    ? groupByTime(articles, unit, messages, within)
    : [{ title: '', anchor: 'list', articles }];
  const listed = groups.map(({ title, anchor, articles: group }) => ({
    title,
    anchor,
    items: group.map((article, index) => ({
      ...listOne(archive, record, article),
      hasDate: isNewDate(group, index),
    })),
  }));
  const all = listed.flatMap(({ items }) => items);
  const unnamed = all.filter(({ isUnnamed }) => isUnnamed);
  if (unnamed.length < 2 || unnamed.length * 2 <= all.length)
    return { remark: undefined, origin, groups: listed };
  for (const item of unnamed) item.isUnnamed = false;
  return { remark: messages.record.mostlyUnnamed(unnamed.length, all.length), origin, groups: listed };
}

function listOne(
  archive: Archive,
  record: Authority | undefined,
  article: Article,
): Omit<RecordItem, 'hasDate'> {
  const item = listItem(archive, article);
  if (!record)
    return { article: item, evidence: undefined, roles: undefined, through: undefined, isUnnamed: false };
  const t = archive.messages.record;
  const { evidence, through, roles, isUnnamed } = archive.listingOf(record, article);
  const isPlace = record.vocabulary.broaderField === 'within';
  return {
    article: item,
    evidence,
    roles: roles.length > 0 ? t.then(roles) : undefined,
    through: through && t.through(through.name, record.name, isPlace),
    isUnnamed,
  };
}
