import { hasUnspaced, joiner, separateCharacters } from '../text/unspaced.ts';

/** The words of a search. An article must have all of them. */
export interface Query {
  /** Single words; each also finds those that begin with it. */
  words: readonly string[];
  /** Words that must follow one another: what is in quotation marks, and runs of characters of unspaced scripts. */
  phrases: readonly string[];
}

/** Text in quotation marks of any kind; a mark that is not closed is ignored. */
const quoted = /["“”„«»「『]([^"“”„«»「」『』]+)["“”„«»」』]/gu;

/**
 * Parses what a reader typed.
 *
 * @example
 * readQuery('ferry "harbour master"') // { words: ['ferry'], phrases: ['harbour master'] }
 */
export function readQuery(text: string): Query {
  const phrases: string[] = [];
  const rest = text.replace(quoted, (_match, phrase: string) => {
    phrases.push(normalize(phrase));
    return ' ';
  });
  const words = splitRuns(rest).filter((run) => {
    const isPhrase = hasUnspaced(run) && run.includes(' ');
    if (isPhrase) phrases.push(run);
    return !isPhrase;
  });
  return { words: words.filter(isWord), phrases: phrases.filter(isWord) };
}

/** Lists the words of a query, and its phrases in quotation marks. */
export function listTerms({ words, phrases }: Query): string[] {
  return [...words, ...phrases.map((phrase) => `"${phrase}"`)];
}

/** Splits a text into words; a run of characters of an unspaced script is one, with spaces between the characters. */
function splitRuns(text: string): string[] {
  return text.split(/\s+/u).flatMap((word) => joinRuns(separateCharacters(word).split(`${joiner} `)));
}

function joinRuns(parts: readonly string[]): string[] {
  const runs: string[] = [];
  for (const [index, part] of parts.entries()) {
    const continues = index > 0 && hasUnspaced(part) && hasUnspaced(parts[index - 1] ?? '');
    if (continues) runs[runs.length - 1] += ` ${part}`;
    else runs.push(part);
  }
  return runs;
}

function normalize(phrase: string): string {
  // What stands alone between words is no word of the index: see `attachSigns`.
  return separateCharacters(phrase).replaceAll(joiner, '').split(/\s+/u).filter(isWord).join(' ');
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
