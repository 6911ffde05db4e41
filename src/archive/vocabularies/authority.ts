import type { AuthorityData } from '../../records/schemas/schemas.ts';
import type { Messages } from '../../languages/messages.ts';
import type { NameIndex } from '../../records/name-indexes.ts';
import type { Article } from '../article.ts';
import type { AuthorityEntry, RecordOrigin } from '../federation/federated.ts';
import type { Paths } from '../paths.ts';

/**
 * An authority record: a person, place, organization, topic or publication; or an author, who has a page like a record, made
 * from bylines.
 */
export interface Authority {
  vocabulary: NameIndex;
  id: string;
  /** Digest of its file and the rendering of its notes. */
  digest: string;
  /** Unique among all vocabularies: `people/wang-yi`. */
  key: string;
  href: string;
  /** What is known of it in a federation besides; missing in any other archive. */
  origin?: RecordOrigin | undefined;
  name: string;
  /** The name as the index files it. */
  sortName: string;
  variants: readonly string[];
  description: string;
  sameAs: readonly string[];
  /** The archive's notes on it as HTML; '' when there are none. */
  html: string;
  data: AuthorityData;
  /** The broader records: what a place lies in, what a topic is part of. */
  broader: Authority[];
  /** The narrower records, by sort name. */
  narrower: Authority[];
  /** The place of a publication, the publications that it continues, and those by which it is continued. */
  place: Authority | undefined;
  continues: Authority[];
  continuedBy: Authority[];
  /** The articles tagged with it or with a narrower record, newest first. */
  articles: Article[];
  /** The number of articles tagged with the record itself. */
  directCount: number;
  /** Of a record, the author whom bylines name by its names; of an author, the record with these names. */
  counterpart?: Authority | undefined;
}

/** The name of a record where others stand beside it: that of a namesake in a federation says of which archive it is. */
export function labelOf({ name, origin }: Pick<Authority, 'name' | 'origin'>): string {
  const [page] = origin?.isNamesake ? origin.pages : [];
  return page ? `${name} (${page.archive.title})` : name;
}

/** What the list of a record's articles is called: by its name, or as the articles by an author. */
export function titleOfList(each: Authority, { record }: Messages): string {
  return each.vocabulary.name === 'authors' ? record.by(each.name) : labelOf(each);
}

/** Creates a record from its entry; `tagArticles` adds its articles. */
export function createAuthority(
  { id, digest, data, rendered, origin }: AuthorityEntry<AuthorityData>,
  vocabulary: NameIndex,
  paths: Paths,
): Authority {
  const key = `${vocabulary.name}/${id}`;
  return {
    vocabulary,
    id,
    digest,
    key,
    href: paths.record(key),
    origin,
    name: data.name,
    sortName: data.sortName ?? data.name,
    variants: data.variants,
    description: data.description,
    sameAs: data.sameAs,
    html: rendered?.html ?? '',
    data,
    broader: [],
    narrower: [],
    place: undefined,
    continues: [],
    continuedBy: [],
    articles: [],
    directCount: 0,
  };
}

/**
 * A record and all its broader records, transitively, each once.
 */
export function withBroader(record: Authority): Authority[] {
  const found = new Set([record]);
  for (const each of found) for (const above of each.broader) found.add(above);
  return [...found];
}
