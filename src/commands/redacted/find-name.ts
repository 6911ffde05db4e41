import { slugOf } from '../../records/choose-id.ts';
import { unspacedScripts } from '../../records/unspaced-scripts.ts';
import { foldLetters, markUp } from './reading.ts';

/** The most characters that may stand between the words of a name. */
const widestGap = 40;

/** The same when the family name is first: "in Holm. Jane said" is not the name. */
const widestTurnedGap = 6;

const unspaced = new RegExp(unspacedScripts, 'v');
const letterAtStart = /^\p{L}/u;
const letterAtEnd = /\p{L}$/u;
const turnedGap = /[\s,_\u0001-]/;
const genitive = /^['’]?s(?!\p{L})/u;

/** The words of a name, in an order and spelling in which it is looked for. */
export interface NameForm {
  words: readonly string[];
  /** The family name is first: "Holm, Jane". */
  isTurned: boolean;
}

/**
 * Lists the forms of a name: as given, as it is in addresses, and both with the family name first.
 *
 * @example
 * listForms('Åsa Holm').map(({ words }) => words) // [['asa', 'holm'], ['holm', 'asa']]
 */
export function listForms(name: string): NameForm[] {
  const forms = [foldLetters(name), slugOf(name, '').replaceAll('-', ' ')].flatMap((form): NameForm[] => {
    const words = form.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    const turned = [...words.slice(-1), ...words.slice(0, -1)];
    return [{ words, isTurned: false }, ...(words.length > 1 ? [{ words: turned, isTurned: true }] : [])];
  });
  const unique = new Map(forms.map((form) => [form.words.join(' '), form]));
  return [...unique.values()].filter(({ words }) => words.length > 0);
}

/**
 * Finds a name in what `listReadings` gives. Anything but letters may stand between its words, and mark-up between its
 * letters; before and after it no letter does, but for the "s" of a genitive. Names in scripts without spaces may have
 * letters around them.
 *
 * @param forms of the name
 * @param isLoose whether letters may stand around any name: in the bytes of a picture, what is beside a text can be anything
 * @returns where it begins
 */
export function findName(text: string, forms: readonly NameForm[], isLoose: boolean): number[] {
  return forms.flatMap((form) => {
    const found: number[] = [];
    const first = form.words[0]?.[0] ?? '';
    const isBounded = !isLoose && !unspaced.test(form.words.join(''));
    for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
      const end = matchForm(text, start, form);
      if (end !== undefined && (!isBounded || isWhole(text, start, end))) found.push(start);
    }
    return found;
  });
}

function matchForm(text: string, start: number, { words, isTurned }: NameForm): number | undefined {
  let position = start;
  for (const [index, word] of words.entries()) {
    let end = matchWord(text, position, word);
    const widest = index === 0 ? 0 : isTurned ? widestTurnedGap : widestGap;
    for (let gap = 0; end === undefined && gap < widest; gap++) {
      const isGap = isTurned ? turnedGap.test(text[position] ?? 'a') : !isLetter(text, position);
      if (!isGap) return undefined;
      position++;
      end = matchWord(text, position, word);
    }
    if (end === undefined) return undefined;
    position = end;
  }
  return position;
}

function matchWord(text: string, start: number, word: string): number | undefined {
  let position = start;
  for (let unit = 0; unit < word.length; unit++) {
    if (unit > 0 && text[position] === markUp) position++;
    if (text[position] !== word[unit]) return undefined;
    position++;
  }
  return position;
}

function isWhole(text: string, start: number, end: number): boolean {
  if (letterAtEnd.test(text.slice(Math.max(0, start - 2), start))) return false;
  return !isLetter(text, end) || genitive.test(text.slice(end, end + 4));
}

function isLetter(text: string, position: number): boolean {
  return letterAtStart.test(text.slice(position, position + 2));
}
