import { z } from 'astro/zod';

import { archiveDate, id, ids, line, webAddress } from './schemas/fields.ts';
import { issn } from './schemas/issn.ts';

/**
 * The definition of a vocabulary: one of the sets of authority records that articles are tagged with. Everything that is
 * particular to it is here, except its labels in the languages of the interface (`languages/`).
 */
interface Definition {
  /**
   * Folder under `content/`, collection name and URL path, all at once; also the frontmatter key of articles, unless it has
   * a `sourceKey`.
   */
  name: string;
  /** The noun for one of its records; also the search parameter and the option of `npm run new`: `person`. */
  singular: string;
  /** The title of the schema of its records. */
  schemaTitle: string;
  /** The description of the article's key, which editors show. */
  tagDescription: string;
  /** Whether every article must have the key, even if its list is empty. */
  isRequired: boolean;
  /**
   * The key of an article's `source` that holds the id of its record, for a vocabulary that says where texts are from. The
   * others say what texts are about (subjects), and articles have a list of ids under their names.
   */
  sourceKey?: 'publication';
  /** The keys that only its records have. */
  fields: z.core.$ZodLooseShape;
  /** The keys of its records that hold ids of records, and the vocabulary of these; `replacedBy` is in all. */
  references: Readonly<Record<string, string>>;
  /** The key for broader records: the place that a place is within, the topics that a topic is part of. */
  broaderField?: 'within' | 'broader';
  /** Whether articles name its records in their text. Topics seldom are, so their names are not looked for. */
  named: boolean;
  /**
   * Whether a hyphen continues a name: "Wang Yi-fan" does not name Wang Yi,
   * while "China-based" does name China.
   */
  hyphenJoins: boolean;
  /** The schema.org type of what a record stands for. */
  schemaOrgType: 'Person' | 'Place' | 'Organization' | 'Event' | 'DefinedTerm' | 'Periodical';
  /** The names of its columns, fields and header lines in sources, most specific first; lower case, without spaces. */
  sourceNames: readonly string[];
  /** Its schema.org types in received web pages. */
  webPageTypes?: RegExp;
  /** Its property in ninjs (IPTC), and the noun for one item of it. */
  ninjs?: { property: string; item: string };
}

