import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../../archive/load.ts';
import type { SiteFile } from '../../archive/site-file.ts';
import { createDataPackage } from '../../exports/data/data-package.ts';
import { loadDataFiles } from '../../exports/data/load-data-files.ts';

interface Props {
  file: SiteFile;
}

/** The archive's data: articles, withdrawn articles, vocabularies, and their description. */
export const getStaticPaths = listPaths(async (archive) => {
  const files = await loadDataFiles(archive);
  return [...files, createDataPackage(archive, files)].map((file) => ({
    params: { file: file.path.slice('data/'.length) },
    props: { file },
    ...(file.key && { cacheKey: file.key }),
  }));
}) satisfies GetStaticPaths;

/** What a build writes. */
export const content = async ({ file }: Props) => file.content();

export const GET = (async ({ props }) =>
  new Response(await (props as Props).file.content())) satisfies APIRoute;
