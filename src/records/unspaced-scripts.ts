/**
 * The scripts that are written without spaces between words, as a character class (flag `v`) to be combined with others.
 * Script extensions (Unicode Standard Annex #24) include the characters that several of them share, such as the long vowel
 * mark of Hiragana and Katakana. What one of them shares with Latin, such as the combining tilde with Thai, is left out.
 * The class includes punctuation: intersect it with the kinds of characters that a pattern is about.
 *
 * @example
 * new RegExp(`[${unspacedScripts}&&\\p{L}]`, 'v').test('港') // true
 */
export const unspacedScripts = String.raw`[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]--\p{scx=Latin}]`;
