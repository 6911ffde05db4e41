import { countFound } from '../../text-index/scores.ts';
import type { Query } from '../state/query.ts';
import type { FindWords } from './engine.ts';
import type { RareWord } from './worker-messages.ts';

// Loaded only when little is found.

/** Shorter words are near to any. */
const shortest = 4;

/** Finds the words of a query that are in few articles. */
export async function findRareWords(
  { all }: Query,
  mostArticles: number,
  findWords: FindWords,
): Promise<RareWord[]> {
  const single = all.flatMap(({ terms: [term, ...others] }) => {
    const [word, ...rest] = term?.words ?? [];
    const isSingle = term && word !== undefined && word.length >= shortest;
    return isSingle && others.length + rest.length === 0 ? [{ term, word }] : [];
  });
  const counted = single.map(async ({ term, word }): Promise<RareWord> => {
    const found = await findWords({ all: [{ terms: [term], text: term.text }], none: [], ignored: [] });
    return { text: term.text, word, articles: countFound(found) };
  });
  return (await Promise.all(counted)).filter(({ articles }) => articles <= mostArticles);
}
