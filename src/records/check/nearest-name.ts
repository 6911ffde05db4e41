import { closest, distance } from 'fastest-levenshtein';

/**
 * Finds the name that a misspelt one most likely stands for: the one with the smallest edit distance (Levenshtein), if
 * that is at most a third of its length, otherwise one that begins with it.
 *
 * @returns undefined when no name is close
 */
export function findNearestName(name: string, candidates: readonly string[]): string | undefined {
  const best = candidates.length > 0 ? closest(name, candidates) : '';
  if (best && distance(name, best) <= Math.max(1, Math.ceil(Math.max(name.length, best.length) / 3)))
    return best;
  return candidates.find((candidate) => name.length >= 3 && candidate.startsWith(name));
}
