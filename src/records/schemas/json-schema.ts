import { z } from 'astro/zod';

import { aboutSchema, articleSchema, authoritySchemas } from './schemas.ts';
import { siteSchema } from './site-schema.ts';
import { mapVocabularies, type VocabularyName } from '../vocabularies.ts';

/** A JSON Schema, as plain data. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The kinds of records that have a schema: `site` is `site.yaml`, the others are frontmatter. */
export type RecordKind = 'site' | 'about' | 'articles' | VocabularyName;

const schemas: Record<RecordKind, z.ZodType> = {
  site: siteSchema,
  about: aboutSchema,
  articles: articleSchema,
  ...authoritySchemas,
};

/** What a schema is called. */
const titles: Record<RecordKind, string> = {
  site: 'What an archive says of itself (site.yaml)',
  about: 'The colophon of an archive (about.md)',
  articles: 'An article of an archive',
  ...mapVocabularies((_, { schemaTitle }) => schemaTitle),
};

/** The kinds of records, in the order of the content folder. */
export const recordKinds = Object.keys(schemas) as RecordKind[];

/**
 * Says in JSON Schema (draft-07) what the reader asks of records. The reader refuses everything that a schema refuses. It
 * refuses more: days that the calendar has not, intervals that run backwards, language tags and web addresses that have
 * only the form of one, and all that depends on other files (the record of an id, the folder of a date, sums).
 *
 * Draft-07, because every version of the YAML extension of VS Code reads it, later drafts only recent ones; nothing here
 * needs more.
 */
export function describeRecords(): Record<RecordKind, JsonSchema> {
  const described = recordKinds.map((kind) => {
    const { $schema, ...schema } = z.toJSONSchema(schemas[kind], { target: 'draft-07', io: 'input' });
    return [kind, { $schema, title: titles[kind], ...schema }];
  });
  return Object.fromEntries(described) as Record<RecordKind, JsonSchema>;
}
