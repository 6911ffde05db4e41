import { placeWeight } from '../gazetteer/gazetteer.ts';
import type { Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { Head } from './heads.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Bodies that a country has one of, whose names are printed without it: "German Foreign Ministry". */
const bodiesOfStates = new Set(
  'ministry government parliament embassy army navy cabinet senate police office'.split(' '),
);

/** Whether the name of a people or a faith is part of a name: "Czech Republic", "American Airlines", "Christian Holm". */
export function isPartOfName(
  tokens: readonly Token[],
  at: number,
  start: number,
  to: number,
  head: Head,
  { words }: Vocabulary,
): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const isLast = at === to - 1;
  if (at > start) {
    // "Malm Indians" are a team, "Richard Finn" is a person.
    const before = tokens[at - 1] as Token;
    if (sensesOf(before.lower).given && !sensesOf(before.lower).place) return true;
    return isLast ? token.lower.endsWith('s') && placeWeight(before.text) > 0.3 : head === 'name';
  }
  if (isLast || !next) return false;
  if (sensesOf(token.lower).given && head === undefined)
    return !words.titles.has(next.lower) && !words.demonyms.has(next.lower);
  if (head === undefined) return false;
  if (head === 'other') return true;
  const last = tokens[to - 1] as Token;
  if (bodiesOfStates.has(last.lower) || sensesOf(next.lower).given) return false;
  return !words.titles.has(next.lower) || words.organizationWords.has(last.lower);
}
