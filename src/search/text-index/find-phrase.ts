import { ByteReader } from './bytes.ts';
import type { LoadedWord } from './load-words.ts';
import { scoreOf } from './weight.ts';
import { readNumbers } from './word-file.ts';

/**
 * Scores the articles that have words one after another, by the sums of what the words score.
 *
 * @param phrase of each word, its spellings
 * @param scores of all articles, 0 at first
 */
export async function findPhrase(
  phrase: readonly (readonly LoadedWord[])[],
  scores: Float32Array,
): Promise<Float32Array> {
  // Nothing is loaded for a phrase with a word that is in no article.
  if (phrase.some((spellings) => spellings.length === 0)) return scores;
  const loaded = await Promise.all(
    phrase.map((spellings) =>
      Promise.all(spellings.map(async (word) => [word, await word.loadPositions()] as const)),
    ),
  );
  /** In how many of the words before, one after another, each article is. */
  const reached = new Uint16Array(scores.length);
  for (const [place, spellings] of phrase.entries())
    for (const word of spellings)
      for (const article of readNumbers(word)) if (reached[article] === place) reached[article] = place + 1;
  const isCandidate = (article: number) => reached[article] === phrase.length;
  /** Where the words so far end, in articles that have them. */
  let ends: Map<number, Set<number>> | undefined;
  for (const spellings of loaded) {
    const next = new Map<number, Set<number>>();
    for (const [word, positions] of spellings)
      readOccurrences(word, positions, isCandidate, (article, position, weight) => {
        if (ends && !ends.get(article)?.has(position - 1)) return;
        const own = next.get(article);
        if (own) own.add(position);
        else {
          next.set(article, new Set([position]));
          scores[article] = (scores[article] ?? 0) + scoreOf(weight, word.articles, scores.length);
        }
      });
    ends = next;
  }
  for (let article = 0; article < scores.length; article++) if (!ends?.has(article)) scores[article] = 0;
  return scores;
}

function readOccurrences(
  word: LoadedWord,
  positions: Uint8Array,
  isWanted: (article: number) => boolean,
  onOccurrence: (article: number, position: number, weight: number) => void,
): void {
  const reader = new ByteReader(positions);
  for (const [index, article] of readNumbers(word).entries()) {
    let position = 0;
    for (let left = reader.readNumber(); left > 0; left--) {
      position += reader.readNumber();
      if (isWanted(article)) onOccurrence(article, position, word.weights[index] ?? 0);
    }
  }
}
