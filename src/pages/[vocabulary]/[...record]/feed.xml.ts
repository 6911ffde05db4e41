import type { APIRoute, GetStaticPaths } from 'astro';

import { listPaths } from '../../../archive/load.ts';
import type { SiteFile } from '../../../archive/site-file.ts';
import { listFeeds } from '../../../exports/feeds/feed-files.ts';

interface Props {
  file: SiteFile;
}

/** The feed of each person, place, organization and topic. */
export const getStaticPaths = listPaths((archive) =>
  listFeeds(archive).flatMap((file) => {
    const [, vocabulary, record] = /^(.*?)\/(.*)\/feed\.xml$/.exec(file.path) ?? [];
    return record
      ? [{ params: { vocabulary, record }, props: { file }, ...(file.key && { cacheKey: file.key }) }]
      : [];
  }),
) satisfies GetStaticPaths;

/** What a build writes, which makes all feeds in one run. */
export const content = async ({ file }: Props) => file.content();

export const GET = (async ({ props }) =>
  new Response(await (props as Props).file.content())) satisfies APIRoute;
