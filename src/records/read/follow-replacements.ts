import type { ArchiveContent } from './read-archive.ts';
import { mapVocabularies } from '../vocabularies.ts';

/**
 * Replaces the ids of merged records (`replacedBy`) by those of the records that they were merged into: in the tags of
 * articles, and in the broader records of places and topics. Duplicates, and references of a record to itself, are removed.
 */
export function followReplacements(content: ArchiveContent): ArchiveContent {
  const inUse = mapVocabularies((name) => {
    const records = content.vocabularies[name];
    return new Map(records.map(({ id, data }) => [id, data.replacedBy ?? id]));
  });
  const follow = (ids: readonly string[], used: ReadonlyMap<string, string>) => [
    ...new Set(ids.map((id) => used.get(id) ?? id)),
  ];
  return {
    ...content,
    articles: content.articles.map((article) => ({
      ...article,
      data: { ...article.data, ...mapVocabularies((name) => follow(article.data[name], inUse[name])) },
    })),
    vocabularies: mapVocabularies((name) =>
      content.vocabularies[name].map((record) => {
        const { within, broader, ...rest } = record.data;
        const others = (ids: readonly string[]) => follow(ids, inUse[name]).filter((id) => id !== record.id);
        const [place] = within === undefined ? [] : others([within]);
        const data = {
          ...rest,
          ...(place !== undefined && { within: place }),
          ...(broader && { broader: others(broader) }),
        };
        return { ...record, data };
      }),
    ),
  };
}
