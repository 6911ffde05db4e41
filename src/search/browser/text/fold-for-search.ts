import { normalizeUnicode } from '../../../records/normalize-unicode.ts';

/** Letters that Unicode does not decompose into a base letter and a mark, and Arabic letters that are written in several ways. */
const baseLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
};
const isUndecomposed = new RegExp(`[${Object.keys(baseLetters).join('')}]`, 'g');

/** Letters as most words have them, which are faster to fold. */
const isPlain = /^[a-zA-Z0-9]*$/;

/** What a word may have within it that is no part of it: soft hyphens, joiners and other invisible characters, Arabic tatweel. */
const invisible = /[\u00ad\u034f\u0640\u200b-\u200f\u2060\ufeff]/g;

/** What is only sometimes written over and under Hebrew and Arabic letters. */
const pointing = /[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;

/**
 * Normalizes a word as it is indexed: in lower case, with letters of a usual form for ligatures, the long s, full and half
 * width and letters with strokes. Diacritics stay: words are found without them, and those that have the same ones first.
 *
 * @example
 * normalizeWord('Oﬃcial') // 'official'
 * normalizeWord('Łódź') // 'lódź'
 */
export function normalizeWord(word: string): string {
  if (isPlain.test(word)) return word.toLowerCase();
  // Some signs stand for a space with a mark.
  const letters = normalizeUnicode(word.replace(invisible, ''), 'NFKD')
    .replace(/\s/gu, '')
    .replace(pointing, '')
    .toLowerCase();
  return normalizeUnicode(replaceUndecomposed(letters), 'NFC');
}

/**
 * Folds a word for comparison: as {@link normalizeWord}, and without diacritics.
 *
 * @example
 * foldWord('Łódź') // 'lodz'
 */
export function foldWord(word: string): string {
  if (isPlain.test(word)) return word.toLowerCase();
  const letters = normalizeUnicode(word.replace(invisible, ''), 'NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return replaceUndecomposed(letters);
}

function replaceUndecomposed(letters: string): string {
  // The lower case of İ is i with a dot above.
  return letters.replace(isUndecomposed, (letter) => baseLetters[letter] ?? letter).replace(/i\u0307/g, 'i');
}

/**
 * Folds a name for comparison: without case, diacritics, apostrophes, hyphens and full stops; one space between words.
 *
 * @example
 * foldForSearch('Baššār al-Asad') // 'bassar alasad'
 */
export function foldForSearch(text: string): string {
  return foldWord(text)
    .replace(/['’ʻʼ‐‑.-]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
