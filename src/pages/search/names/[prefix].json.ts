import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../../../archive/load.ts';
import { createNameTree } from '../../../search/name-tree.ts';

export const getStaticPaths = listPaths((archive) =>
  createNameTree(archive).map(({ file, node }) => ({
    params: { prefix: file },
    props: { node },
  })),
) satisfies GetStaticPaths;

/** The names that begin with some letters, for the suggestions in the header and the search page. */
export const GET = (({ props }) => new Response(JSON.stringify(props.node))) satisfies APIRoute;
