/** Marks that follow one another, from this number on, are noise; no writing system has more than a few. */
const noise = /(\p{M}{100,})/u;

/**
 * Normalizes a text as `String.prototype.normalize` does (UAX #15), but in linear time: sorting combining marks takes the
 * square of the number of those that follow one another, minutes for some 100 KB of them. From 100 in a row on, they stay
 * as they are.
 */
export function normalizeUnicode(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  return text
    .split(noise)
    .map((part, index) => (index % 2 === 0 ? part.normalize(form) : part))
    .join('');
}
