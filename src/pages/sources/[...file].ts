import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../../archive/load.ts';
import type { SiteFile } from '../../archive/site-file.ts';
import { listSourceTexts } from '../../exports/data/source-texts.ts';
import { contentRoot } from '../../records/content-root.ts';

interface Props {
  file: SiteFile;
}

/** The source texts of the articles that are shown. */
export const getStaticPaths = listPaths((archive) =>
  listSourceTexts(archive, contentRoot()).map((file) => ({
    params: { file: file.path.slice('sources/'.length) },
    props: { file },
    ...(file.key && { cacheKey: file.key }),
  })),
) satisfies GetStaticPaths;

/** What a build writes, which puts all source texts into place in one run. */
export const content = async ({ file }: Props) => file.content();

export const GET = (async ({ props }) =>
  new Response(await (props as Props).file.content())) satisfies APIRoute;
