import type { AuthorityData } from '../../records/schemas/schemas.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { AuthorityEntry } from '../federation/federated.ts';
import type { Paths } from '../paths.ts';
import { createAuthority, type Authority } from './authority.ts';
import { filingName } from './initials.ts';

/** The authority records of an archive. */
export interface Records {
  /** The records of each vocabulary that are in use, by sort name. */
  records: Record<VocabularyName, Authority[]>;
  /** All records by key (`people/wang-yi`), those that were merged into others included. */
  byKey: ReadonlyMap<string, Authority>;
  /** The records that were merged into others, each with the record that replaces it. */
  replaced: { record: Authority; by: Authority }[];
}

/**
 * Creates the authority records of an archive, sorted, and linked with their broader and narrower records. `tagArticles`
 * adds their articles later.
 *
 * @param language the site's (BCP 47), by whose rules names are sorted
 */
export function createRecords(
  entries: Record<VocabularyName, readonly AuthorityEntry<AuthorityData>[]>,
  paths: Paths,
  language: string,
): Records {
  const created = vocabularies.flatMap((vocabulary) =>
    entries[vocabulary.name].map((entry) => createAuthority(entry, vocabulary, paths)),
  );
  const byKey = new Map(created.map((record) => [record.key, record]));
  const sorted = sortByName(
    created.filter(({ data }) => data.replacedBy === undefined),
    language,
  );
  const byVocabulary = Map.groupBy(sorted, ({ vocabulary }) => vocabulary.name);
  linkHierarchy(sorted, byKey);
  linkPublications(sorted, byKey);
  return {
    records: mapVocabularies((name) => byVocabulary.get(name) ?? []),
    byKey,
    replaced: created.flatMap((record) => {
      const { replacedBy } = record.data;
      const by = replacedBy === undefined ? undefined : byKey.get(`${record.vocabulary.name}/${replacedBy}`);
      return by ? [{ record, by }] : [];
    }),
  };
}

/** Sorts records as indexes list them. */
export function sortByName<Each extends Pick<Authority, 'id' | 'sortName'>>(
  records: readonly Each[],
  language: string,
): Each[] {
  const collator = new Intl.Collator(language);
  return records
    .map((record) => ({ record, name: filingName(record) }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record);
}

/** Links each record with its broader records (`within`, `broader`), in both directions. */
function linkHierarchy(records: readonly Authority[], byKey: ReadonlyMap<string, Authority>): void {
  for (const record of records) {
    const { within, broader = [] } = record.data;
    for (const id of within === undefined ? broader : [within]) {
      const above = byKey.get(`${record.vocabulary.name}/${id}`);
      if (!above) continue;
      record.broader.push(above);
      above.narrower.push(record);
    }
  }
}

/** Links each publication with its place, and with the publications that it continues, in both directions. */
function linkPublications(records: readonly Authority[], byKey: ReadonlyMap<string, Authority>): void {
  for (const record of records) {
    const { place, continues = [] } = record.data;
    if (place !== undefined) record.place = byKey.get(`places/${place}`);
    for (const id of continues) {
      const predecessor = byKey.get(`${record.vocabulary.name}/${id}`);
      if (!predecessor) continue;
      record.continues.push(predecessor);
      predecessor.continuedBy.push(record);
    }
  }
}
