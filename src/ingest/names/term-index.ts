import { normalizeName } from '../../records/normalize-name.ts';
import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import type { VocabularyName } from '../../records/vocabularies.ts';
import type { Term } from '../drafts/draft.ts';

/** An authority record by the names that it has. */
export interface KnownRecord {
  vocabulary: VocabularyName;
  id: string;
  names: readonly string[];
}

/** The key of a record: `people/wang-yi`. */
export function keyOf({ vocabulary, id }: KnownRecord): string {
  return `${vocabulary}/${id}`;
}

/** Authority records by the names that sources give as terms. */
export interface TermIndex {
  /** The records that a term may stand for; those of its vocabulary only, when there are any. */
  match(term: Term): readonly KnownRecord[];
  /** @param id the id that stands for the record; that of a replaced record is not the record's own */
  add(record: KnownRecord, id: string): void;
}

/** Creates an index without records. */
export function createTermIndex(): TermIndex {
  const byName = new Map<string, KnownRecord[]>();
  return {
    match({ name, vocabulary }) {
      // By name first: "C" is not "C++", whose id is "c".
      const records = byName.get(normalizeTerm(name)) ?? byName.get(idKey(name)) ?? [];
      const own = records.filter((record) => record.vocabulary === vocabulary);
      return own.length > 0 ? own : records;
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
