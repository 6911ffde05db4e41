import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../../archive/load.ts';
import { contentRoot } from '../../records/content-root.ts';

/** The source texts of the articles that are shown, byte for byte. */
export const getStaticPaths = listPaths(({ articles, sourceTextOf }) => {
  const sums = new Map(
    articles.flatMap((article) => {
      const text = sourceTextOf(article);
      return text?.isShown ? [[text.file, text.sha256]] : [];
    }),
  );
  return [...sums].map(([file, cacheKey]) => ({ params: { file }, cacheKey }));
}) satisfies GetStaticPaths;

export const GET = (async ({ params: { file = '' } }) =>
  new Response(await readFile(join(contentRoot(), 'sources', file)))) satisfies APIRoute;
