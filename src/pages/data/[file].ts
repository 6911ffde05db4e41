import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../../archive/load.ts';
import { listDataFiles, type DataFile } from '../../exports/data-files.ts';
import { readDataFile } from '../../exports/load-data-files.ts';

/** The archive's data: articles, withdrawn articles, vocabularies. */
export const getStaticPaths = listPaths((archive) =>
  listDataFiles(archive).map((file) => ({
    params: { file: file.name },
    props: { file },
    cacheKey: file.key,
  })),
) satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  new Response(await readDataFile((props as { file: DataFile }).file))) satisfies APIRoute;
