import type { AuthorityData } from '../records/schemas.ts';
import type { Vocabulary } from '../records/vocabularies.ts';
import type { Article, StoredEntry } from './article.ts';
import type { Paths } from './paths.ts';

/** A person, place, organization or topic as pages show it. */
export interface Authority {
  vocabulary: Vocabulary;
  id: string;
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
  /** The articles tagged with it, newest first. */
  articles: Article[];
}

/** The records of a vocabulary that are filed under one letter. */
export interface LetterGroup {
  letter: string;
  /** The letter as the `id` of its heading. */
  anchor: string;
  records: Authority[];
}

/** Makes a record of its stored entry; its articles are added by the archive. */
export function createAuthority(
  { id, data, rendered }: StoredEntry<AuthorityData>,
  vocabulary: Vocabulary,
  paths: Paths,
): Authority {
  const key = `${vocabulary.name}/${id}`;
  return {
    vocabulary,
    id,
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
  };
}

/** The sort name from its first letter or digit on: signs before it, such as quotation marks, do not file a name. */
export function filingName({ sortName }: Authority): string {
  return sortName.replace(/^[^\p{L}\p{N}]+/u, '');
}

/**
 * Groups records under the letter that they are filed by: the first one of the sort name, without diacritics;
 * digits and signs together under `0–9`.
 *
 * @param records sorted by {@link filingName}
 */
export function groupByLetter(records: readonly Authority[]): LetterGroup[] {
  const groups = new Map<string, LetterGroup>();
  for (const record of records) {
    const [first = ''] = filingName(record).normalize('NFD');
    const letter = /\p{L}/u.test(first) ? first.toUpperCase() : '0–9';
    const anchor = `letter-${letter === '0–9' ? '0' : letter.toLowerCase()}`;
    const group = groups.get(letter) ?? { letter, anchor, records: [] };
    group.records.push(record);
    groups.set(letter, group);
  }
  return [...groups.values()];
}
