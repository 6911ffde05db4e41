import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../../archive/load.ts';
import { contentRoot } from '../../records/content-root.ts';

interface Props {
  file: string;
}

/** The source texts of the articles that are shown, byte for byte. */
export const getStaticPaths = listPaths(({ articles, sourceTextOf }) => {
  const sums = new Map(
    articles.flatMap((article) => {
      const text = sourceTextOf(article);
      return text?.isShown ? [[text.file, text.sha256]] : [];
    }),
  );
  return [...sums].map(([file, cacheKey]) => ({ params: { file }, props: { file }, cacheKey }));
}) satisfies GetStaticPaths;

/** What a build writes, which puts all source texts into place in one run. */
export const content = ({ file }: Props): Promise<Buffer<ArrayBuffer>> =>
  readFile(join(contentRoot(), 'sources', file));

export const GET = (async ({ props }) => new Response(await content(props as Props))) satisfies APIRoute;
