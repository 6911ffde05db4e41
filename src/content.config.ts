import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';

import { currentCollections, listCollections } from './records/collections.ts';
import { contentRoot } from './records/content-root.ts';
import { ContentError } from './records/problem.ts';
import type { CollectionName } from './records/read/frontmatter-cache.ts';
import { readArchive } from './records/read/read-archive.ts';
import { aboutSchema, articleSchema, authoritySchemas } from './records/schemas/schemas.ts';
import { mapVocabularies, type VocabularyName } from './records/vocabularies.ts';

// The build and the development server have read the content already. Other commands of Astro's have not.
const listRecords = async () => currentCollections.find() ?? listCollections(await readContent());

async function readContent() {
  const { content, problems } = await readArchive(contentRoot());
  if (!content) throw new ContentError(problems);
  return content;
}

/** Records have been checked by their schema when they were read, so that the store takes them as they are. */
const load = (kind: CollectionName): Loader => ({
  name: `dateline-${kind}`,
  async load({ store }) {
    const entries = (await listRecords())[kind];
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    for (const entry of entries) store.set({ ...entry });
  },
});

const collection = <Schema extends z.ZodType>(kind: CollectionName, schema: Schema) =>
  defineCollection({ loader: load(kind), schema });

type Collection<Schema extends z.ZodType> = ReturnType<typeof collection<Schema>>;

/** A collection for each vocabulary, each with the schema of its own records. */
type VocabularyCollections = { [Name in VocabularyName]: Collection<(typeof authoritySchemas)[Name]> };

export const collections = {
  articles: collection('articles', articleSchema),
  about: collection('about', aboutSchema),
  ...(mapVocabularies((name) => collection(name, authoritySchemas[name])) as VocabularyCollections),
};
