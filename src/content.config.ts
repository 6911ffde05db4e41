import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';

import { currentCollections } from './records/collections.ts';
import { contentRoot } from './records/content-root.ts';
import { listKnownIds } from './records/read/list-files.ts';
import type { RecordKind } from './records/schemas/json-schema.ts';
import { describeKnownIds } from './records/schemas/known-ids.ts';
import { aboutSchema, articleSchema, authoritySchemas } from './records/schemas/schemas.ts';
import { siteSchema } from './records/schemas/site-schema.ts';
import { mapVocabularies, type VocabularyName } from './records/vocabularies.ts';

// The build and the development server have read the content already. Other commands of Astro's have not, and only they load
// what reads it: sixty modules, which Vite would transform for each bundle.
const listRecords = async () =>
  currentCollections.find() ?? (await import('./records/read/load-collections.ts')).loadCollections();

/** Records have been checked by their schema when they were read, so that the store takes them as they are. */
const load = (name: RecordKind): Loader => ({
  name: `dateline-${name}`,
  async load({ store }) {
    const entries = (await listRecords())[name];
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    for (const entry of entries) store.set({ ...entry });
  },
});

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
