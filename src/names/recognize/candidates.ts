import type { Line } from '../text/lines.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { isDateWord } from '../words/date-words.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { NameWords } from '../words/name-words.ts';
import { candidateAt, type Candidate } from './candidate.ts';
import { isDemonym, isOrdinaryWord, type Vocabulary } from './vocabulary.ts';

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

/** The number of the token after the run that begins at a token. */
function endOfRun({ text, tokens }: Line, first: number, words: NameWords): number {
  let end = first + 1;
  for (;;) {
    const last = tokens[end - 1] as Token;
    if (last.possessive && !continuesAfterPossessive(last, tokens[end])) return end;
    const next = nextName(text, tokens, first, end, words);
    if (next === undefined) return end;
    end = next + 1;
  }
}

/** "People's Republic", "Moody's Investors Service"; but "Japan's Ministry" are two names. */
function continuesAfterPossessive(last: Token, next: Token | undefined): boolean {
  if (!next || !isCapitalized(next) || last.shape !== 'capital') return false;
  return possessors.has(last.lower);
}

const possessors = new Set(
  'people women men children workers farmers veterans citizens moody lloyd sotheby christie king queen jehovah'.split(
    ' ',
  ),
);

/** The number of the next token that is part of the same name, if there is one. */
function nextName(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  words: NameWords,
): number | undefined {
  const last = tokens[end - 1] as Token;
  let at = end;
  const follows = () => tokens[at] && isBeside(text, tokens[at - 1] as Token, tokens[at] as Token);
  if (tokens[at]?.text === '.' && tokens[at]?.start === last.end && mayHaveStop(last, words)) at++;
  if (!follows()) return undefined;
  if (isCapitalized(tokens[at] as Token)) return at;
  if (at > end) return undefined;
  // At most three small words: "Rio de la Plata", "Bank of the West".
  const before = joins(tokens, first, end, words);
  for (; at < end + 3 && follows(); at++) {
    const token = tokens[at] as Token;
    if (isCapitalized(token)) return at > end ? at : undefined;
    if (!before(token, at === end)) return undefined;
  }
  return follows() && isCapitalized(tokens[at] as Token) ? at : undefined;
}

function isBeside(text: string, before: Token, after: Token): boolean {
  const between = text.slice(before.end, after.start);
  return between === ' ' || between === '' || between === ' ';
}

/** An initial or an abbreviation, after which a full stop does not end the name: "J. Smith", "St. Louis". */
function mayHaveStop({ lower, shape }: Token, { titles }: NameWords): boolean {
  return shape === 'initial' || lower === 'st' || lower === 'ste' || lower === 'mt' || lower === 'ft' || titles.has(lower);
}

/** Which small words may be inside the name that a run begins. */
function joins(
  tokens: readonly Token[],
  first: number,
  end: number,
  words: NameWords,
): (token: Token, isFirst: boolean) => boolean {
  const run = tokens.slice(first, end);
  const last = run.at(-1) as Token;
  const hasHead = run.some(
    ({ lower }) => words.organizationWords.has(lower) || words.placeWords.has(lower) || words.otherWords.has(lower),
  );
  const isGiven = sensesOf(last.lower).given || last.shape === 'initial';
  const isShort = run.length <= 2 && last.shape !== 'capitals' && !words.titles.has(last.lower);
  const next = tokens[end + 1];
  const joinsFields =
    next !== undefined &&
    hasHeadAfter(tokens, end + 1, words) &&
    sensesOf(last.lower).common &&
    sensesOf(next.lower).common;
  return ({ lower, text }, isFirst) => {
    if (text === '&') return true;
    if (words.conjunctions.has(lower)) return isFirst && joinsFields;
    if (words.connectors.has(lower) && hasHead) return true;
    if (!isFirst && (lower === 'the' || words.articles.has(lower))) return true;
    return words.particles.has(lower) && (isGiven || isShort) && !hasHead && !words.articles.has(lower);
  };
}

/** Whether a run ends with a word that makes it an organization: "Food and Drug Administration". */
function hasHeadAfter(tokens: readonly Token[], first: number, words: NameWords): boolean {
  let at = first;
  while (tokens[at] && isCapitalized(tokens[at] as Token) && at < first + 4) at++;
  const last = tokens[at - 1];
  return last !== undefined && at > first && words.organizationWords.has(last.lower);
}

