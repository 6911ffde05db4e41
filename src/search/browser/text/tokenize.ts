import { unspacedScripts } from '../../../records/unspaced-scripts.ts';
import { normalizeWord } from './fold-for-search.ts';

/** A word of a text. */
export interface Token {
  /** Normalized: see `normalizeWord`. */
  form: string;
  /** Where it begins and ends in the text. */
  start: number;
  end: number;
}

/** The words of a text. */
export interface Tokens {
  words: Token[];
  /** What is also written as one word: `wellbeing` for "well-being". */
  joined: Token[];
}

// One rule for texts and queries (compare UAX #29, "Word Boundaries"): a word is a run of letters and digits. Hyphens and
// apostrophes part words, which are indexed one after another, and joined besides. Scripts that are written without spaces
// are taken character by character: no dictionary has to segment a text and a query in the same way.

const apostrophes = String.raw`'’‘ʻʼʾʿ′＇`;
const unspaced = String.raw`[${unspacedScripts}&&[\p{L}\p{N}]]`;
const letter = String.raw`[[\p{L}\p{N}]--${unspacedScripts}--[${apostrophes}]]`;
const inWord = String.raw`[[\p{L}\p{N}\p{M}\u00ad\u034f\u200b-\u200f\u2060\ufeff]--${unspaced}--[${apostrophes}]]`;
const word = new RegExp(
  [
    // Most words: tried first only because that is faster.
    '[A-Za-z][a-z]+(?=[ ,])',
    // Thousands, which are one number; what follows a decimal sign is the next word.
    String.raw`(?<![\p{L}\p{N}])\d{1,3}(?:([.,’'\u00a0\u202f])\d{3})(?:\1\d{3})*(?![\p{L}\p{N}])`,
    // Abbreviations: "U.S.", "i.e."
    String.raw`(?<![\p{L}\p{N}])(?:${letter}\.)+${letter}(?![\p{L}\p{N}\p{M}])\.?`,
    // Programming languages: "C++", "C#"
    String.raw`(?<![\p{L}\p{N}])[A-Za-z](?:\+\+|#)(?![\p{L}\p{N}])`,
    // Half-width Katakana have their marks after them.
    String.raw`${unspaced}[\p{M}ﾞﾟ]*`,
    `${letter}${inWord}*`,
  ].join('|'),
  'gv',
);
const genitive = new RegExp(`^[${apostrophes}][sS](?![\\p{L}\\p{N}])`, 'u');
const joint = new RegExp(`^[${apostrophes}‐‑-]$`, 'u');
/** A word that was divided at the end of a line, and what stands between its parts. */
const lineEnd = /^[‐-][^\S\n]*\n\s*$/;

/** Characters between the parts of a word that is divided at the end of a line, at most. */
const mostBetween = 12;

/** What French and Italian elide before another word: "l’univers" is two words, unlike "O’Brien". */
const elided = /^(?:[a-np-z]|qu|dell|all|nell)$/;
const apostrophe = new RegExp(`[${apostrophes}]`, 'u');

/** Parts that are joined, at most: "state-of-the-art" is looked for with its hyphens. */
const mostParts = 3;

/** Whether a word is a character of a script that is written without spaces. */
const isUnspaced = new RegExp(`^${unspaced}`, 'v');

/**
 * Lists the words of a text, in their order.
 *
 * @example
 * tokenize('O’Brien’s F-16').words.map(({ form }) => form) // ['o', 'brien', 'f', '16']
 * tokenize('O’Brien’s F-16').joined.map(({ form }) => form) // ['obrien', 'f16']
 */
export function tokenize(text: string): Tokens {
  const words: Token[] = [];
  const joined: Token[] = [];
  let run: Token[] = [];
  const endRun = () => {
    if (run.length > 1 && run.length <= mostParts && !run.every(({ form }) => /^\d+$/.test(form)))
      joined.push({
        form: run.map(({ form }) => form).join(''),
        start: run[0]?.start ?? 0,
        end: run.at(-1)?.end ?? 0,
      });
    run = [];
  };
  let after = 0;
  for (const { 0: written, index } of text.matchAll(word)) {
    const before = text.slice(after, index);
    // The genitive's "s" is no word.
    if (words.length > 0 && index === after + 1 && genitive.test(text.slice(after, index + 2))) {
      after = index + 1;
      continue;
    }
    const token = { form: formOf(written), start: index, end: index + written.length };
    words.push(token);
    after = token.end;
    const continues = run.length > 0 && before.length < mostBetween && isJoint(before, written);
    if (!continues) endRun();
    if (!(elided.test(written) && apostrophe.test(text.charAt(after)))) run.push(token);
  }
  endRun();
  return { words, joined };
}

function isJoint(between: string, next: string): boolean {
  if (lineEnd.test(between)) return /^\p{Ll}/u.test(next);
  return joint.test(between);
}

function formOf(written: string): string {
  return normalizeWord(
    /^\d|^.\./u.test(written)
      ? written.replace(/[.,’'\u00a0\u202f]/g, '')
      : written.replace('#', 'sharp').replace('++', 'plusplus'),
  );
}

/** Whether a form is a character of a script that is written without spaces. */
export function isUnspacedForm(form: string): boolean {
  return isUnspaced.test(form);
}
