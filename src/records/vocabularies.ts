/** A vocabulary: one of the sets of authority records that articles are tagged with. */
export interface Vocabulary {
  /** Folder under `content/`, frontmatter key of articles, collection name and URL path, all at once. */
  name: VocabularyName;
  /** One of its records, in a sentence and as the search parameter: `person`. */
  singular: string;
  /** Whether articles name its records in their text. Topics are seldom named, so they are not looked for. */
  named: boolean;
  /**
   * Whether a hyphen continues a name: "Wang Yi-fan" does not name Wang Yi,
   * while "China-based" does name China.
   */
  hyphenJoins: boolean;
}

/** The names of the four vocabularies. */
export type VocabularyName = 'people' | 'places' | 'organizations' | 'topics';

/** The vocabularies, in the order in which pages show them. */
export const vocabularies: readonly Vocabulary[] = [
  { name: 'people', singular: 'person', named: true, hyphenJoins: true },
  { name: 'places', singular: 'place', named: true, hyphenJoins: false },
  {
    name: 'organizations',
    singular: 'organization',
    named: true,
    hyphenJoins: false,
  },
  { name: 'topics', singular: 'topic', named: false, hyphenJoins: false },
];

/** Whether a text is the name of one of them. */
export function isVocabularyName(name: string): name is VocabularyName {
  return vocabularies.some((vocabulary) => vocabulary.name === name);
}

/** Makes a value for each vocabulary. */
export function mapVocabularies<Value>(
  value: (name: VocabularyName) => Value,
): Record<VocabularyName, Value> {
  const values = vocabularies.map(({ name }) => [name, value(name)]);
  return Object.fromEntries(values) as Record<VocabularyName, Value>;
}