/** Cuts a run at titles, demonyms, days and months, and takes off the words with which a sentence begins. */
function cutRun(line: Line, from: number, to: number, vocabulary: Vocabulary, found: Candidate[]): void {
  const { words } = vocabulary;
  const { tokens } = line;
  const last = tokens[to - 1] as Token;
  const hasHead = to - from > 1 && (words.organizationWords.has(last.lower) || words.placeWords.has(last.lower));
  const isOther = to - from > 1 && words.otherWords.has(last.lower);
  let opens = opensSentence(line, from);
  let start = from;
  let title: number | undefined;
  const push = (end: number) => {
    while (end > start && isMark(tokens[end - 1] as Token)) end--;
    if (end > start) {
      const titleText = title === undefined ? undefined : line.text.slice(tokens[title]?.start, tokens[start - 1]?.end);
      found.push(candidateAt(line, start, end, { opensSentence: opens && title === undefined, title: titleText }));
    }
    title = undefined;
    opens = false;
  };
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    const isFirst = at === start;
    const isLast = at === to - 1;
    if (isMark(token) && isFirst) {
      start = at + 1;
    } else if (isFirst && words.functionWords.has(token.lower) && token.shape !== 'capitals' && !isFixed(tokens, at)) {
      start = at + 1;
    } else if (isTitleAt(token, isFirst, isLast, hasHead || isOther, words)) {
      // "Foreign Minister Ana Holm": the title begins with the first of its words.
      const begun: number = isFirst ? (title ?? at) : at;
      if (!isFirst) push(at);
      title = begun;
      start = at + 1;
      opens = false;
    } else if (isDateWord(token.lower, vocabulary.language) && !(isLast && !isFirst && sensesOf(tokens[at - 1]?.lower ?? '').given)) {
      push(at);
      start = at + 1;
    } else if (isDemonym(token, words) && !(isFirst && !isLast && (isOther || keepsDemonym(tokens, at, to, hasHead, words)))) {
      push(at);
      start = at + 1;
    } else if (
      isFirst && opens && !isLast && !hasHead && !isOther && token.shape === 'capital' &&
      isOrdinaryWord(token.lower, vocabulary) && !sensesOf(token.lower).given
    ) {
      start = at + 1;
    }
  }
  push(to);
}

function isMark({ shape, lower }: Token): boolean {
  return shape === 'mark' || shape === 'lower' || lower === '&';
}

/** Names that begin with an article. */
function isFixed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  return (tokens[at]?.lower === 'the' && next === 'hague') || sensesOf(`${tokens[at]?.lower} ${next}`).place;
}

function isTitleAt({ lower, shape }: Token, isFirst: boolean, isLast: boolean, hasHead: boolean, words: NameWords): boolean {
  if (hasHead) return false;
  if (shape === 'capitals') return lower === 'ceo' || lower === 'cfo' || lower === 'coo' || lower === 'mp';
  // A last word that is a title is a surname: "Ada King".
  return words.titles.has(lower) && (isFirst || !isLast);
}

/** Bodies that a country has one of, whose names are printed without it: "German Foreign Ministry". */
const bodiesOfStates = new Set('ministry government parliament embassy army navy cabinet senate police office'.split(' '));

/** Whether the name of a people is part of a name: "Czech Republic", "American Airlines". */
function keepsDemonym(tokens: readonly Token[], at: number, to: number, hasHead: boolean, words: NameWords): boolean {
  const last = tokens[to - 1] as Token;
  if (!hasHead || bodiesOfStates.has(last.lower)) return false;
  return !words.titles.has(tokens[at + 1]?.lower ?? '') || words.organizationWords.has(last.lower);
}

const openers = new Set(['"', '“', '„', '«', '‘', "'", '`', '(', ':', '-', '–', '—', '*', '•', '[', '...', '…']);

/** Whether everything before a token is marks, so that the sentence begins with it; also after a colon or a dash. */
function opensSentence({ tokens }: Line, at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return true;
  if (before.text === '.' || before.text === '?' || before.text === '!') return true;
  if (!openers.has(before.text)) return false;
  return before.text === '(' || before.text === '[' ? at < 2 : true;
}
