import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { Term } from '../drafts/draft.ts';
import { createIdChooser, slugOf } from '../../records/choose-id.ts';
import { renderStubRecord } from './stub-record.ts';
import type { TermSorter } from './term-sorter.ts';
import { qualifiedName, type KnownRecord } from './term-index.ts';

/** Creates authority records for names in a source that no record has. */
export interface RecordCreator {
  /**
   * Creates a record for a term; `undefined` when the archivist has not asked for records in its vocabulary, or when it is
   * doubtful which that is.
   *
   * @param findBroader finds or creates the record of the term that it is a part of
   */
  create(term: Term, findBroader: (term: Term) => KnownRecord | undefined): KnownRecord | undefined;
  /** The ISSNs of publications, those that were created included. */
  issns: ReadonlySet<string>;
  /** The files of the records that were created since the last call, by their paths below the content root. */
  takeFiles(): { path: string; content: string }[];
}

/**
 * @param allowed the vocabularies in which records are created
 * @param sort tells the vocabulary of a term of which the source does not say it; without it, none of those is created
 */
export function createRecordCreator(
  content: ArchiveContent,
  allowed: ReadonlySet<VocabularyName>,
  sort: TermSorter['sort'] | undefined,
): RecordCreator {
  const chooseId = new Map(
    vocabularies.map(({ name }) => {
      const taken = new Set(content.vocabularies[name].map(({ id }) => id));
      return [name, createIdChooser((id) => taken.has(id))];
    }),
  );
  const files: { path: string; content: string }[] = [];
  const issns = new Set(content.vocabularies.publications.flatMap(({ data }) => data.issn ?? []));
  return {
    issns,
    create(term, findBroader) {
      const { vocabulary: given, description, broader, issn } = term;
      const name = qualifiedName(term);
      const sorted = given === undefined ? sort?.(term) : undefined;
      if (sorted?.doubt !== undefined) return undefined;
      const vocabulary = vocabularies.find((each) => each.name === (given ?? sorted?.vocabulary));
      if (!vocabulary || !allowed.has(vocabulary.name)) return undefined;
      // Only topics are parts of topics, in the sense of a source's categories.
      const found = broader && vocabulary.broaderField === 'broader' ? findBroader(broader) : undefined;
      const above = found?.vocabulary === vocabulary.name ? found : undefined;
      const id = chooseId.get(vocabulary.name)?.(slugOf(name, vocabulary.singular)) ?? '';
      const content = renderStubRecord(name, vocabulary, {
        description,
        issn,
        ...(above && { broader: [above.id] }),
      });
      if (issn !== undefined) issns.add(issn);
      files.push({ path: `${vocabulary.name}/${id}.md`, content });
      return { vocabulary: vocabulary.name, id, names: [name], ...(broader && { broader: [broader.name] }) };
    },
    takeFiles: () => files.splice(0),
  };
}
