import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';

import { contentRoot } from './records/content-root.ts';
import { listKnownIds } from './records/read/list-files.ts';
import type { RecordKind } from './records/schemas/json-schema.ts';
import { describeKnownIds } from './records/schemas/known-ids.ts';
import { aboutSchema, articleSchema, authoritySchemas, siteSchema } from './records/schemas/schemas.ts';
import { mapVocabularies, type VocabularyName } from './records/vocabularies.ts';

/**
 * No records are loaded: pages are handed the archive, and Astro would copy, serialize and write all records at each change.
 * The collections are there for the JSON Schemas that Astro makes of them.
 */
const load = (name: RecordKind): Loader => ({ name: `dateline-${name}`, load: () => Promise.resolve() });

/** Astro calls the schema whenever it writes the JSON Schema that editors use: with the ids that there are by then. */
const collection = <Schema extends z.ZodObject>(name: RecordKind, schema: Schema) =>
  defineCollection({
    loader: load(name),
    schema: () => describeKnownIds(name, schema, listKnownIds(contentRoot())),
  });

type Collection<Schema extends z.ZodObject> = ReturnType<typeof collection<Schema>>;

/** A collection for each vocabulary, each with the schema of its own records. */
type VocabularyCollections = { [Name in VocabularyName]: Collection<(typeof authoritySchemas)[Name]> };

export const collections = {
  site: collection('site', siteSchema),
  about: collection('about', aboutSchema),
  articles: collection('articles', articleSchema),
  ...(mapVocabularies((name) => collection(name, authoritySchemas[name])) as VocabularyCollections),
};
