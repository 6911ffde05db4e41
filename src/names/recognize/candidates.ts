import type { Line } from '../text/lines.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { placeWeight } from '../gazetteer/gazetteer.ts';
import { isDateWord } from '../words/date-words.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { NameWords } from '../words/name-words.ts';
import { candidateAt, type Candidate } from './candidate.ts';
import { isCommon, isDemonym, isFunctionWord, isOrdinaryWord, looksOrdinary, type Vocabulary } from './vocabulary.ts';

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
  // "Holm Works Ltd of Malm" names a company and its town.
  const isComplete = companyEndings.has(last.lower);
  const isGiven = sensesOf(last.lower).given || last.shape === 'initial';
  const isShort = run.length <= 2 && last.shape !== 'capitals' && !words.titles.has(last.lower);
  const next = tokens[end + 1];
  const joinsFields =
    next !== undefined &&
    hasHeadAfter(tokens, end + 1, words) &&
    sensesOf(last.lower).common &&
    sensesOf(next.lower).common;
  const continuesTitle = words.titles.has(last.lower) && next !== undefined && isCommon(next.lower);
  const hasFields = hasHead && run.some(({ shape, lower }) => shape === 'lower' && words.connectors.has(lower));
  const continuesFields = hasFields && next !== undefined && isCommon(last.lower) && isCommon(next.lower);
  const isOfCompany = !hasHead && hasCompanyAfter(tokens, end + 1);
  return ({ lower, text }, isFirst) => {
    if (text === '&') return true;
    if (words.conjunctions.has(lower)) return isFirst && (joinsFields || continuesFields);
    if (words.connectors.has(lower) && ((hasHead && !isComplete) || continuesTitle || isOfCompany)) return true;
    if (!isFirst && (lower === 'the' || words.articles.has(lower))) return true;
    return words.particles.has(lower) && (isGiven || isShort) && !hasHead && !words.articles.has(lower);
  };
}

/** What ends the name of a company. */
export const companyEndings = new Set('inc ltd corp co plc ag gmbh llc llp nv sa spa oy ab bhd limited'.split(' '));

/** "Fields of Norland Ltd". */
function hasCompanyAfter(tokens: readonly Token[], first: number): boolean {
  let at = first;
  while (tokens[at] && isCapitalized(tokens[at] as Token) && at < first + 4) at++;
  return at > first + 1 && companyEndings.has(tokens[at - 1]?.lower ?? '');
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
  const head = findHead(tokens, from, to, words);
  let opens = opensSentence(line, from);
  let start = from;
  let title: number | undefined;
  const push = (upTo: number) => {
    let end = upTo;
    while (end > start && isMark(tokens[end - 1] as Token)) end--;
    if (end > start) {
      const titleText =
        title === undefined ? undefined : line.text.slice(tokens[title]?.start, tokens[start - 1]?.end);
      const opensSentence = opens && title === undefined;
      found.push(candidateAt(line, withParticle(line, start, vocabulary), end, { opensSentence, title: titleText }));
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
    } else if (isDateWord(token.lower, vocabulary.language) && !isAfterGiven(tokens, at, from)) {
      push(at);
      start = at + 1;
    } else if (!isFirst && endsOrganization(tokens, at, to, words)) {
      push(at);
      start = at;
    } else if (isDemonym(token, words) && !isPartOfName(tokens, at, start, to, head, vocabulary)) {
      push(at);
      start = at + 1;
    } else if (isFirst && opens && !isLast && head === undefined && isOrdinaryStart(token, vocabulary)) {
      start = at + 1;
      opens = false;
    }
  }
  push(to);
}

/** "Secretary of State", "Chief Financial Officer". */
function isPartOfTitle(tokens: readonly Token[], at: number, to: number, { titles }: NameWords): boolean {
  const { lower } = tokens[at] as Token;
  if (!isCommon(lower)) return false;
  return isMark(tokens[at - 1] as Token) || tokens.slice(at + 1, to).some((token) => titles.has(token.lower));
}

/** Whether an organization ends before the name of a person: "Air Force | Jan Holm". */
function endsOrganization(tokens: readonly Token[], at: number, to: number, words: NameWords): boolean {
  const [before, token, next] = [tokens[at - 1] as Token, tokens[at] as Token, tokens[at + 1]];
  if (at + 1 >= to || !next || !isCapitalized(next) || !words.organizationWords.has(before.lower)) return false;
  const last = tokens[to - 1] as Token;
  return sensesOf(token.lower).given && !words.organizationWords.has(last.lower) && !words.placeWords.has(last.lower);
}

type Head = 'name' | 'other' | undefined;

