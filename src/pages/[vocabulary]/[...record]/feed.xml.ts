import type { APIRoute, GetStaticPaths } from 'astro';

import type { Authority } from '../../../archive/vocabularies/authority.ts';
import { listPaths, loadArchive } from '../../../archive/load.ts';
import { articlesOfFeed, wordRecordFeed } from '../../../exports/feeds/feeds.ts';

interface Props {
  record: Authority;
}

/** The feed of each person, place, organization and topic. */
export const getStaticPaths = listPaths(({ pageKeys, records }) =>
  Object.values(records).flatMap((all) =>
    all.map((record) => ({
      params: { vocabulary: record.vocabulary.name, record: record.id },
      props: { record },
      cacheKey: pageKeys.feed(record, articlesOfFeed(record.articles)),
    })),
  ),
) satisfies GetStaticPaths;

/** What a build writes, which makes all feeds in one run. */
export const content = async ({ record }: Props): Promise<string> =>
  wordRecordFeed(await loadArchive(), record);

export const GET = (async ({ props }) => new Response(await content(props as Props))) satisfies APIRoute;
