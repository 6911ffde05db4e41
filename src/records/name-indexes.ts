import {
  vocabularies,
  type Vocabulary,
  type VocabularyDefinition,
  type VocabularyName,
} from './vocabularies.ts';

/** The names of what is listed, searched and followed by name: the vocabularies, and the authors whom bylines name. */
export type IndexName = VocabularyName | 'authors';

/** The search parameter of each index: `person`. */
export type IndexSingular = VocabularyDefinition['singular'] | 'author';

/** An index of names: that of a vocabulary, or that of the authors, who have pages but no records of their own. */
export interface NameIndex {
  /** Also the path of its URL. */
  name: IndexName;
  /** The noun for one of what it lists; also the search parameter: `person`. */
  singular: string;
  /** See the definitions of vocabularies; authors have none of what follows. */
  schemaOrgType?: Vocabulary['schemaOrgType'];
  broaderField?: Vocabulary['broaderField'];
  sourceKey?: Vocabulary['sourceKey'];
  fields: object;
  named: boolean;
  hyphenJoins: boolean;
}

/** The authors whom bylines name. */
export const authors: NameIndex = {
  name: 'authors',
  singular: 'author',
  fields: {},
  named: false,
  hyphenJoins: false,
};

/** The indexes, in the order in which pages show them. */
export const nameIndexes: readonly NameIndex[] = [...vocabularies, authors];
