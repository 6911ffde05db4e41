import { foldWord } from '../browser/text/fold-for-search.ts';
import { ByteReader } from './bytes.ts';
import type { LoadedWord, WordLoader } from './load-words.ts';
import { readPositions } from './positions.ts';
import { scoreOf } from './weight.ts';
import { readNumbers, type WordTable } from './word-file.ts';

/** A word of a phrase whose positions are looked at. */
interface Anchor {
  /** Without diacritics. */
  word: string;
  /** The numbers of the function words between it and the anchor before it, the nearest first, which are kept with it. */
  before: number[];
}

/**
 * Scores the articles that have words one after another, by the sums of what the words score. Function words before others are
 * not loaded, since they are kept with these, and score nothing.
 *
 * @param phrase its words, whose diacritics do not matter
 * @param loader finds words, and says which are function words
 * @param scores of all articles, 0 at first
 */
export async function findPhrase(
  phrase: readonly string[],
  {
    loadTable,
    findWord,
  }: Pick<WordLoader, 'findWord'> & { loadTable(): Promise<Pick<WordTable, 'functionWords'>> },
  scores: Float32Array,
): Promise<Float32Array> {
  const { functionWords } = await loadTable();
  const found = await Promise.all(
    listAnchors(phrase.map(foldWord), functionWords).map(async (anchor) => ({
      ...anchor,
      spellings: await findWord(anchor.word),
    })),
  );
  // Nothing more is loaded for a phrase with a word that is in no article.
  if (found.some(({ spellings }) => spellings.length === 0)) return scores;
  const loaded = await Promise.all(
    found.map(async ({ spellings, ...anchor }) => ({
      ...anchor,
      spellings: await Promise.all(
        spellings.map(async (word) => ({ word, positions: await word.loadPositions() })),
      ),
    })),
  );
  /** In how many of the anchors before, one after another, each article is. */
  const reached = new Uint16Array(scores.length);
  for (const [place, { spellings }] of loaded.entries())
    for (const { word } of spellings)
      for (const article of readNumbers(word)) if (reached[article] === place) reached[article] = place + 1;
  const isCandidate = (article: number) => reached[article] === loaded.length;
  /** Where the anchors so far end, in articles that have them. */
  let ends: Map<number, Set<number>> | undefined;
  for (const { spellings, before } of loaded) {
    const next = new Map<number, Set<number>>();
    for (const { word, positions } of spellings)
      readOccurrences(word, positions, isCandidate, ({ article, position, weight }, own) => {
        if (ends && !ends.get(article)?.has(position - before.length - 1)) return;
        if (!before.every((number, index) => number === own[index])) return;
        const known = next.get(article);
        if (known) known.add(position);
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

/** Lists the words of a phrase but for function words that are before one of the others. @param phrase words without diacritics */
function listAnchors(phrase: readonly string[], functionWords: readonly string[]): Anchor[] {
  const numbers = phrase.map((word) => functionWords.indexOf(word) + 1);
  const end = numbers.lastIndexOf(0);
  const anchors: Anchor[] = [];
  let before: number[] = [];
  for (const [place, word] of phrase.entries()) {
    const number = numbers[place];
    if (number && place < end) before.unshift(number);
    else {
      anchors.push({ word, before });
      before = [];
    }
  }
  return anchors;
}

function readOccurrences(
  word: LoadedWord,
  positions: Uint8Array,
  isWanted: (article: number) => boolean,
  onOccurrence: (
    occurrence: { article: number; position: number; weight: number },
    before: readonly number[],
  ) => void,
): void {
  const reader = new ByteReader(positions);
  for (const [index, article] of readNumbers(word).entries()) {
    const weight = word.weights[index] ?? 0;
    const isRead = isWanted(article);
    readPositions(reader, (position, before) => {
      if (isRead) onOccurrence({ article, position, weight }, before);
    });
  }
}
