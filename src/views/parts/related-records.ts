import type { Archive } from '../../archive/archive.ts';
import { labelOf, type Authority } from '../../archive/vocabularies/authority.ts';
import { subjectVocabularies } from '../../records/vocabularies.ts';
import type { Link } from './links.ts';

/** The records of one vocabulary that most often share an article with a record. */
export interface RelatedRecords {
  /** The title of the vocabulary. */
  title: string;
  /** The most frequent first, each with the search that finds the articles that both are in. */
  records: (Link & { count: string; search: { href: string; label: string } })[];
}

/** The records that most often share an article with a record, by vocabulary; none that is empty. */
export function viewRelatedRecords(archive: Archive, record: Authority): RelatedRecords[] {
  const { messages } = archive;
  const related = archive.cooccurringRecordsOf(record);
  return subjectVocabularies
    .map(({ name }) => ({
      title: messages.vocabularies[name].title,
      records: related[name].map(({ record: other, count, href }) => ({
        title: labelOf(other),
        href: other.href,
        count: messages.number(count),
        search: { href, label: messages.record.articlesWith(count, labelOf(other)) },
      })),
    }))
    .filter(({ records }) => records.length > 0);
}
