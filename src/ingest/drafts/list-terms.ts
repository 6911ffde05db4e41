import { vocabularies } from '../../records/vocabularies.ts';
import type { Draft, Term } from './draft.ts';

/** The names that a source gives a text, the publication that it is from among them. @param publisher the default */
export function listTerms(
  { terms, publisher, issn }: Pick<Draft, 'terms' | 'publisher' | 'issn'>,
  fallback?: string,
): Term[] {
  const name = publisher ?? fallback;
  if (name === undefined) return terms;
  return [...terms, { name, vocabulary: 'publications', ...(publisher !== undefined && issn && { issn }) }];
}

/**
 * The vocabularies in which a record is made of every name that a source gives and no record has: it says where a text is
 * from, and an article has no other place for it.
 */
export const alwaysCreated = vocabularies
  .filter(({ sourceKey }) => sourceKey !== undefined)
  .map(({ name }) => name);
