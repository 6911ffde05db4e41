import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { memoize } from '../memoize.ts';
import { splitPages } from '../printed-place.ts';

/** Compares two printed page numbers, as `Array.prototype.sort` needs it. */
export type ComparePages = (a: string, b: string) => number;

/** How a printed page number is sorted. */
interface PageKey {
  /** Of {@link kinds}. */
  kind: number;
  /** That of a Roman numeral; 0 for others. */
  value: number;
  /** The number of its first page, without spaces and hyphens. */
  text: string;
}

/** The kinds of page numbers, in order: front matter, the pages of the whole, those of sections, and all else. */
const kinds = { roman: 0, arabic: 1, lettered: 2, other: 3 };

/** Numerals up to 399; upper-case letters by themselves are sections, but for the smallest numerals. */
const romanNumeral = /^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/**
 * Creates the order of printed page numbers: Roman numerals first, since they are those of front matter, then Arabic ones,
 * then those with the letter or name of a section, section by section. A range stands where its first page does. Digits of
 * any script are numbers.
 *
 * @param language the site's (BCP 47), by whose rules letters are sorted
 *
 * @example
 * ['B1', '12–13', 'A12', 'A2', '12', '2', 'iv'].sort(createPageOrder('en'))
 * // ['iv', '2', '12', '12–13', 'A2', 'A12', 'B1']
 */
export function createPageOrder(language: string): ComparePages {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyOf = memoize(readPage);
  return (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return (
      one.kind - other.kind ||
      one.value - other.value ||
      compare(one.text, other.text) ||
      compare(a, b) ||
      (a < b ? -1 : a > b ? 1 : 0)
    );
  };
}

function readPage(page: string): PageKey {
  const [first = ''] = splitPages(normalizeUnicode(page, 'NFKC')).first.split(/[,;&+/]/, 1);
  const text = first.replace(/[\s.\-\u2010-\u2014]/g, '');
  const value = readRoman(text);
  if (value > 0) return { kind: kinds.roman, value, text: '' };
  const isLettered = /^\p{L}(?:\p{L}*\p{Nd}|$)/u.test(text);
  const kind = /^\p{Nd}/u.test(text) ? kinds.arabic : isLettered ? kinds.lettered : kinds.other;
  return { kind, value: 0, text };
}

/** @returns 0 for what is not a Roman numeral */
function readRoman(text: string): number {
  if (!romanNumeral.test(text) || /^[CL]$/.test(text)) return 0;
  const values = Array.from(text.toLowerCase(), (letter) => romanValues[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
