import { createHandover } from '../system/handover.ts';
import type { CollectionName } from './read/frontmatter-cache.ts';
import type { ArchiveContent, Entry } from './read/read-archive.ts';
import { mapVocabularies } from './vocabularies.ts';

/** A record as Astro's collections have it: its frontmatter, and what tells it apart from an earlier state. */
type CollectionEntry = Pick<Entry<Record<string, unknown>>, 'id' | 'data' | 'digest'>;

/** The records of an archive by their kind. */
export type Collections = Readonly<Record<CollectionName, readonly CollectionEntry[]>>;

/** The collections of the archive that is built or developed. */
export const currentCollections = createHandover<Collections>('collections');

/** Lists the records of an archive as Astro's collections. */
export function listCollections({ about, articles, vocabularies }: ArchiveContent): Collections {
  const withoutText = ({ id, data, digest }: Entry<unknown>): CollectionEntry => ({
    id,
    data: data as Record<string, unknown>,
    digest,
  });
  return {
    articles: articles.map(withoutText),
    about: about ? [withoutText(about)] : [],
    ...mapVocabularies((name) => vocabularies[name].map(withoutText)),
  };
}
