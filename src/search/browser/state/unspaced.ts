// Pagefind tells words by the spaces between them. Scripts that are written without any are indexed letter by letter,
// so that whatever is looked for in them is found as a run of letters: no dictionary has to cut a text and a question
// in the same way. Two letters of such a text stand a word joiner (U+2060) and a space apart in the index, by which the
// excerpt is put together again.

const scripts = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`;
const letter = String.raw`[[${scripts}]&&[\p{L}\p{N}]]`;
const isUnspaced = new RegExp(letter, 'v');
// Where Unicode has letters of those scripts. Most texts have nothing there, which is told much sooner.
const mayBeUnspaced = /[\u02bc\u0e00-\u1fff\u2e80-\uffff]/;
// Punctuation stays with what it follows: letters on both sides of it are neighbours.
const between = new RegExp(`(?<=${letter}\\p{M}*)(?=[\\p{L}\\p{N}])|(?<=\\S)(?=${letter})`, 'gv');
const apart = new RegExp(`(?<=${letter}\\p{M}*) (?=${letter})`, 'gv');

/** What stands after a letter that the next one follows without a space. */
export const joiner = '\u2060';

/** Whether a text has letters of a script that is written without spaces. */
export function hasUnspaced(text: string): boolean {
  return mayBeUnspaced.test(text) && isUnspaced.test(text);
}

/**
 * Parts the letters of scripts that are written without spaces.
 *
 * @example
 * partLetters('东京 Tower') // '东⁠ 京 Tower', with a word joiner after 东
 */
export function partLetters(text: string): string {
  return hasUnspaced(text) ? text.replace(between, `${joiner} `) : text;
}

/** Puts together again what {@link partLetters} parted. */
export function joinLetters(text: string): string {
  return text.replaceAll(`${joiner} `, '');
}

/** Puts together letters of unspaced scripts that have become words of their own. */
export function closeUp(text: string): string {
  return text.replace(apart, '');
}
