import { foldWord } from '../text/fold-for-search.ts';
import { isUnspacedForm, tokenize } from '../text/tokenize.ts';

/** What a reader looks for. */
export interface Query {
  /** An article must have a term of each of these. */
  all: readonly Clause[];
  /** And none of these. */
  none: readonly Term[];
  /** Signs that mean nothing, as they were typed. */
  ignored: readonly string[];
}

/** Terms of which an article must have any. */
export interface Clause {
  terms: readonly Term[];
  /** As a query: `ferry OR "night train"`. */
  text: string;
}

/** A word, or words that must follow one another. */
export interface Term {
  /** As it was typed, in quotation marks where it was. */
  text: string;
  /** Their normalized forms; several are in quotation marks, or written without a space between them. */
  words: readonly string[];
  /** What is also looked for: `wellbeing` for "well-being". */
  joined: string | undefined;
  /** Whether it is just this word: in quotation marks, or a single letter. Others find other forms, and longer words. */
  isExact: boolean;
}

/** A part of a query: what is in quotation marks, a sign that means "or", a mark that is not closed, or what is between spaces. */
const part =
  /(?<![^\s|])(?<minus>[-−])?["“”„«»「『](?<quoted>[^"“”„«»「」『』]+)["“”„«»」』]|(?<or>\|+)|(?<mark>["“”„«»「」『』])|(?<plain>[^\s"“”„«»「」『』|]+)/gu;

/** Signs in or at a word that no word is found by, though they mean something in texts or in other searches. */
const unused = /(?<!^[A-Za-z]\+?)[\p{S}*()[\]{}#@]/gu;

/**
 * Parses what a reader typed. Words are all wanted; `OR` and `|` stand between those of which any is enough, `-` before one
 * that must not be there; quotation marks are around words as they are printed.
 *
 * @example
 * readQuery('ferry OR tram "harbour master" -strike')
 * // all: ferry or tram; harbour master. none: strike
 */
export function readQuery(text: string): Query {
  const all: Term[][] = [];
  const none: Term[] = [];
  const ignored = new Set<string>();
  let isOr = false;
  for (const { groups: { minus, quoted, or, mark, plain = '' } = {} } of text.matchAll(part)) {
    if (or !== undefined || plain === 'OR') {
      if (all.length === 0 || isOr) ignored.add(or ?? plain);
      else isOr = true;
      continue;
    }
    if (plain === 'AND') continue;
    if (mark !== undefined) {
      ignored.add(mark);
      continue;
    }
    const isExcluded = minus !== undefined || /^[-−](?=[\p{L}\p{N}])/u.test(plain);
    const term = readTerm(quoted ?? plain, quoted !== undefined);
    if (!term) {
      ignored.add(quoted === undefined ? plain : `"${quoted}"`);
      continue;
    }
    if (quoted === undefined) for (const sign of plain.match(unused) ?? []) ignored.add(sign);
    if (isExcluded) {
      none.push(term);
      continue;
    }
    const last = all.at(-1);
    if (isOr && last) last.push(term);
    else all.push([term]);
    isOr = false;
  }
  if (isOr) ignored.add('OR');
  return {
    all: all.map((terms) => ({ terms, text: terms.map(({ text }) => text).join(' OR ') })),
    none,
    ignored: [...ignored],
  };
}

function readTerm(written: string, isQuoted: boolean): Term | undefined {
  const { words, joined } = tokenize(written);
  const [first, ...others] = words.map(({ form }) => form);
  if (first === undefined) return undefined;
  const [whole] = joined;
  const isWhole = whole !== undefined && whole.start === words[0]?.start && whole.end === words.at(-1)?.end;
  return {
    text: isQuoted ? `"${written.trim()}"` : written.replace(/^[-−]+/u, ''),
    words: [first, ...others],
    joined: isWhole ? whole.form : undefined,
    isExact: isQuoted || (others.length === 0 && ([...first].length === 1 || isUnspacedForm(first))),
  };
}

/** The words of a term, folded: as they are compared with those of a text. */
export function foldTerm({ words, joined }: Term): { words: string[]; joined: string | undefined } {
  return { words: words.map(foldWord), joined: joined === undefined ? undefined : foldWord(joined) };
}

/** Writes a query so that it reads as the same again; the inverse of {@link readQuery}. */
export function writeQuery({ all, none }: Query): string {
  return [...all.map(({ text }) => text), ...none.map(({ text }) => `-${text}`)].join(' ');
}
