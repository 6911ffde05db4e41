import { normalizeUnicode } from '../records/normalize-unicode.ts';
import { normalizeName } from '../records/normalize-name.ts';
import { findVocabulary } from '../records/vocabularies.ts';
import type { TagRecord } from './lint-tags.ts';

/** Two records that probably stand for the same. */
export interface SimilarRecords {
  /** The one that comes first in the order of the vocabularies. */
  record: TagRecord;
  other: TagRecord;
  /** The names that are alike, one of each. */
  names: readonly [string, string];
}

/** Records with the same key are compared with the first few of them only: a common surname with an initial has many. */
const mostCompared = 5;

/**
 * Finds records of one vocabulary whose names differ only in the order of their words, in accents and punctuation, or, of
 * people, in given names that are shortened to initials. The time grows with the number of names.
 *
 * @example
 * // "Berg, Tomás" and "Tomas Berg"; "T. Berg" and "Tomas Berg"
 */
export function findSimilarRecords(records: readonly TagRecord[]): SimilarRecords[] {
  const found: SimilarRecords[] = [];
  const reported = new Set<string>();
  const report = (record: TagRecord, other: TagRecord, names: readonly [string, string]) => {
    const pair = JSON.stringify([record.key, other.key].sort());
    if (record.key === other.key || reported.has(pair)) return;
    reported.add(pair);
    found.push({ record, other, names });
  };
  for (const list of groupNames(records, wordsKey).values()) comparePairs(list, report);
  const people = records.filter(({ vocabulary }) => findVocabulary(vocabulary).schemaOrgType === 'Person');
  for (const list of groupNames(people, initialsKey).values()) {
    comparePairs(list, (record, other, names) => {
      // Two full names with the same initials are those of two people, and so are a short form of one and the other.
      if (hasInitials(record.names[0]) || hasInitials(other.names[0])) report(record, other, names);
    });
  }
  return found;
}

interface Named {
  record: TagRecord;
  name: string;
}

function comparePairs(
  named: readonly Named[],
  report: (record: TagRecord, other: TagRecord, names: readonly [string, string]) => void,
): void {
  for (const [index, first] of named.slice(0, mostCompared).entries()) {
    for (const second of named.slice(index + 1, mostCompared))
      report(first.record, second.record, [first.name, second.name]);
  }
}

function groupNames(
  records: readonly TagRecord[],
  keyOf: (words: readonly string[]) => string | undefined,
): Map<string, Named[]> {
  const groups = new Map<string, Named[]>();
  for (const record of records) {
    for (const name of record.names) {
      const key = keyOf(wordsOf(name));
      if (key === undefined) continue;
      const group = groups.get(`${record.vocabulary}/${key}`) ?? [];
      groups.set(`${record.vocabulary}/${key}`, group);
      // The names of a record are like each other.
      if (group.at(-1)?.record !== record) group.push({ record, name });
    }
  }
  return groups;
}

/** The words of a name without case, accents and punctuation, the surname last: "Berg, Tomás" is "tomas", "berg". */
function wordsOf(name: string): string[] {
  const parts = normalizeName(name).split(',', 2);
  const plain = normalizeUnicode(parts.toReversed().join(' '), 'NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Equal for names of the same words in any order. A single word is compared as it is. */
function wordsKey(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : words.toSorted().join(' ');
}

/** Equal for names of the same surname and the same initial of the first given name. */
function initialsKey(words: readonly string[]): string | undefined {
  const [first = '', ...others] = words;
  const surname = others.at(-1);
  return surname === undefined || surname.length === 1 ? undefined : `${first.charAt(0)} ${surname}`;
}

/** Whether the first given name is an initial: "T. Berg", "Berg, T." */
function hasInitials(name = ''): boolean {
  return wordsOf(name)[0]?.length === 1;
}
