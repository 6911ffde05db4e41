import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import type { IndexedName } from './vocabulary-lists.ts';

/** The records of a vocabulary that are filed under the same initial. */
export interface InitialGroup {
  letter: string;
  /** The initial in URLs: `a`, `0-9`, `u436`. */
  slug: string;
  /** The `id` of its heading. */
  anchor: string;
  records: IndexedName[];
}

/** The sort name without leading punctuation, such as quotation marks, which does not count for filing. */
export function filingName({ sortName }: Pick<IndexedName, 'sortName'>): string {
  return sortName.replace(/^[^\p{L}\p{N}]+/u, '');
}

/**
 * Groups records under the letter that they are filed by: the first one of the sort name, without diacritics;
 * digits and symbols together under `0–9`.
 *
 * @param records sorted by {@link filingName}
 */
export function groupByInitial(records: readonly IndexedName[]): InitialGroup[] {
  const groups = new Map<string, InitialGroup>();
  for (const record of records) {
    const [first = ''] = normalizeUnicode(filingName(record), 'NFD');
    const letter = /\p{L}/u.test(first) ? first.toUpperCase() : '0–9';
    // Letters of other scripts are identified by code point, so that URLs stay ASCII.
    const slug = /^[A-Z]$/.test(letter)
      ? letter.toLowerCase()
      : letter === '0–9'
        ? '0-9'
        : `u${(letter.codePointAt(0) ?? 0).toString(16)}`;
    const group = groups.get(letter) ?? { letter, slug, anchor: `letter-${slug}`, records: [] };
    group.records.push(record);
    groups.set(letter, group);
  }
  return [...groups.values()];
}
