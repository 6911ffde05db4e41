import { getCollection } from 'astro:content';

import { cacheFolder, contentRoot } from '../records/content-root.ts';
import { keptFile, readKeptLines, type KeptEntry } from '../system/kept-lines.ts';
import { readLedger } from '../records/ledger/ledger.ts';
import type { CollectionName } from '../records/read/loader.ts';
import { ContentError } from '../records/problem.ts';
import { readSite } from '../records/read/read-archive.ts';
import type { ArticleData, AuthorityData } from '../records/schemas/schemas.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { createArchive, type Archive, type ArchiveInput } from './archive.ts';

let archive: Promise<Archive> | undefined;

/**
 * The archive that pages are made of: created once in a build, anew for each request while developing.
 * This is the only module that asks Astro for content.
 */
export function loadArchive(): Promise<Archive> {
  // Not `import.meta.env.DEV`, which an environment variable of that name changes.
  if (process.env.NODE_ENV !== 'production') return load();
  return (archive ??= load());
}

/**
 * Makes a route's `getStaticPaths` of what lists its paths: called once in a build, for each request while developing.
 */
export function listPaths<Path>(list: (archive: Archive) => Path[] | Promise<Path[]>): () => Promise<Path[]> {
  let paths: Promise<Path[]> | undefined;
  const listAll = async () => list(await loadArchive());
  return () => (process.env.NODE_ENV === 'production' ? (paths ??= listAll()) : listAll());
}

async function load(): Promise<Archive> {
  const { site, problems } = await readSite(contentRoot());
  if (!site) throw new ContentError(problems);
  const [about] = await loadCollection<{ title: string }>('about');
  const articles = await loadCollection<ArticleData>('articles');
  const records = {} as ArchiveInput['records'];
  for (const { name } of vocabularies) records[name] = await loadCollection<AuthorityData>(name);
  const { lines } = await readLedger(contentRoot());
  return createArchive({ site, about, articles, records, ledger: lines });
}

/** Loads what the loaders have kept of the entries that Astro knows. */
async function loadCollection<Data>(name: CollectionName): Promise<KeptEntry<Data>[]> {
  const digests = new Map((await getCollection(name)).map(({ id, data }) => [id, data.digest]));
  const entries: KeptEntry<Data>[] = [];
  for await (const entry of readKeptLines<KeptEntry<Data>>(keptFile(cacheFolder(contentRoot()), name))) {
    if (digests.get(entry.id) === entry.digest) entries.push(entry);
  }
  if (entries.length === digests.size) return entries;
  throw new Error(
    `${name}: ${entries.length} of ${digests.size} entries are kept. Another build has changed them.`,
  );
}
