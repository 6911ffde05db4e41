import type { DataPath } from './read/yaml-offsets.ts';
import type { ArticleData } from './schemas/schemas.ts';
import {
  mapSubjects,
  mapVocabularies,
  vocabularies,
  type SubjectName,
  type Vocabulary,
  type VocabularyName,
} from './vocabularies.ts';

/** The ids of the records that an article is tagged with, by vocabulary. */
export type Tags = Record<VocabularyName, string[]>;

/** The part of an article's frontmatter that has its tags; in one that is not valid, some of it may be missing. */
type Tagged = Partial<Pick<ArticleData, SubjectName | 'source'>>;

/** The ids of the records of a vocabulary that an article is tagged with. */
export function listTags(data: Tagged, { name, sourceKey }: Vocabulary): readonly string[] {
  if (sourceKey === undefined) return data[name as SubjectName] ?? [];
  const id = data.source?.[sourceKey];
  return id === undefined ? [] : [id];
}

/** The ids of all records that an article is tagged with. */
export function readTags(data: Tagged): Tags {
  return mapVocabularies((_, vocabulary) => [...listTags(data, vocabulary)]);
}

/** The keys of all records that an article is tagged with: `people/wang-yi`. */
export function listTagKeys(data: Tagged): string[] {
  return vocabularies.flatMap((vocabulary) =>
    listTags(data, vocabulary).map((id) => `${vocabulary.name}/${id}`),
  );
}

/** Where in an article's frontmatter a tag is. @param index in the list of {@link listTags} */
export function tagPath({ name, sourceKey }: Vocabulary, index: number): DataPath {
  return sourceKey === undefined ? [name, index] : ['source', sourceKey];
}

/** An article's frontmatter with other tags. */
export function withTags<Data extends Tagged>(data: Data, tags: Tags): Data {
  const ids = sourceIds(tags);
  return {
    ...data,
    ...mapSubjects((name) => tags[name]),
    ...(data.source && { source: { ...data.source, ...ids } }),
  };
}

/** The keys of an article's `source` that hold ids of records: `{ publication: 'evening-post' }`. */
export function sourceIds(tags: Tags): { publication?: string } {
  const ids = vocabularies.flatMap(({ name, sourceKey }) => {
    const [id] = tags[name];
    return sourceKey === undefined || id === undefined ? [] : [[sourceKey, id]];
  });
  return Object.fromEntries(ids) as { publication?: string };
}
