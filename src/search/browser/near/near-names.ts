import { loadNames, type NameRow } from '../names/find-names.ts';
import { foldForSearch } from '../text/fold-for-search.ts';
import { distance } from './distance.ts';
import { mostDifferent } from './near-words.ts';

/** Names offered, at most. */
const most = 3;

/**
 * Finds the records that have a name with a word near another, the nearest first; those that have that word itself are found by
 * it. Where there are very many names, those that
 * begin with other letters are not looked through.
 *
 * @param folder the address of the files of names
 * @param word folded
 */
export async function findNearNames(folder: string, word: string): Promise<NameRow[]> {
  const rows = (await loadNames(folder, word)).findLast((node) => node !== undefined)?.names ?? [];
  const limit = mostDifferent(word);
  const ranked = rows.map((row) => ({ row, difference: differenceOf(row, word) }));
  return ranked
    .filter(({ difference }) => difference > 0 && difference <= limit)
    .sort((a, b) => a.difference - b.difference)
    .slice(0, most)
    .map(({ row }) => row);
}

/** The difference of the nearest word of a record's names. */
function differenceOf([name, , , , variants]: NameRow, word: string): number {
  const words = [name, ...variants].flatMap((each) => foldForSearch(each).split(' '));
  return Math.min(...words.map((each) => (each.length > 2 ? distance(each, word) : Infinity)));
}
