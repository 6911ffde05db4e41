import { findNearestName } from '../../records/check/nearest-name.ts';
import { normalizeName } from '../../records/normalize-name.ts';
import type { ArchiveContent, Entry } from '../../records/read/read-archive.ts';
import type { AuthorityData } from '../../records/schemas/schemas.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { RowPosition } from '../../tables/table-problem.ts';

/** A record that there is, or that a row of a table makes. Records are named by their keys: `people/wang-yi`. */
interface NamedRecord {
  names: ReadonlySet<string>;
  /** The record as it was read, if there is one already. */
  entry?: Entry<AuthorityData>;
  /** The row that makes it, otherwise. */
  row?: RowPosition;
}

/** The records that there are, and those that a table makes, by their ids and names. */
export interface RecordNames {
  find(key: string): NamedRecord | undefined;
  /** The key of a record of this id in any vocabulary. */
  findAny(id: string): string | undefined;
  /** The id of the place of an id or name. */
  findPlace(name: string): string | undefined;
  /** The nearest id of a vocabulary. */
  suggest(vocabulary: VocabularyName, id: string): string | undefined;
  /** Adds a record that a row makes. */
  add(vocabulary: VocabularyName, id: string, heading: string, row: RowPosition): void;
}

/** A suggestion compares an id with all others, and one mistake may be in all rows. */
const mostSuggestions = 20;

/** Creates an index of the records of an archive. */
export function createRecordNames(content: ArchiveContent): RecordNames {
  const records = new Map<string, NamedRecord>();
  const places = new Map<string, string>();
  const addPlace = (name: string, id: string) => {
    if (!places.has(name)) places.set(name, id);
  };
  for (const { name: vocabulary } of vocabularies) {
    for (const entry of content.vocabularies[vocabulary]) {
      const names = [entry.data.name, ...entry.data.variants].map(normalizeName);
      records.set(`${vocabulary}/${entry.id}`, { names: new Set(names), entry });
      if (vocabulary === 'places')
        for (const name of names) addPlace(name, entry.data.replacedBy ?? entry.id);
    }
  }
  let suggestions = 0;
  return {
    find: (key) => records.get(key),
    findAny(id) {
      const vocabulary = vocabularies.find(({ name }) => records.has(`${name}/${id}`));
      return vocabulary && `${vocabulary.name}/${id}`;
    },
    findPlace: (name) => (records.has(`places/${name}`) ? name : places.get(normalizeName(name))),
    suggest(vocabulary, id) {
      if (++suggestions > mostSuggestions) return undefined;
      return findNearestName(
        id,
        content.vocabularies[vocabulary].map((each) => each.id),
      );
    },
    add(vocabulary, id, heading, row) {
      records.set(`${vocabulary}/${id}`, { names: new Set([normalizeName(heading)]), row });
      if (vocabulary === 'places') addPlace(normalizeName(heading), id);
    },
  };
}
