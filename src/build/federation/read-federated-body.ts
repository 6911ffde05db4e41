import { matchRecords } from '../../archive/federation/match-records.ts';
import { federatedId } from '../../archive/federation/merge-archives.ts';
import type { FederatedContent } from '../../records/read/read-federated.ts';

/** Lists the Markdown of a federation's articles and records, by their keys: that of a record is of the first that has any. */
export function listFederatedBodies(archives: readonly FederatedContent[]): Map<string, { body: string }> {
  const entries = new Map<string, { body: string }>();
  for (const { name, content } of archives)
    for (const article of content.articles) entries.set(`articles/${federatedId(name, article.id)}`, article);
  const { records } = matchRecords(
    archives.map(({ name, content }) => ({ name, records: content.vocabularies })),
  );
  for (const [vocabulary, matched] of Object.entries(records))
    for (const { id, sources } of matched) {
      const noted = sources.find(({ entry }) => entry.body.trim() !== '');
      if (noted) entries.set(`${vocabulary}/${id}`, noted.entry);
    }
  return entries;
}
