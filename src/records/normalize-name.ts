import { normalizeUnicode } from './normalize-unicode.ts';

// Every text of an archive passes through here: characters are looked for by plain ranges, of which the first test finds
// whether there is anything to do.

/** Characters that print as an apostrophe: ` ´ ʹ ʻ ʼ ‘ ’ and full-width ones. */
const apostrophe = /[`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\uff07\uff40]/g;
/** Characters that print as a hyphen; a dash in the place of one is one, too. */
const hyphen = /[\u2010-\u2013\u2212\ufe63\uff0d]/g;
/** White space that is not one space. */
const space = /[\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

/**
 * What takes another number of code units once it is normalized: runs of white space; the soft hyphen and others that print
 * as nothing; marks that make one character with what is before them, also in Japanese, Arabic and Hangul; ligatures, and
 * letters of full and half width.
 */
const resized =
  /  |[\u00ad\u0300-\u036f\u0653-\u0655\u1100-\u11ff\u200b\u2060\u3099\u309a\ufb00-\ufb06\ufeff-\uffee]/;
const anything =
  /[\t-\r`\u0085\u00a0\u00ad\u00b4\u02b9\u02bb\u02bc\u0300-\u036f\u0653-\u0655\u1100-\u11ff\u1680\u2000-\u200b\u2010-\u2013\u2018\u2019\u2028\u2029\u202f\u205f\u2060\u2212\u3000\u3099\u309a\ufb00-\ufb06\ufe63\ufeff-\uffee]|  /;
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Normalizes a name, or a text in which names are looked for, so that what prints alike is the same: apostrophes and hyphens
 * of all kinds, runs of white space, characters that print as nothing, decomposed letters, ligatures, letters of full width.
 * Everything else is kept, including case: "Polish" is not "polish".
 *
 * @example
 * normalizeName('Miles  OʼBrien') // "Miles O'Brien"
 */
export function normalizeName(text: string): string {
  if (!anything.test(text)) return text;
  const same = replaceEach(text);
  return resized.test(same) ? resize(same) : same;
}

/** A normalized text, with the way back. */
export interface NormalizedText {
  text: string;
  /** Maps an offset in the normalized text to one in the original, in UTF-16 code units. */
  offsetOf(offset: number): number;
}

/** A character with everything that may be composed with it. */
const cluster =
  / +|[^][\u00ad\u0300-\u036f\u0653-\u0655\u1160-\u11ff\u200b\u2060\u3099\u309a\ufeff\uff9e\uff9f]*/g;

/** Does the same as {@link normalizeName}, and remembers where everything was. */
export function normalizeText(original: string): NormalizedText {
  const same = anything.test(original) ? replaceEach(original) : original;
  if (!resized.test(same)) return { text: same, offsetOf: (offset) => offset };
  const offsets: number[] = [];
  const parts: string[] = [];
  let endsInSpace = false;
  for (const { 0: written, index } of same.matchAll(cluster)) {
    const normal = resize(written);
    // Spaces at both sides of an invisible character are one run.
    const added: string = endsInSpace ? normal.replace(/^ /, '') : normal;
    for (let unit = 0; unit < added.length; unit++) offsets.push(index);
    if (added !== '') endsInSpace = added.endsWith(' ');
    parts.push(added);
  }
  return { text: parts.join(''), offsetOf: (offset) => offsets[offset] ?? original.length };
}

/** Replaces characters by others of the same length. */
function replaceEach(text: string): string {
  return text.replace(apostrophe, "'").replace(hyphen, '-').replace(space, ' ');
}

function resize(text: string): string {
  const composed = normalizeUnicode(text, 'NFC').replace(/[\ufb00-\ufb06\uff01-\uffee]+/g, (run) =>
    normalizeUnicode(run, 'NFKC'),
  );
  return composed.replace(invisible, '').replace(/ +/g, ' ');
}
