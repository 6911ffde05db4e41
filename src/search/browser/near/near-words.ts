import { distance } from './distance.ts';

/** Words near another, the nearest first. */
export interface NearWords {
  /** With a few letters changed, added or left out (Levenshtein distance). */
  similar: string[];
  /** That have the word within them: compounds such as "Flughafen" for "hafen". */
  containing: string[];
}

/** Of each kind, at most. */
const most = 5;
/** The fewest letters of a word that is looked for within others. */
const shortestPart = 4;

/** How many letters may differ: one in words of up to four letters, then one more for each four. */
export function mostDifferent(word: string): number {
  return Math.min(3, Math.max(1, Math.ceil(word.length / 4)));
}

/**
 * Finds the words of the index's list that are near a word.
 *
 * @param word folded
 * @param list as `createWordList` writes it
 *
 * @example
 * findNearWords('inflaton', 'harbour inflation\n') // { similar: ['inflation'], containing: [] }
 */
export function findNearWords(word: string, list: string): NearWords {
  const similar: { found: string; rank: number }[] = [];
  const containing: string[] = [];
  const limit = mostDifferent(word);
  for (const [line, words] of list.split('\n').entries()) {
    for (const found of words.split(' ')) {
      if (found === word || found === '') continue;
      if (word.length >= shortestPart && found.includes(word)) {
        containing.push(found);
        continue;
      }
      if (Math.abs(found.length - word.length) > limit) continue;
      const difference = distance(word, found);
      // A word of many articles is meant rather than one of few.
      if (difference <= limit)
        similar.push({ found, rank: difference * 3 + line + Number(found[0] !== word[0]) });
    }
  }
  similar.sort((a, b) => a.rank - b.rank);
  return { similar: similar.slice(0, most).map(({ found }) => found), containing: containing.slice(0, most) };
}
