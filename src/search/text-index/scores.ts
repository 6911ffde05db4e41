import { levels, scoreOf } from './weight.ts';
import { readNumbers, type Postings } from './word-file.ts';

// Scores of all articles, by their numbers: above 0 for those that are found. One word may be in a million articles, which no
// map would hold in time.

/** Raises the scores of the articles that have a word to what it scores in them. */
export function raise(scores: Float32Array, word: Postings, factor = 1): void {
  const numbers = readNumbers(word);
  const byWeight = Float64Array.from(
    { length: levels },
    (_, weight) => factor * scoreOf(weight, word.articles, scores.length),
  );
  for (let index = 0; index < numbers.length; index++) {
    const article = numbers[index] ?? 0;
    scores[article] = Math.max(scores[article] ?? 0, byWeight[word.weights[index] ?? 0] ?? 0);
  }
}

/** Adds to scores those that others have: the articles of any of both, each with its best score. */
export function joinAny(scores: Float32Array, others: Float32Array): void {
  for (let article = 0; article < scores.length; article++)
    scores[article] = Math.max(scores[article] ?? 0, others[article] ?? 0);
}

/** Leaves the articles that others have, too, with the sums of their scores. */
export function joinAll(scores: Float32Array, others: Float32Array): void {
  for (let article = 0; article < scores.length; article++) {
    const [own = 0, other = 0] = [scores[article], others[article]];
    scores[article] = own > 0 && other > 0 ? own + other : 0;
  }
}

/** Removes the articles that others have. */
export function remove(scores: Float32Array, others: Float32Array): void {
  for (let article = 0; article < scores.length; article++) if (others[article]) scores[article] = 0;
}

/** Adds others so that those which have no score yet come after all that have one. */
export function addBelow(scores: Float32Array, others: Float32Array): void {
  const least = scores.reduce((least, score) => (score > 0 && score < least ? score : least), Infinity);
  const most = others.reduce((most, score) => (score > most ? score : most), 0);
  const factor = Math.min(1, (0.9 * least) / most);
  for (let article = 0; article < scores.length; article++)
    scores[article] = (scores[article] ?? 0) + (others[article] ?? 0) * factor;
}

/** How many articles are found. */
export function countFound(scores: Float32Array): number {
  let count = 0;
  for (const score of scores) if (score > 0) count++;
  return count;
}

/** The articles that score most, the best first; of equal ones the newest, which have the highest numbers. */
export function findBest(scores: Float32Array, most: number): number[] {
  const best: number[] = [];
  const scoreOf = (article: number | undefined) => (article === undefined ? 0 : (scores[article] ?? 0));
  for (let article = scores.length - 1; article >= 0; article--) {
    const score = scoreOf(article);
    if (score <= 0 || most === 0 || (best.length === most && score <= scoreOf(best.at(-1)))) continue;
    const after = best.findIndex((each) => scoreOf(each) < score);
    best.splice(after === -1 ? best.length : after, 0, article);
    if (best.length > most) best.pop();
  }
  return best;
}
