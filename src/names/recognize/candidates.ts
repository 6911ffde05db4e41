import type { Line } from '../text/lines.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { placeWeight } from '../gazetteer/gazetteer.ts';
import { isDateWord } from '../words/date-words.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { NameWords } from '../words/name-words.ts';
import { candidateAt, type Candidate } from './candidate.ts';
import { isPartOfName } from './demonyms.ts';
import { findHead, isOrganizationWord } from './heads.ts';
import { endOfRun, isBeside } from './runs.ts';
import { isOpening, isOrdinaryStart, opensSentence } from './sentence-start.ts';
import { isPartOfTitle, isTitleAt } from './titles.ts';
import { isDemonym, type Vocabulary } from './vocabulary.ts';

/** Finds the runs of capitalized words in a line of prose or a table, and cuts them into what may be names. */
export function findCandidates(line: Line, vocabulary: Vocabulary): Candidate[] {
  const { tokens } = line;
  const candidates: Candidate[] = [];
  for (let first = 0; first < tokens.length;) {
    if (!isCapitalized(tokens[first] as Token)) {
      first++;
      continue;
    }
    const end = endOfRun(line, first, vocabulary.words);
    cutRun(line, first, end, vocabulary, candidates);
    first = end;
  }
  return candidates;
}

/** Cuts a run at titles, demonyms, days and months, and takes off the words with which a sentence begins. */
function cutRun(line: Line, from: number, to: number, vocabulary: Vocabulary, found: Candidate[]): void {
  const { words } = vocabulary;
  const { tokens } = line;
  const head = findHead(tokens, from, to, words);
  let opens = opensSentence(line, from);
  let start = from;
  let title: number | undefined;
  const push = (upTo: number) => {
    let end = upTo;
    while (end > start && isMark(tokens[end - 1] as Token) && !isAdjectiveOfBody(tokens, end - 1, words))
      end--;
    if (end > start) {
      const titleText =
        title === undefined ? undefined : line.text.slice(tokens[title]?.start, tokens[start - 1]?.end);
      const opensSentence = opens && title === undefined;
      found.push(
        candidateAt(line, withParticle(line, start, vocabulary), end, { opensSentence, title: titleText }),
      );
    }
    title = undefined;
    opens = false;
  };
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    const isFirst = at === start;
    const isLast = at === to - 1;
    if (isFirst && isMark(token)) start = at + 1;
    else if (isFirst && isOpening(tokens, at, isLast, opens, vocabulary)) {
      start = at + 1;
      // After "The", a capital is one inside a sentence.
      opens = false;
    } else if (title !== undefined && isFirst && isPartOfTitle(tokens, at, to, words)) {
      start = at + 1;
    } else if (isTitleAt(tokens, at, isFirst, isLast, head, words)) {
      // "Foreign Minister Ana Holm": the title begins with the first of its words.
      const begun: number = isFirst ? (title ?? at) : at;
      if (!isFirst) push(at);
      title = begun;
      start = at + 1;
      opens = false;
    } else if (words.capitalizesNouns && endsNoun(tokens, at, start, to, words)) {
      // "Anwältin Petra Stolze", "Konzern Nordstahl AG": the noun says what the name after it is.
      title = sensesOf(token.lower).given ? start : undefined;
      start = at;
      opens = false;
    } else if (words.capitalizesNouns && endsPlace(tokens, at, start, to, words)) {
      push(at);
      start = at;
    } else if (isDateWord(token.lower, vocabulary.language) && !isAfterGiven(tokens, at, from)) {
      push(at);
      start = at + 1;
    } else if (!isFirst && endsOrganization(tokens, at, to, words)) {
      push(at);
      start = at;
    } else if (
      token.shape !== 'lower' &&
      isDemonym(token, words) &&
      !isPartOfName(tokens, at, start, to, head, vocabulary)
    ) {
      push(at);
      start = at + 1;
    } else if (isFirst && opens && !isLast && head === undefined && isOrdinaryStart(token, vocabulary)) {
      start = at + 1;
      opens = false;
    }
  }
  push(to);
}

/** "européenne" in "Commission européenne". */
function isAdjectiveOfBody(tokens: readonly Token[], at: number, words: NameWords): boolean {
  const [body, adjective] = [tokens[at - 1], tokens[at]];
  if (!words.joinsFields || !body || !adjective) return false;
  return words.organizationWords.has(body.lower) && words.demonyms.has(adjective.lower);
}

/** Whether a noun follows the name of a place, where nouns have capitals like names: "bei Malm | Werkzeuge". */
function endsPlace(
  tokens: readonly Token[],
  at: number,
  start: number,
  to: number,
  words: NameWords,
): boolean {
  const [place, token, last] = [tokens[start], tokens[at], tokens[to - 1]] as [Token, Token, Token];
  if (at !== start + 1 || placeWeight(place.text) < 0.5 || sensesOf(place.lower).given) return false;
  const isLonger = isOrganizationWord(last.lower, words) || words.placeWords.has(last.lower);
  return (
    !isLonger &&
    token.shape === 'capital' &&
    placeWeight(token.text) < 0.5 &&
    placeWeight(`${place.text} ${token.text}`) === 0
  );
}

/** Whether a noun that says what a name is ends before a token, where nouns have capitals like names. */
function endsNoun(
  tokens: readonly Token[],
  at: number,
  start: number,
  to: number,
  words: NameWords,
): boolean {
  const before = tokens[at - 1] as Token;
  if (at !== start + 1 || before.shape !== 'capital' || before.possessive) return false;
  if (words.organizationContext.has(before.lower) || words.placeContext.has(before.lower)) return true;
  const isPerson = sensesOf((tokens[at] as Token).lower).given && at + 1 < to;
  return isPerson && !sensesOf(before.lower).given && !isOrganizationWord(before.lower, words);
}

/** Whether an organization ends before the name of a person: "Air Force | Jan Holm". */
function endsOrganization(tokens: readonly Token[], at: number, to: number, words: NameWords): boolean {
  const [before, token, next] = [tokens[at - 1] as Token, tokens[at] as Token, tokens[at + 1]];
  if (at + 1 >= to || !next || !isCapitalized(next) || !words.organizationWords.has(before.lower))
    return false;
  const last = tokens[to - 1] as Token;
  return (
    sensesOf(token.lower).given &&
    !words.organizationWords.has(last.lower) &&
    !words.placeWords.has(last.lower)
  );
}

function isAfterGiven(tokens: readonly Token[], at: number, from: number): boolean {
  return at > from && sensesOf(tokens[at - 1]?.lower ?? '').given;
}

/** In English, "de", "van" or "al" before a capital begins the name. */
function withParticle({ tokens, text }: Line, start: number, { language, words }: Vocabulary): number {
  const before = tokens[start - 1];
  if (!before || before.shape !== 'lower' || !language.startsWith('en')) return start;
  const isParticle =
    before.text.length > 1 && before.lower !== 'do' && before.lower !== 'ten' && before.lower !== 'los';
  return isParticle && words.particles.has(before.lower) && isBeside(text, before, tokens[start] as Token)
    ? start - 1
    : start;
}

function isMark({ shape, lower }: Token): boolean {
  return shape === 'mark' || shape === 'lower' || lower === '&';
}
