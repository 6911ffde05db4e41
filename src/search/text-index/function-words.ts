import { foldWord } from '../browser/text/fold-for-search.ts';

// Words that nearly all texts of a language have, many times: where they are takes megabytes in a large archive. Where one of
// them stands before another word, it is therefore kept with that word (`positions.ts`), so that phrases such as "Ministry of
// Finance" are found without it. Which words these are decides how much a browser loads, not what it finds; phrases with them
// score a little less.

/** By language, each by frequency; the single letters are what apostrophes part from other words. */
const lists = [
  'the of and to in a that is was for on with as by at it from be he his are were an has have this which not had but its s they or who been their t',
  'de la le les et des en un une du que qui dans par pour au aux sur est il l d n c qu ce se ne pas avec',
  'der die und das den von zu mit im des dem ist auf für nicht ein eine sich als auch',
  'el los las y del por con para al lo su no',
  'di che e per della da si i',
  'o os do em na das dos um',
  'het van een op te dat voor',
  'och att som på av det med för til er og är',
  'w z się nie',
  'в и на не с что по из к',
  'في من على إلى',
];

/** Function words without diacritics; a word's number, by which it is kept with others, is its place from 1 on, below 256. */
export const functionWords: readonly string[] = [
  ...new Set(lists.flatMap((list) => list.split(' ').map(foldWord))),
];

const numbers = new Map(functionWords.map((word, index) => [word, index + 1]));

/**
 * Finds the number of a function word.
 *
 * @param folded without diacritics
 * @returns 0 for any other word
 */
export function numberOfFunctionWord(folded: string): number {
  return numbers.get(folded) ?? 0;
}