/** The vocabularies, in the order in which pages show them. */
const definitions = [
  {
    name: 'people',
    singular: 'person',
    schemaTitle: 'A person',
    tagDescription: 'The people that the text is about: ids of records in content/people/.',
    isRequired: true,
    fields: {
      roles: z
        .array(
          z.strictObject({
            title: line.describe('The office or post.'),
            from: archiveDate.optional().describe('When it began, as far as known.'),
            to: archiveDate.optional().describe('When it ended, as far as known; left out while it lasts.'),
          }),
        )
        .default([])
        .describe('Offices and posts.'),
    },
    references: {},
    named: true,
    hyphenJoins: true,
    schemaOrgType: 'Person',
    sourceNames: ['people', 'persons', 'person'],
    webPageTypes: /Person$/,
    ninjs: { property: 'people', item: 'person' },
  },
  {
    name: 'places',
    singular: 'place',
    schemaTitle: 'A place',
    tagDescription: 'The places that the text is about: ids of records in content/places/.',
    isRequired: true,
    fields: {
      coordinates: z
        .strictObject({
          latitude: z.number().min(-90).max(90).describe('Degrees north of the equator; south is negative.'),
          longitude: z.number().min(-180).max(180).describe('Degrees east of Greenwich; west is negative.'),
        })
        .optional()
        .describe('Decimal degrees, WGS 84.'),
      within: id.optional().describe('The id of the place that this one lies in.'),
    },
    references: { within: 'places' },
    named: true,
    hyphenJoins: false,
    broaderField: 'within',
    schemaOrgType: 'Place',
    sourceNames: ['places', 'place', 'locations', 'location'],
    webPageTypes: /(?:Place|Country|City|State|AdministrativeArea)$/,
    ninjs: { property: 'places', item: 'place' },
  },
  {
    name: 'organizations',
    singular: 'organization',
    schemaTitle: 'An organization',
    tagDescription: 'The organizations that the text is about: ids of records in content/organizations/.',
    isRequired: false,
    fields: {},
    references: {},
    named: true,
    hyphenJoins: false,
    schemaOrgType: 'Organization',
    sourceNames: ['organizations', 'organisations', 'organization', 'organisation', 'orgs'],
    webPageTypes: /(?:Organization|Corporation|NGO)$/,
    ninjs: { property: 'organisations', item: 'organisation' },
  },
  {
    name: 'topics',
    singular: 'topic',
    schemaTitle: 'A topic',
    tagDescription: 'The topics of the text: ids of records in content/topics/.',
    isRequired: true,
    fields: {
      broader: ids.default([]).describe('Ids of the topics that this one is a part of (SKOS broader).'),
      mediaTopic: z
        .string()
        .regex(/^medtop:\d{8}$/)
        .optional()
        .describe('The same concept in the IPTC Media Topics: medtop:20000593.'),
    },
    references: { broader: 'topics' },
    named: false,
    hyphenJoins: false,
    broaderField: 'broader',
    schemaOrgType: 'DefinedTerm',
    sourceNames: ['topics', 'topic', 'subjects', 'subject'],
    ninjs: { property: 'subjects', item: 'subject' },
  },
  {
    name: 'publications',
    singular: 'publication',
    schemaTitle: 'A publication',
    tagDescription:
      'Who published it, such as a newspaper, a magazine or a site: the id of a record in content/publications/.',
    isRequired: false,
    sourceKey: 'publication',
    fields: {
      place: id.optional().describe('The id of the place where it is published.'),
      from: archiveDate.optional().describe('When it first appeared, as far as known.'),
      to: archiveDate
        .optional()
        .describe('When it last appeared, as far as known; left out while it appears.'),
      issn: issn.optional().describe('Its International Standard Serial Number: 2049-3630.'),
      homepage: webAddress.optional().describe('Its own site.'),
      continues: ids.default([]).describe('Ids of the publications that it continues: its predecessors.'),
    },
    references: { place: 'places', continues: 'publications' },
    named: false,
    hyphenJoins: false,
    schemaOrgType: 'Periodical',
    sourceNames: [
      ...[
        'sourcepublication',
        'publication',
        'publicationname',
        'newspaper',
        'journal',
        'magazine',
        'periodical',
      ],
      ...['publisher', 'source', 'sourcename', 'outlet', 'agency'],
    ],
  },
] as const satisfies readonly Definition[];

/** The definition of a vocabulary, with its literal type. */
export type VocabularyDefinition = (typeof definitions)[number];

/** The names of the vocabularies. */
export type VocabularyName = VocabularyDefinition['name'];

/** The names of the vocabularies of what texts are about: of each, an article has a list of ids under its name. */
export type SubjectName = Exclude<VocabularyDefinition, { sourceKey: string }>['name'];

/** A vocabulary, for code that treats all of them alike. */
export type Vocabulary = Definition & { name: VocabularyName };

/** The vocabularies, in the order in which pages show them. */
export const vocabularies: readonly Vocabulary[] = definitions;

/** Those of them that say what texts are about. */
export const subjectVocabularies = vocabularies.filter(
  (vocabulary): vocabulary is Vocabulary & { name: SubjectName } => vocabulary.sourceKey === undefined,
);

const byName = new Map(vocabularies.map((vocabulary) => [vocabulary.name, vocabulary]));

/** The definition of a vocabulary. */
export function findVocabulary(name: VocabularyName): Vocabulary {
  return byName.get(name) as Vocabulary;
}

/** Whether a string is the name of a vocabulary. */
export function isVocabularyName(name: string): name is VocabularyName {
  return vocabularies.some((vocabulary) => vocabulary.name === name);
}

/** Computes a value for each vocabulary. */
export function mapVocabularies<Value>(
  value: (name: VocabularyName, vocabulary: Vocabulary) => Value,
): Record<VocabularyName, Value> {
  const values = vocabularies.map((vocabulary) => [vocabulary.name, value(vocabulary.name, vocabulary)]);
  return Object.fromEntries(values) as Record<VocabularyName, Value>;
}

/** Computes a value for each vocabulary of what texts are about. */
export function mapSubjects<Value>(
  value: (name: SubjectName, vocabulary: Vocabulary) => Value,
): Record<SubjectName, Value> {
  const values = subjectVocabularies.map((vocabulary) => [
    vocabulary.name,
    value(vocabulary.name, vocabulary),
  ]);
  return Object.fromEntries(values) as Record<SubjectName, Value>;
}
