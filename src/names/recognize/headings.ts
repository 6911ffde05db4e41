import { placeWeight } from '../gazetteer/gazetteer.ts';
import type { Line } from '../text/lines.ts';
import type { Token } from '../text/tokens.ts';
import { isDateWord } from '../words/date-words.ts';
import { sensesOf } from '../words/lexicon.ts';
import { candidateAt, type Candidate } from './candidate.ts';
import { isCommon, isDemonym, looksOrdinary, type Vocabulary } from './vocabulary.ts';

/**
 * Finds names in a heading, where capitals say nothing: those that the text under it has, then places of the gazetteer,
 * then runs of words that neither the archive nor the lexicon has in small letters.
 *
 * @param isKnown whether the text has a name, of which the words are given in lower case, separated by spaces
 */
export function findInHeading(
  line: Line,
  vocabulary: Vocabulary,
  isKnown: (name: string) => boolean,
): Candidate[] {
  const { tokens } = line;
  const candidates: Candidate[] = [];
  for (let first = 0; first < tokens.length;) {
    const end = longestKnown(line, first, isKnown) ?? endOfUnknown(line, first, vocabulary, isKnown);
    if (end > first) candidates.push(candidateAt(line, first, end));
    first = Math.max(end, first + 1);
  }
  return candidates;
}

/** The longest names that are looked for, in words. */
const longest = 5;

function longestKnown(
  { tokens }: Line,
  first: number,
  isKnown: (name: string) => boolean,
): number | undefined {
  if (!isWord(tokens[first])) return undefined;
  const upTo = Math.min(first + longest, tokens.length);
  for (let end = upTo; end > first; end--) {
    if (!isWord(tokens[end - 1])) continue;
    const name = tokens
      .slice(first, end)
      .map(({ lower }) => lower)
      .join(' ');
    const mayBePlace = end - first > 1 || (tokens[first] as Token).text.length > 2;
    if (isKnown(name)) return end;
    if (mayBePlace && placeWeight(name) >= 0.7 && !(end - first === 1 && isCommon(name))) return end;
    if (end - first > 1 && sensesOf(name).organization) return end;
  }
  return undefined;
}

/** Where a run of unknown words ends; `first` when there is none. */
function endOfUnknown(
  line: Line,
  first: number,
  vocabulary: Vocabulary,
  isKnown: (name: string) => boolean,
): number {
  const { tokens } = line;
  let end = first;
  while (end < tokens.length && end < first + 4) {
    const token = tokens[end] as Token;
    if (!isUnknown(token, vocabulary) || (end > first && isKnown(token.lower))) break;
    end++;
    if (token.possessive) break;
  }
  return end;
}

function isUnknown(token: Token, vocabulary: Vocabulary): boolean {
  const { lower, shape } = token;
  const { words, forms, language } = vocabulary;
  if (!isWord(token) || shape === 'lower' || lower.length < 3) return false;
  if (
    words.functionWords.has(lower) ||
    words.genericWords.has(lower) ||
    words.titles.has(lower) ||
    words.roles.has(lower)
  )
    return false;
  if (words.otherWords.has(lower) || words.organizationWords.has(lower) || words.contestWords.has(lower))
    return false;
  if (isDateWord(lower, language) || isDemonym(token, words)) return false;
  return forms.small(lower) === 0 && !isCommon(lower) && !looksOrdinary(lower, vocabulary);
}

function isWord(token: Token | undefined): boolean {
  return token !== undefined && token.shape !== 'mark' && token.shape !== 'number';
}