/** Whether a run has a word that makes it the name of an organization or a place, or of something else. */
function findHead(tokens: readonly Token[], from: number, to: number, words: NameWords): Head {
  const last = tokens[to - 1] as Token;
  if (to - from < 2) return undefined;
  if (words.otherWords.has(last.lower)) return 'other';
  if (words.organizationWords.has(last.lower) || words.placeWords.has(last.lower)) return 'name';
  for (let at = from; at < to - 2; at++) {
    const isHead = words.organizationWords.has(tokens[at]?.lower ?? '') || words.placeWords.has(tokens[at]?.lower ?? '');
    if (isHead && words.connectors.has(tokens[at + 1]?.lower ?? '')) return 'name';
  }
  return undefined;
}

/** A word with which a sentence begins, and that is no part of the name after it. */
function isOpening(tokens: readonly Token[], at: number, isLast: boolean, opens: boolean, vocabulary: Vocabulary): boolean {
  const token = tokens[at] as Token;
  const { words } = vocabulary;
  if (!isFunctionWord(token.lower, words)) return false;
  if (token.shape === 'initial' || (token.shape === 'capitals' && token.text.length > 1)) return false;
  if (words.directions.has(token.lower) && !isLast) return false;
  if (!opens && sensesOf(token.lower).given) return false;
  return !isFixed(tokens, at);
}

function isOrdinaryStart({ lower, shape }: Token, vocabulary: Vocabulary): boolean {
  const { words } = vocabulary;
  if (shape !== 'capital' || sensesOf(lower).given) return false;
  if (words.particles.has(lower) || words.directions.has(lower) || lower === 'st') return false;
  return isOrdinaryWord(lower, vocabulary) || looksOrdinary(lower, vocabulary);
}

function isAfterGiven(tokens: readonly Token[], at: number, from: number): boolean {
  return at > from && sensesOf(tokens[at - 1]?.lower ?? '').given;
}

/** In English, "de", "van" or "al" before a capital begins the name. */
function withParticle({ tokens, text }: Line, start: number, { language, words }: Vocabulary): number {
  const before = tokens[start - 1];
  if (!before || before.shape !== 'lower' || !language.startsWith('en')) return start;
  const isParticle = before.text.length > 1 && before.lower !== 'do' && before.lower !== 'ten' && before.lower !== 'los';
  return isParticle && words.particles.has(before.lower) && isBeside(text, before, tokens[start] as Token) ? start - 1 : start;
}

function isMark({ shape, lower }: Token): boolean {
  return shape === 'mark' || shape === 'lower' || lower === '&';
}

/** Names that begin with an article. */
function isFixed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  return (tokens[at]?.lower === 'the' && next === 'hague') || sensesOf(`${tokens[at]?.lower} ${next}`).place;
}

/** Titles that are family names, too: "Ada King". */
const familyTitles = new Set('king prince pope judge major bishop abbot baron duke marshal master chief guard field coach sheriff speaker'.split(' '));

function isTitleAt(tokens: readonly Token[], at: number, isFirst: boolean, isLast: boolean, head: Head, words: NameWords): boolean {
  const { lower, shape, possessive } = tokens[at] as Token;
  if (shape === 'capitals') return lower === 'ceo' || lower === 'cfo' || lower === 'coo' || lower === 'mp' || lower === 'mps';
  if (words.capitalizesNouns && words.roles.has(lower) && !isLast) return true;
  if (!words.titles.has(lower) && !(lower.includes('-') && lower.split('-').every((part) => words.titles.has(part)))) return false;
  if (head !== undefined && (!isPersonAfter(tokens, at, words) || isFirst === false)) return false;
  const next = tokens[at + 1]?.lower ?? '';
  // "Major League", "General Motors", "King County".
  const isBeforeTitle = tokens.slice(at + 1, at + 3).some((token) => words.titles.has(token.lower));
  if (!isLast && !isBeforeTitle && (words.organizationWords.has(next) || words.otherWords.has(next) || words.placeWords.has(next))) return false;
  return isFirst || !isLast || (!familyTitles.has(lower) && !possessive);
}

/** Whether a given name or another title follows a title: "President Ana Lake". */
function isPersonAfter(tokens: readonly Token[], at: number, words: NameWords): boolean {
  const next = tokens[at + 1];
  return next !== undefined && (sensesOf(next.lower).given || words.titles.has(next.lower));
}

/** Bodies that a country has one of, whose names are printed without it: "German Foreign Ministry". */
const bodiesOfStates = new Set('ministry government parliament embassy army navy cabinet senate police office'.split(' '));

/** Whether the name of a people or a faith is part of a name: "Czech Republic", "American Airlines", "Christian Holm". */
function isPartOfName(tokens: readonly Token[], at: number, start: number, to: number, head: Head, { words }: Vocabulary): boolean {
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
  if (sensesOf(token.lower).given && head === undefined) return !words.titles.has(next.lower) && !words.demonyms.has(next.lower);
  if (head === undefined) return false;
  if (head === 'other') return true;
  const last = tokens[to - 1] as Token;
  if (bodiesOfStates.has(last.lower) || sensesOf(next.lower).given) return false;
  return !words.titles.has(next.lower) || words.organizationWords.has(last.lower);
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
