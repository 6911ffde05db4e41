import { tokenize } from './tokens.ts';

/**
 * How often each word of an archive is written with a small letter, and with a capital inside sentences: what is nearly
 * always small is no name where it begins a sentence. It grows with the number of different words, not of texts.
 */
export class WordForms {
  readonly #small = new Map<string, number>();
  readonly #capital = new Map<string, number>();

  /** Counts the words of a text. */
  add(text: string): void {
    let isInside = false;
    for (const { lower, shape } of tokenize(text)) {
      if (shape === 'lower') increase(this.#small, lower);
      else if (shape === 'capital' && isInside) increase(this.#capital, lower);
      isInside = shape === 'lower';
    }
    prune(this.#small);
    prune(this.#capital);
  }

  /** Occurrences with a small letter. @param word in lower case */
  small(word: string): number {
    return this.#small.get(word) ?? 0;
  }

  /** Occurrences with a capital after a word with a small letter. @param word in lower case */
  capital(word: string): number {
    return this.#capital.get(word) ?? 0;
  }
}

/** More different words than the texts of a large newspaper archive have, misprints aside. */
const most = 300_000;

function increase(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** Forgets the rarest words when there are too many: most of those are misprints. */
function prune(counts: Map<string, number>): void {
  for (let rare = 1; counts.size > most; rare++)
    for (const [word, count] of counts) if (count <= rare) counts.delete(word);
}
