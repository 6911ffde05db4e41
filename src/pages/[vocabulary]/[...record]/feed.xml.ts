import type { APIRoute, GetStaticPaths } from 'astro';

import type { Authority } from '../../../archive/authority.ts';
import { loadArchive } from '../../../archive/load.ts';
import { articlesOfFeed, wordRecordFeed } from '../../../exports/feeds.ts';

/** The feed of each person, place, organization and topic. */
export const getStaticPaths = (async () => {
  const { pageKeys, records } = await loadArchive();
  return Object.values(records).flatMap((all) =>
    all.map((record) => ({
      params: { vocabulary: record.vocabulary.name, record: record.id },
      props: { record },
      cacheKey: pageKeys.feed(record, articlesOfFeed(record.articles)),
    })),
  );
}) satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  new Response(
    wordRecordFeed(await loadArchive(), (props as { record: Authority }).record),
  )) satisfies APIRoute;
