import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

import { createPaths } from './archive/paths.ts';
import { prepareRendering } from './markdown/rendering.ts';
import { contentRoot } from './records/content-root.ts';
import { createLoaders, type CollectionName } from './records/read/loader.ts';

const recordHref = (key: string, siteUrl: string) => createPaths(siteUrl).record(key);
const load = createLoaders(contentRoot(), await prepareRendering(recordHref));

// The loaders have checked the entries by the schemas in records/schemas.ts, and keep them themselves.
const collection = (name: CollectionName) =>
  defineCollection({ loader: load(name), schema: z.custom<{ digest: string }>() });

export const collections = {
  articles: collection('articles'),
  about: collection('about'),
  people: collection('people'),
  places: collection('places'),
  organizations: collection('organizations'),
  topics: collection('topics'),
};
