import type { VocabularyName } from '../../records/vocabularies.ts';
import type { Draft, Term } from '../drafts/draft.ts';

/** A name in a source that no record has, with what it seems to be. */
export interface UnmatchedTerm extends Term {
  /** Why no record was made of it although some were asked for: what else it may be. */
  doubt?: string;
}

/**
 * Tells to which vocabularies the names belong that sources give besides their texts. It is handed to ingest from outside,
 * since names are recognized by code that stands above it.
 */
export interface TermSorter {
  /**
   * Reads what a text says of the names that its source gives it.
   *
   * @param language BCP 47 tag of the text
   */
  read(draft: Draft, language: string): void;
  /** Sorts a name after all texts were read. A `doubt` says why a person has to decide. */
  sort(term: Term): { vocabulary: VocabularyName; doubt: string | undefined };
}
