import { normalizeUnicode } from '../../../records/normalize-unicode.ts';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const baseLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * Folds a name or a word for comparison: without case, diacritics, apostrophes, hyphens and full stops; one space between
 * words.
 *
 * @example
 * foldForSearch('Baššār al-Asad') // 'bassar alasad'
 */
export function foldForSearch(text: string): string {
  return normalizeUnicode(text, 'NFKD')
    .replace(/[\p{M}'’ʼ‐‑.-]/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => baseLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
