import { z } from 'astro/zod';

import { vocabularies, type VocabularyName } from '../vocabularies.ts';

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
  const described: Record<string, z.ZodType> = {};
  for (const { name, broaderField } of vocabularies) {
    const keys = kind === 'articles' ? [name] : kind === name ? ['replacedBy', broaderField] : [];
    for (const key of keys) {
      if (key === undefined) continue;
      const field = schema.shape[key] as z.ZodType;
      described[key] = field.meta({ ...field.meta(), ...describeIds(field, known[name]) });
    }
  }
  const completed = schema.safeExtend(described) as unknown as Schema;
  return completed.meta({ ...schema.meta() });
}

function describeIds(field: z.ZodType, ids: readonly string[]): object {
  // JSON Schema does not allow an enumeration of nothing.
  const known = ids.length > 0 ? { enum: ids, errorMessage: 'No record has this id.' } : {};
  const isList = z.toJSONSchema(field, { io: 'input' }).type === 'array';
  return isList ? { uniqueItems: true, items: { type: 'string', ...known } } : known;
}
