import type { AuthorityData } from '../schemas/schemas.ts';
import { findVocabulary, type VocabularyName } from '../vocabularies.ts';
import { authorIdOf } from './author-id.ts';

/** A record by whose names bylines may mean a person or an organization. */
export interface NamedRecord {
  vocabulary: VocabularyName;
  id: string;
  data: Pick<AuthorityData, 'name' | 'variants' | 'replacedBy'>;
}

/** Which names are those of one record. */
export interface AuthorRecords<Each extends NamedRecord = NamedRecord> {
  /** The record that has the name of an author's id; nothing when none or several have it. */
  find(authorId: string): Each | undefined;
  /** The id of the author that a record is: that of the first of its names that no other record has. */
  idOf(record: Each): string;
  /** The records that share a name, by the author's id of it. */
  shared: ReadonlyMap<string, readonly Each[]>;
}

/**
 * Looks up the records of people and organizations by the names that bylines may have for them: their own and their variant
 * names. Records that were merged into others name nobody.
 */
export function createAuthorRecords<Each extends NamedRecord>(records: Iterable<Each>): AuthorRecords<Each> {
  const byId = new Map<string, Each[]>();
  const idsOf = new Map<Each, string[]>();
  for (const record of records) {
    const { schemaOrgType } = findVocabulary(record.vocabulary);
    if (!['Person', 'Organization'].includes(schemaOrgType) || record.data.replacedBy !== undefined) continue;
    const ids = [...new Set([record.data.name, ...record.data.variants].map(authorIdOf))];
    idsOf.set(record, ids);
    for (const id of ids) byId.set(id, [...(byId.get(id) ?? []), record]);
  }
  const isOwn = (id: string) => byId.get(id)?.length === 1;
  return {
    find: (authorId) => (isOwn(authorId) ? byId.get(authorId)?.[0] : undefined),
    idOf: (record) => idsOf.get(record)?.find(isOwn) ?? record.id,
    shared: new Map([...byId].filter(([, sharing]) => sharing.length > 1)),
  };
}
