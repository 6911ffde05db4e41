import type { APIRoute } from 'astro';

import { loadArchive } from '../../archive/load.ts';
import { wordDataPackage } from '../../exports/data/data-package.ts';
import { loadDataFiles } from '../../exports/data/load-data-files.ts';

/** What the files of data are, for programs. */
export const GET = (async () => {
  const archive = await loadArchive();
  return new Response(wordDataPackage(archive, await loadDataFiles(archive)));
}) satisfies APIRoute;
