import type { AuthorityData } from '../../records/schemas/schemas.ts';
import type { Vocabulary } from '../../records/vocabularies.ts';
import type { Article, StoredEntry } from '../article.ts';
import type { Paths } from '../paths.ts';

/** A person, place, organization or topic as pages show it. */
export interface Authority {
  vocabulary: Vocabulary;
  id: string;
  /** Changes with everything that its file says. */
  digest: string;
  /** Tells it apart among all vocabularies: `people/wang-yi`. */
  key: string;
  href: string;
  name: string;
  /** The name as the index files it. */
  sortName: string;
  variants: readonly string[];
  description: string;
  sameAs: readonly string[];
  /** The archive's notes on it, rendered; '' when there are none. */
  html: string;
  data: AuthorityData;
  /** What it lies in (places) or is a part of (topics). */
  broader: Authority[];
  /** What lies in it or is a part of it, by sort name. */
  narrower: Authority[];
  /** The articles tagged with it or with what lies in it, newest first. */
  articles: Article[];
  /** How many of those are tagged with the record itself. */
  directCount: number;
}

/** Makes a record of its stored entry; its articles are added by the archive. */
export function createAuthority(
  { id, digest, data, rendered }: StoredEntry<AuthorityData>,
  vocabulary: Vocabulary,
  paths: Paths,
): Authority {
  const key = `${vocabulary.name}/${id}`;
  return {
    vocabulary,
    id,
    digest,
    key,
    href: paths.record(key),
    name: data.name,
    sortName: data.sortName ?? data.name,
    variants: data.variants,
    description: data.description,
    sameAs: data.sameAs,
    html: rendered?.html ?? '',
    data,
    broader: [],
    narrower: [],
    articles: [],
    directCount: 0,
  };
}

/**
 * A record with those above it in turn: the place and what it lies in, the topic and what it is a part of.
 * Each once, also where several ways lead up to it.
 */
export function withBroader(record: Authority): Authority[] {
  const found = new Set([record]);
  for (const each of found) for (const above of each.broader) found.add(above);
  return [...found];
}
