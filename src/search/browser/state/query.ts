import { hasUnspaced, joiner, partLetters } from './unspaced.ts';

/** Words to find, as a reader typed them. An article must have all of them. */
export interface Query {
  /** Single words; each also finds those that begin with it. */
  words: readonly string[];
  /** Words that must follow one another: what stood in quotation marks, and runs of letters of unspaced scripts. */
  phrases: readonly string[];
}

/** Quotation marks of any kind; one that is not closed is none. */
const quoted = /["“”„«»「『]([^"“”„«»「」『』]+)["“”„«»」』]/gu;

/**
 * Reads what a reader typed.
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
  const words = partRuns(rest).filter((part) => {
    const isPhrase = hasUnspaced(part) && part.includes(' ');
    if (isPhrase) phrases.push(part);
    return !isPhrase;
  });
  return { words: words.filter(isWord), phrases: phrases.filter(isWord) };
}

/** A query's parts, each of which can be left out: phrases in quotation marks. */
export function partsOf({ words, phrases }: Query): string[] {
  return [...words, ...phrases.map((phrase) => `"${phrase}"`)];
}

/** The words of a text; letters of an unspaced script that follow one another are one, with spaces between them. */
function partRuns(text: string): string[] {
  return text.split(/\s+/u).flatMap((word) => joinRuns(partLetters(word).split(`${joiner} `)));
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
  return partLetters(phrase).replaceAll(joiner, '').replace(/\s+/gu, ' ').trim();
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
