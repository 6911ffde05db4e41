import { closest, distance } from 'fastest-levenshtein';

/**
 * Finds the name that a misspelt one most likely stands for: the one with the smallest edit distance (Levenshtein), if
 * that is at most a third of its length, otherwise one that begins with it.
 *
 * @returns undefined when no name is close
 */
export function findNearestName(name: string, candidates: readonly string[]): string | undefined {
  const most = ({ length }: string) => Math.max(1, Math.ceil(Math.max(name.length, length) / 3));
  // The time to compute a distance grows with both lengths, and it is at least the difference between them.
  const near = candidates.filter((each) => Math.abs(each.length - name.length) <= most(each));
  const best = near.length > 0 ? closest(name, near) : '';
  if (best && distance(name, best) <= most(best)) return best;
  return candidates.find((candidate) => name.length >= 3 && candidate.startsWith(name));
}
