import type { ArchiveContent, Entry } from '../records/read/read-archive.ts';
import { RecordEntry } from '../records/read/record-entry.ts';
import { mapVocabularies } from '../records/vocabularies.ts';

/**
 * Creates a function that gives records the texts that they had when it was last called, where they have not changed. A file
 * that has not changed is not read again before its text is asked for; by then it may be another one, or not valid.
 */
export function createTextKeeper(): (content: ArchiveContent) => ArchiveContent {
  /** What has a text, by the digest of its file. */
  let texts = new Map<string, Pick<Entry<unknown>, 'body'>>();
  return (content) => {
    const now: typeof texts = new Map();
    const keep = <Data>(entry: Entry<Data>): Entry<Data> => {
      const text = texts.get(entry.digest) ?? entry;
      now.set(entry.digest, text);
      return text === entry ? entry : new RecordEntry(entry.id, entry.data, entry.digest, text);
    };
    const keepAll = (each: ArchiveContent): ArchiveContent => ({
      ...each,
      about: each.about && keep(each.about),
      articles: each.articles.map(keep),
      vocabularies: mapVocabularies((name) => each.vocabularies[name].map(keep)),
      ...(each.federated && {
        federated: each.federated.map((one) => ({ ...one, content: keepAll(one.content) })),
      }),
    });
    const kept = keepAll(content);
    texts = now;
    return kept;
  };
}
