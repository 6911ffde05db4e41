import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { memoize } from '../memoize.ts';

/**
 * What words say of when an edition came out, by their beginnings, without accents: in English, German, French, Spanish,
 * Italian, Portuguese, Dutch and Russian. The times of a day come first, then numbered editions, then the last ones.
 */
const times: readonly (readonly [rank: number, beginnings: string])[] = [
  [1, 'early fruh'],
  [2, 'morn morgen matin manana matutin mattin manha ochtend утр'],
  [3, 'noon midday mittag midi mediodia mezzogiorno meiodia middag полд дневн'],
  [4, 'afternoon nachmittag apresmidi tarde pomerid namiddag'],
  [5, 'even abend soir vespertin sera serale avond вечер'],
  [6, 'late spat'],
  [7, 'night nacht nuit noche nocturn notte notturn noite ночн'],
  [9, 'final last letzt schluss dernier ultim laatst последн'],
  [10, 'extra special sonder specia especial straordinari buitengew экстр спец'],
];

/** Where an edition stands that only its number tells. */
const numbered = 8;

/** The words of the first numbers, likewise. */
const ordinals = [
  'first erst premi primer prima primo primeir eerst перв',
  'second zweit deuxiem segund tweede втор',
  'third dritt troisiem tercer terza terzo terceir derde трет',
  'fourth viert quatriem cuart quart vierd четверт',
].map((words) => words.split(' '));

const stems = times.map(([rank, words]) => ({ rank, words: words.split(' ') }));

/** How the name of an edition is sorted. */
interface EditionKey {
  rank: number;
  number: number;
}

/**
 * Creates the order of the editions of a day. Those whose name tells when they came out (`Morgenausgabe`, `édition du soir`,
 * `late edition`, `2nd edition`, `final`) stand in that order, the others after them by name; what names no edition is first.
 *
 * @param compare compares two names
 *
 * @example
 * ['final', 'City', 'evening edition', '2nd edition', 'morning edition'].sort(createEditionOrder(collator.compare))
 * // ['morning edition', 'evening edition', '2nd edition', 'final', 'City']
 */
export function createEditionOrder(
  compare: (a: string, b: string) => number,
): (a: string | undefined, b: string | undefined) => number {
  const keyOf = memoize(readEdition);
  return (a, b) => {
    if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
    const [one, other] = [keyOf(a), keyOf(b)];
    return one.rank - other.rank || one.number - other.number || compare(a, b);
  };
}

/** Of several times, the last word counts: the "late morning edition" is one of the morning. */
function readEdition(name: string): EditionKey {
  const plain = normalizeUnicode(name, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const words = plain.match(/\p{L}+|\p{Nd}+/gu) ?? [];
  const ranks = words.flatMap((word) => stems.find((each) => begins(word, each.words))?.rank ?? []);
  const number = words.map(readNumber).find((each) => each > 0) ?? 0;
  return { rank: ranks.at(-1) ?? (number > 0 ? numbered : Infinity), number };
}

function begins(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning));
}

/** @returns 0 for a word that is no number */
function readNumber(word: string): number {
  if (/^[0-9]{1,2}$/.test(word)) return Number(word);
  return ordinals.findIndex((words) => begins(word, words)) + 1;
}
