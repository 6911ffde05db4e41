import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths, loadArchive } from '../../archive/load.ts';
import { listDataFiles, type DataFile } from '../../exports/data/data-files.ts';
import { loadDataFiles, readDataFile } from '../../exports/data/load-data-files.ts';

interface Props {
  file: DataFile;
}

/** The archive's data: articles, withdrawn articles, vocabularies. */
export const getStaticPaths = listPaths((archive) =>
  listDataFiles(archive).map((file) => ({
    params: { file: file.name },
    props: { file },
    cacheKey: file.key,
  })),
) satisfies GetStaticPaths;

/** What a build writes: each file is made once, for itself and for its sum. */
export const content = async ({ file }: Props): Promise<string | Buffer<ArrayBuffer>> => {
  await loadDataFiles(await loadArchive());
  return readDataFile(file);
};

export const GET = (async ({ props }) =>
  new Response(await readDataFile((props as Props).file))) satisfies APIRoute;
