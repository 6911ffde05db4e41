import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

import { createPaths } from './archive/paths.ts';
import { prepareRendering } from './markdown/rendering.ts';
import { contentRoot } from './records/content-root.ts';
import { createLoaders } from './records/loader.ts';
import type { ArticleData, AuthorityData } from './records/schemas.ts';

const recordHref = (key: string, siteUrl: string) => createPaths(siteUrl).record(key);
const load = createLoaders(contentRoot(), await prepareRendering(recordHref));

// The loaders have checked the data by the schemas in records/schemas.ts; here it only needs its type.
const authority = z.custom<AuthorityData>();

export const collections = {
  articles: defineCollection({ loader: load('articles'), schema: z.custom<ArticleData>() }),
  about: defineCollection({ loader: load('about'), schema: z.custom<{ title: string }>() }),
  people: defineCollection({ loader: load('people'), schema: authority }),
  places: defineCollection({ loader: load('places'), schema: authority }),
  organizations: defineCollection({ loader: load('organizations'), schema: authority }),
  topics: defineCollection({ loader: load('topics'), schema: authority }),
};
