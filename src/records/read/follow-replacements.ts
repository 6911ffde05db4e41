import type { ArchiveContent, Entry } from './read-archive.ts';
import { RecordEntry } from './record-entry.ts';
import type { ArticleData, AuthorityData } from '../schemas/schemas.ts';
import { listTags, withTags } from '../tags.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from '../vocabularies.ts';

/**
 * Replaces the ids of merged records (`replacedBy`) by those of the records that they were merged into: in the tags of
 * articles, and in the references of other records. Duplicates, and references of a record to itself, are removed.
 */
export function followReplacements(content: ArchiveContent): ArchiveContent {
  const inUse = mapVocabularies((name) => {
    const records = content.vocabularies[name];
    return new Map(records.map(({ id, data }) => [id, data.replacedBy ?? id]));
  });
  const follow = (ids: readonly string[], used: ReadonlyMap<string, string>) => [
    ...new Set(ids.map((id) => used.get(id) ?? id)),
  ];
  const areInUse = (ids: readonly string[], used: ReadonlyMap<string, string>) =>
    ids.every((id) => (used.get(id) ?? id) === id);
  const followInArticle = (article: Entry<ArticleData>) => {
    const { id, data, digest } = article;
    // Hardly any article has such tags, and a copy of each would take as much memory again.
    if (vocabularies.every((vocabulary) => areInUse(listTags(data, vocabulary), inUse[vocabulary.name])))
      return article;
    const tags = mapVocabularies((name, vocabulary) => follow(listTags(data, vocabulary), inUse[name]));
    return new RecordEntry(id, withTags(data, tags), digest, article);
  };
  return {
    ...content,
    articles: content.articles.map(followInArticle),
    vocabularies: mapVocabularies((vocabulary, { references }) =>
      content.vocabularies[vocabulary].map((record) => {
        const data: Record<string, unknown> = { ...record.data };
        for (const [key, of] of Object.entries(references)) {
          const value = data[key];
          const ids = follow([value ?? []].flat() as string[], inUse[of as VocabularyName]);
          const others = of === vocabulary ? ids.filter((id) => id !== record.id) : ids;
          if (Array.isArray(value)) data[key] = others;
          else if (others[0] !== undefined) data[key] = others[0];
          else delete data[key];
        }
        return new RecordEntry(record.id, data as unknown as AuthorityData, record.digest, record);
      }),
    ),
  };
}
