import type { ArchiveContent } from './read-archive.ts';
import { mapVocabularies } from '../vocabularies.ts';

/**
 * Puts the records that are in use in the place of those that were merged into them (`replacedBy`): in the tags of
 * articles, and in what places lie in and topics are a part of. Each stands once, and none leads to itself.
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
