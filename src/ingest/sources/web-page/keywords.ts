import type { Term } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';

/** The keywords of lists that are separated by commas or semicolons, of any script. */
export function splitKeywords(lists: readonly string[]): string[] {
  return lists
    .flatMap((list) => list.split(/[,;،、]/).map((keyword) => toLine(keyword)))
    .filter((keyword) => keyword !== '');
}

/** Removes repeated names, whatever their case. A term whose vocabulary is known replaces one without. */
export function uniqueTerms(terms: readonly Term[]): Term[] {
  const unique = new Map<string, Term>();
  for (const term of terms) {
    const key = term.name.toLowerCase();
    const known = unique.get(key);
    if (!known || (term.vocabulary && !known.vocabulary)) unique.set(key, term);
  }
  return [...unique.values()];
}
