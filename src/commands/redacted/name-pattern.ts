import { slugOf } from '../../records/choose-id.ts';
import { unspacedScripts } from '../../records/unspaced-scripts.ts';
import { foldLetters, markUp } from './reading.ts';

/** The most characters that may stand between the words of a name. */
export const widestGap = 40;

const unspaced = new RegExp(`${unspacedScripts}`, 'v');

/**
 * The words of a name in each order and spelling that it is looked for in: as given, family name first, and as it is in
 * addresses.
 *
 * @example
 * listForms('Åsa Holm') // [['asa', 'holm'], ['holm', 'asa']]
 */
export function listForms(name: string): string[][] {
  const forms = [foldLetters(name), slugOf(name, '').replaceAll('-', ' ')].flatMap((form) => {
    const words = form.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    return words.length > 1 ? [words, [...words.slice(-1), ...words.slice(0, -1)]] : [words];
  });
  const unique = new Map(forms.map((words) => [words.join(' '), words]));
  return [...unique.values()].filter((words) => words.length > 0);
}

/**
 * Creates the pattern of a name in what `listReadings` gives. Anything but letters may stand between its words, and mark-up
 * between its letters; before and after it no letter does, but for the "s" of a genitive. Names in scripts without spaces
 * may have letters around them.
 *
 * @returns global
 */
export function createNamePattern(name: string): RegExp {
  const [first = [], ...others] = listForms(name);
  const isTurned = ([start]: string[]) => first.length > 1 && start !== first[0];
  const alternatives = [first, ...others].map((words) => {
    // "in Holm. Jane said" is not the name.
    const gap = isTurned(words) ? `[\\s,_${markUp}-]{0,6}` : `[^\\p{L}]{0,${widestGap}}`;
    const written = words.map((word) => [...word].join(`${markUp}?`)).join(gap);
    return unspaced.test(written) ? written : `(?<!\\p{L})${written}(?:['’]?s)?(?!\\p{L})`;
  });
  return new RegExp(alternatives.join('|'), 'gu');
}
