import { unspacedScripts } from '../../../records/unspaced-scripts.ts';

// Pagefind treats everything between spaces as a word. Text in scripts that are written without spaces is therefore indexed
// character by character, and searched for as a phrase of characters: no dictionary has to segment a text and a query in
// the same way. In the index, two characters of such a text are separated by a word joiner (U+2060) and a space, from which
// an excerpt is joined again.

const character = String.raw`[${unspacedScripts}&&[\p{L}\p{N}]]`;
const isUnspaced = new RegExp(character, 'v');
// The ranges in which Unicode has characters of those scripts: a text without any of these is recognized much faster.
const mayBeUnspaced = /[\u0e00-\u1fff\u2e80-\uffff]/;
// Punctuation stays with the character that it follows.
const beforeNext = new RegExp(`${character}\\p{M}*(?=[\\p{L}\\p{N}])|\\S(?=${character})`, 'gv');
const beforeSpace = new RegExp(`(${character}\\p{M}*) (?=${character})`, 'gv');

/** Marks, before a space, that the space is not in the text itself. */
export const joiner = '\u2060';

/** Whether a text has characters of a script that is written without spaces. */
export function hasUnspaced(text: string): boolean {
  return mayBeUnspaced.test(text) && isUnspaced.test(text);
}

/**
 * Separates the characters of scripts that are written without spaces.
 *
 * @example
 * separateCharacters('东京 Tower') // '东⁠ 京 Tower', with a word joiner after 东
 */
export function separateCharacters(text: string): string {
  return hasUnspaced(text) ? text.replace(beforeNext, `$&${joiner} `) : text;
}

/** The inverse of {@link separateCharacters} and {@link attachSigns}. */
export function joinCharacters(text: string): string {
  return text.replaceAll(`${joiner} `, '').replaceAll(attached, ' ');
}

/** Stands for a space before signs that stand alone: Invisible Separator (U+2063). */
const attached = '\u2063';

/**
 * Attaches signs that stand alone between words ("-", "&", "<") to the word before them. For Pagefind, they would be words
 * themselves, but none that it finds, so that no phrase with them could be found.
 *
 * @param html a text between tags
 *
 * @example
 * attachSigns('Ferry / Tram') // 'Ferry⁣/ Tram', with an invisible separator
 */
export function attachSigns(html: string): string {
  return html.replace(/ (?=(?:&(?:#?\w+);|[^\p{L}\p{N}\s&])+(?:\s|$))/gu, attached);
}

/** Removes the spaces between characters of unspaced scripts. */
export function removeSpaces(text: string): string {
  return text.replace(beforeSpace, '$1');
}
