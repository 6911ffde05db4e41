import { z } from 'astro/zod';

import { articleSchema, authoritySchemas } from './schemas.ts';
import { mapVocabularies, type VocabularyName } from '../vocabularies.ts';

/** The collections whose frontmatter can be edited as a table. */
export type EditableCollection = 'articles' | VocabularyName;

/**
 * The kind of value that a key holds: a text, a date, a number, a flag, a list of texts, a list of mappings,
 * or a text that may also be a list of them.
 */
export type ValueKind = 'text' | 'date' | 'number' | 'flag' | 'list' | 'objects' | 'texts';

/** A key that holds a value and not further keys. */
export interface FrontmatterKey {
  /** With the outer key before it when it is nested: `source.url`. */
  path: string;
  kind: ValueKind;
}

type Schema = z.core.JSONSchema.BaseSchema;

const schemas: Record<EditableCollection, z.ZodType> = { articles: articleSchema, ...authoritySchemas };

/**
 * All keys of the records of a collection, in their usual order, as their schema has them.
 *
 * @example
 * frontmatterKeysOf.places.at(-1) // { path: 'within', kind: 'text' }
 */
export const frontmatterKeysOf: Readonly<Record<EditableCollection, readonly FrontmatterKey[]>> = {
  articles: listKeys('articles'),
  ...mapVocabularies(listKeys),
};

function listKeys(collection: EditableCollection): FrontmatterKey[] {
  const { properties = {} } = z.toJSONSchema(schemas[collection], { io: 'input' });
  return Object.entries(properties).flatMap(([outer, property]) => {
    const schema = property as Schema;
    if (schema.type !== 'object') return [{ path: outer, kind: kindOf(schema) }];
    return Object.entries(schema.properties ?? {}).map(([inner, value]) => ({
      path: `${outer}.${inner}`,
      kind: kindOf(value as Schema),
    }));
  });
}

function kindOf(schema: Schema): ValueKind {
  if (schema.type === 'array') return (schema.items as Schema).type === 'object' ? 'objects' : 'list';
  if (schema.type === 'number') return 'number';
  if (schema.type === 'boolean') return 'flag';
  const types = (schema.anyOf ?? []).map((each) => (each as Schema).type);
  // A year may be a number.
  if (types.includes('integer')) return 'date';
  return types.includes('array') ? 'texts' : 'text';
}
