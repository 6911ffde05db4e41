import { z } from 'astro/zod';

import { vocabularies, type Vocabulary, type VocabularyName } from '../vocabularies.ts';

/** The ids of the record files of each vocabulary, including invalid ones, which would otherwise cause further problems. */
export type KnownIds = Readonly<Record<VocabularyName, readonly string[]>>;

/**
 * Adds the known ids to what JSON Schema says of a kind of record, so that an editor offers them and marks all others. The
 * schema itself accepts what it did: whether a record has an id is checked when all records are known.
 *
 * @param kind of the records: `articles`, or the vocabulary that they belong to
 *
 * @example
 * z.toJSONSchema(describeKnownIds('places', authoritySchemas.places, known)).properties.within
 * // { type: 'string', description: '…', enum: ['norhaven', 'osmark'], errorMessage: 'No record has this id.' }
 */
export function describeKnownIds<Schema extends z.ZodObject>(
  kind: string,
  schema: Schema,
  known: KnownIds,
): Schema {
  return vocabularies.reduce((each, vocabulary) => describeReferences(kind, each, vocabulary, known), schema);
}

/** Adds the ids of one vocabulary to the keys of a kind of record that hold such. */
function describeReferences<Schema extends z.ZodObject>(
  kind: string,
  schema: Schema,
  { name, sourceKey }: Vocabulary,
  known: KnownIds,
): Schema {
  if (kind === 'articles' && sourceKey !== undefined) {
    const source = (schema.shape.source as z.ZodOptional<z.ZodObject>).unwrap();
    const described = describeKeys(source, [sourceKey], known[name]);
    return extend(schema, { source: described.optional().meta({ ...schema.shape.source?.meta() }) });
  }
  if (kind === 'articles') return describeKeys(schema, [name], known[name]);
  const own = vocabularies.find((each) => each.name === kind);
  if (!own) return schema;
  const references = Object.entries(own.references).filter(([, of]) => of === name);
  const keys = [...(own.name === name ? ['replacedBy'] : []), ...references.map(([key]) => key)];
  return describeKeys(schema, keys, known[name]);
}

function describeKeys<Schema extends z.ZodObject>(
  schema: Schema,
  keys: readonly string[],
  ids: readonly string[],
): Schema {
  const described = keys.map((key) => {
    const field = schema.shape[key] as z.ZodType;
    return [key, field.meta({ ...field.meta(), ...describeIds(field, ids) })];
  });
  return extend(schema, Object.fromEntries(described) as z.core.$ZodLooseShape);
}

/** Replaces keys of a schema, and keeps what it says of itself. */
function extend<Schema extends z.ZodObject>(schema: Schema, shape: z.core.$ZodLooseShape): Schema {
  return schema.safeExtend(shape).meta({ ...schema.meta() }) as unknown as Schema;
}

function describeIds(field: z.ZodType, ids: readonly string[]): object {
  // JSON Schema does not allow an enumeration of nothing.
  const known = ids.length > 0 ? { enum: ids, errorMessage: 'No record has this id.' } : {};
  const isList = z.toJSONSchema(field, { io: 'input' }).type === 'array';
  return isList ? { uniqueItems: true, items: { type: 'string', ...known } } : known;
}
