import { articleFields, type ReceivedKey } from '../../../records/article-fields.ts';
import { mapSubjects, subjectVocabularies } from '../../../records/vocabularies.ts';

/** What sources call the fields that are no tags. */
const receivedNames = Object.fromEntries(
  articleFields.flatMap(({ draftKey, sourceNames }) => (draftKey ? [[draftKey, sourceNames]] : [])),
) as Readonly<Record<ReceivedKey, readonly string[]>>;

/**
 * The fields of an article, and the names that table columns, frontmatter keys and header lines commonly have for each,
 * most specific first. Names are normalized by {@link normalizeFieldName}: `Publication date`, `publication_date` and
 * `publicationDate` are the same name.
 */
export const fieldNames = {
  /** The text, in one of three formats; when several are present, the one with the most markup is used. */
  markdown: ['markdown', 'md', 'bodymarkdown', 'contentmarkdown', 'textmarkdown'],
  html: ['html', 'bodyhtml', 'contenthtml', 'texthtml', 'htmlbody', 'htmlcontent'],
  text: ['text', 'fulltext', 'body', 'bodytext', 'content', 'articletext', 'articlebody', 'article', 'story'],
  ...receivedNames,
  ...mapSubjects((_, { sourceNames }) => sourceNames),
  /** Terms for which the source does not say what they name. */
  tags: ['tags', 'tag', 'labels'],
  categories: ['categories', 'category'],
  keywords: ['keywords', 'keyword'],
} as const satisfies Record<string, readonly string[]>;

/** A field of an article. An article has one of `text`, `html` and `markdown`. */
export type Field = keyof typeof fieldNames;

/** All fields. */
export const fields = Object.keys(fieldNames) as Field[];

/** The fields that hold the text, the one with the most markup first. */
export const textFields: readonly Field[] = ['markdown', 'html', 'text'];

/** The fields that hold names, tags and categories. */
export const termFields: readonly Field[] = [
  ...subjectVocabularies.map(({ name }) => name),
  ...(['tags', 'categories', 'keywords'] as const),
];

/** All fields except those that hold the text. */
export const metadataFields: readonly Field[] = fields.filter((field) => !textFields.includes(field));

/** The fields that may have several values. */
export const listFields: ReadonlySet<Field> = new Set(['byline', ...termFields]);

/** Whether a text is the name of a field. */
export function isField(name: string): name is Field {
  return Object.hasOwn(fieldNames, name);
}

/**
 * Matches the names of columns or keys with fields.
 *
 * @param names as written in the source
 * @param among the fields to look for
 * @returns for each field that was found, the name in the source; no name is used for two fields
 */
export function matchFieldNames(names: readonly string[], among: readonly Field[]): Map<Field, string> {
  const byNormalized = new Map(names.toReversed().map((name) => [normalizeFieldName(name), name]));
  const matches = among.flatMap((field): [Field, string][] => {
    const match = fieldNames[field].map((name) => byNormalized.get(name)).find((name) => name !== undefined);
    return match === undefined ? [] : [[field, match]];
  });
  return new Map(matches);
}

/** Normalizes a name: lower case, without spaces and punctuation. */
export function normalizeFieldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
