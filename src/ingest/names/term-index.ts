import { normalizeName } from '../../records/normalize-name.ts';
import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { findVocabulary, type VocabularyName } from '../../records/vocabularies.ts';
import type { Term } from '../drafts/draft.ts';

/** An authority record by the names that it has. */
export interface KnownRecord {
  vocabulary: VocabularyName;
  id: string;
  names: readonly string[];
  /** The names of the records that it is a part of, where that is known. */
  broader?: readonly string[];
}

/** The key of a record: `people/wang-yi`. */
export function keyOf({ vocabulary, id }: KnownRecord): string {
  return `${vocabulary}/${id}`;
}

/** Authority records by the names that sources give as terms. */
export interface TermIndex {
  /**
   * The records that a term may stand for; those of its vocabulary only, when there are any. One of several terms of one
   * name does not stand for a record that is a part of something else.
   */
  match(term: Term): readonly KnownRecord[];
  /** @param id the id that stands for the record; that of a replaced record is not the record's own */
  add(record: KnownRecord, id: string): void;
}

/** Creates an index without records. */
export function createTermIndex(): TermIndex {
  const byName = new Map<string, KnownRecord[]>();
  return {
    match(term) {
      const { name, vocabulary, isNamesake, broader } = term;
      // By name first: "C" is not "C++", whose id is "c".
      const qualified = byName.get(normalizeTerm(qualifiedName(term)));
      if (isNamesake && qualified && !isSource(vocabulary)) return qualified;
      const records = byName.get(normalizeTerm(name)) ?? byName.get(idKey(name)) ?? [];
      const own = records.filter((record) => record.vocabulary === vocabulary);
      // A name of what a text is about is not that of a publication, and the reverse.
      const matches =
        own.length > 0 || isSource(vocabulary) ? own : records.filter((each) => !isSource(each.vocabulary));
      return isNamesake ? matches.filter((record) => isSamePart(record, broader)) : matches;
    },
    add(record, id) {
      // Articles that an archive has exported have ids as terms, so an id matches too, exactly as written.
      for (const name of [...record.names.map(normalizeTerm), idKey(id)]) {
        const records = byName.get(name) ?? [];
        if (records.every((each) => keyOf(each) !== keyOf(record))) byName.set(name, [...records, record]);
      }
    },
  };
}

/** Whether a vocabulary says where texts are from. */
function isSource(vocabulary: VocabularyName | undefined): boolean {
  return vocabulary !== undefined && findVocabulary(vocabulary).sourceKey !== undefined;
}

/** The name that a record for a term has: no two records of an archive have the same. */
export function qualifiedName({ name, isNamesake, broader }: Term): string {
  return isNamesake && broader ? `${name} (${broader.name})` : name;
}

/** Whether a record is a part of the same as a term, or both are a part of nothing. */
function isSamePart({ broader = [] }: KnownRecord, term: Term | undefined): boolean {
  if (term === undefined) return broader.length === 0;
  return broader.map(normalizeTerm).includes(normalizeTerm(term.name));
}

/** Terms may be written in any case, in any compatibility form (NFKC), and with any kind of hyphen or none. */
function normalizeTerm(name: string): string {
  return normalizeName(normalizeUnicode(name, 'NFKC'))
    .trim()
    .toLowerCase()
    .replace(/[-‐‑–_]+/gu, ' ');
}

/** The key of an id in an index: no normalized name begins with a space. */
function idKey(id: string): string {
  return ` ${id}`;
}
