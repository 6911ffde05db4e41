import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelt word most likely meant: the one fewest edits away (Levenshtein), when that is
 * at most a third of its letters, or one that the word is the beginning of. `undefined` when nothing is close.
 */
export function findNearestName(word: string, candidates: readonly string[]): string | undefined {
  const best = candidates.length > 0 ? closest(word, candidates) : '';
  if (best && distance(word, best) <= Math.max(1, Math.ceil(Math.max(word.length, best.length) / 3)))
    return best;
  return candidates.find((candidate) => word.length >= 3 && candidate.startsWith(word));
}
