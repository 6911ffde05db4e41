/** A word, number or mark of a text. */
export interface Token {
  /** As written, without a possessive ending. */
  text: string;
  /** In lower case. */
  lower: string;
  /** The range of `text`, in UTF-16 code units. */
  start: number;
  end: number;
  shape: Shape;
  /** Whether a possessive ending follows: "Brazil's", "the Jones' house". */
  possessive: boolean;
}

/**
 * How a token is written: `capital` (Paris), `capitals` (NATO, U.S.), `initial` (J.), `mixed` (McEwan, iPod), `lower`,
 * `number`, or `mark`, which is everything else.
 */
type Shape = 'capital' | 'capitals' | 'initial' | 'mixed' | 'lower' | 'number' | 'mark';

// Dotted abbreviations, numbers, words with apostrophes, hyphens and ampersands inside, or one other character.
const tokenPattern =
  /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|\p{N}(?:[.,:/-]?[\p{N}\p{L}])*%?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’\-‐‑&][\p{L}\p{M}\p{N}]+)*|[^\s]/gu;

/** "l’Europe", "D’après": an article or preposition that has lost its vowel. */
const elision = /^(?:l|d|qu|s|n|j|c|m|t|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu;

/**
 * Splits a text into tokens.
 *
 * @param elides whether words are elided before vowels, as in French: "l’ONU" then is two tokens
 */
export function tokenize(text: string, elides = false): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    let [written] = match;
    let { index } = match;
    const elided = elides ? elision.exec(written)?.[0] : undefined;
    if (elided !== undefined) {
      const word = elided.slice(0, -1);
      const shape = /^\p{Lu}/u.test(word) ? 'capital' : 'lower';
      tokens.push({
        text: word,
        lower: word.toLowerCase(),
        start: index,
        end: index + word.length,
        shape,
        possessive: true,
      });
      written = written.slice(elided.length);
      index += elided.length;
    }
    const ending = possessiveEnding.exec(written)?.[0].length ?? 0;
    const word = ending > 0 ? written.slice(0, -ending) : written;
    const end = index + word.length;
    const next = text.charAt(end);
    const isPlural = ending === 0 && (next === "'" || next === '’') && /\p{L}[sS]$/u.test(word);
    const shape = shapeOf(word, next);
    tokens.push({
      text: word,
      lower: word.toLowerCase(),
      start: index,
      end,
      shape,
      possessive: ending > 0 || (isPlural && !/[\p{L}\p{N}]/u.test(text.charAt(end + 1))),
    });
  }
  return tokens;
}

const possessiveEnding = /(?<=[\p{L}\p{N}.])['’][sS]$/u;

function shapeOf(word: string, next: string): Shape {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return beginsName.test(word) ? 'mixed' : 'lower';
  if (isQualifier(word)) return 'lower';
  if (/^\p{N}/u.test(word)) return 'number';
  if (!/^[\p{L}\p{M}]/u.test(word)) return 'mark';
  const letters = word.replace(/[^\p{L}]+/gu, '');
  if (/^\p{Lu}$/u.test(letters)) return next === '.' ? 'initial' : 'capitals';
  if (/^\p{Lu}+$/u.test(letters)) return 'capitals';
  if (/^\p{Lu}/u.test(letters)) return /^\p{Lu}[^\p{Lu}]*$/u.test(letters) ? 'capital' : 'mixed';
  return /\p{Lu}/u.test(letters) ? 'mixed' : 'lower';
}

/** Names with a small first letter: "iPod", "al-Masri", "d'Arc"; but not "ex-Milan". */
const beginsName = /^(?:\p{Ll}\p{Lu}\p{Ll}|(?:al|el|as|ash|ad|an|ar|at|d|l|dell)[-'’]\p{Lu})/u;

/** "Paris-based", "Ex-Minister", "Pro-Western": adjectives made of names. */
function isQualifier(word: string): boolean {
  const hyphen = word.lastIndexOf('-');
  if (hyphen < 0) return false;
  return qualifierEnd.test(word.slice(hyphen + 1)) || qualifierStart.test(word);
}

const qualifierEnd =
  /^(?:\p{Ll}{1,12}ed|based|born|led|run|held|wide|style|made|owned|backed|bound|like|speaking|area|century|year|old|inspired|brokered|language|time|friendly|dominated)$/u;
const qualifierStart =
  /^(?:Ex|Pre|Post|Anti|Pro|Non|Mid|Co|Vice|Then|Self|Half|Re|Semi|Multi|Inter|Trans|Un)-/;

/** Whether a token is written with a capital, as names are. */
export function isCapitalized({ shape }: Token): boolean {
  return shape === 'capital' || shape === 'capitals' || shape === 'initial' || shape === 'mixed';
}
