import { getCollection } from 'astro:content';

import { contentRoot } from '../records/content-root.ts';
import { ContentError } from '../records/problem.ts';
import { readSite } from '../records/read-archive.ts';
import { createArchive, type Archive } from './archive.ts';

let archive: Promise<Archive> | undefined;

/**
 * The archive that pages are made of: created once in a build, anew for each request while developing.
 * This is the only module that asks Astro for content.
 */
export function loadArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return load();
  return (archive ??= load());
}

async function load(): Promise<Archive> {
  const { site, problems } = await readSite(contentRoot());
  if (!site) throw new ContentError(problems);
  const [articles, about, people, places, organizations, topics] = await Promise.all([
    getCollection('articles'),
    getCollection('about'),
    getCollection('people'),
    getCollection('places'),
    getCollection('organizations'),
    getCollection('topics'),
  ]);
  return createArchive({
    site,
    about: about[0],
    articles,
    records: { people, places, organizations, topics },
  });
}
