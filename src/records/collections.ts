import { digestOf } from '../system/digest.ts';
import { createHandover } from '../system/handover.ts';
import type { RecordKind } from './schemas/json-schema.ts';
import type { ArchiveContent, Entry } from './read/read-archive.ts';
import { mapVocabularies } from './vocabularies.ts';

/** A record as Astro's collections have it: its frontmatter, and what tells it apart from an earlier state. */
type CollectionEntry = Pick<Entry<Record<string, unknown>>, 'id' | 'data' | 'digest'>;

/** The records of an archive as Astro's collections, one for each kind. `site` holds `site.yaml` as its only record. */
export type Collections = Readonly<Record<RecordKind, readonly CollectionEntry[]>>;

/** The collections of the archive that is built or developed. */
export const currentCollections = createHandover<Collections>('collections');

/** Lists the records of an archive as Astro's collections. */
export function listCollections({ site, about, articles, vocabularies }: ArchiveContent): Collections {
  const withoutText = ({ id, data, digest }: Entry<unknown>): CollectionEntry => ({
    id,
    data: data as Record<string, unknown>,
    digest,
  });
  return {
    site: [{ id: 'site', data: { ...site }, digest: digestOf(site) }],
    about: about ? [withoutText(about)] : [],
    articles: articles.map(withoutText),
    ...mapVocabularies((name) => vocabularies[name].map(withoutText)),
  };
}

/** The collections of an archive without records: Astro writes its types and JSON Schemas for them all the same. */
export const emptyCollections: Collections = {
  site: [],
  about: [],
  articles: [],
  ...mapVocabularies(() => []),
};
