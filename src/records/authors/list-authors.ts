import { authors } from '../name-indexes.ts';
import type { ArchiveContent } from '../read/read-archive.ts';
import type { Site } from '../schemas/site-schema.ts';
import { mapVocabularies } from '../vocabularies.ts';
import type { NamedRecord } from './author-records.ts';
import { createAuthorNamer, type BylinePart } from './name-authors.ts';

/**
 * The names of whoever published an article, which are no authors beside a name.
 *
 * @param publication that it is from
 */
export function publishersOf(
  { title, publisher }: Site,
  publication: { name: string; variants: readonly string[] } | undefined,
): string[] {
  const names = [title, publisher?.name, publication?.name, ...(publication?.variants ?? [])];
  return names.filter((name) => name !== undefined);
}

/** The address of an author, as in the ledger. */
export function authorAddress(id: string): string {
  return `${authors.name}/${id}/`;
}

/** The id of the author at an address of the ledger; `undefined` for another address. */
export function authorIdIn(address: string): string | undefined {
  const [folder, id, end, ...more] = address.split('/');
  return folder === authors.name && end === '' && more.length === 0 ? id : undefined;
}

/** The records of an archive, as bylines may name them. */
export function listNamedRecords(records: ArchiveContent['vocabularies']): NamedRecord[] {
  const all = mapVocabularies((vocabulary) =>
    records[vocabulary].map(({ id, data }) => ({ vocabulary, id, data })),
  );
  return Object.values(all).flat();
}

/** Lists the authors whom the bylines of the articles that are shown name, each with how it is printed there. */
export function listAuthors({
  site,
  articles,
  vocabularies,
}: Pick<ArchiveContent, 'site' | 'articles' | 'vocabularies'>): Required<BylinePart>[] {
  const nameAuthors = createAuthorNamer(listNamedRecords(vocabularies));
  const publications = new Map(vocabularies.publications.map(({ id, data }) => [id, data]));
  return articles.flatMap(({ data }) =>
    data.withdrawn || data.byline.length === 0
      ? []
      : nameAuthors(data.byline, publishersOf(site, publications.get(data.source?.publication ?? ''))).filter(
          (part): part is Required<BylinePart> => part.author !== undefined,
        ),
  );
}
