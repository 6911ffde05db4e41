import type { Line } from '../text/lines.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { NameWords } from '../words/name-words.ts';
import { isCommon } from './vocabulary.ts';

/** The longest run, in tokens: no name is longer, and what is tried for each of its words takes time. */
const longestRun = 20;

/** The number of the token after the run that begins at a token. */
export function endOfRun({ text, tokens }: Line, first: number, words: NameWords): number {
  let end = first + 1;
  while (end - first < longestRun) {
    const last = tokens[end - 1] as Token;
    if (last.possessive && !continuesAfterPossessive(last, tokens[end])) return end;
    const next = nextName(text, tokens, first, end, words);
    if (next === undefined) return end;
    end = next + 1;
  }
  return end;
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
  if (isNickname(tokens, end)) return end + 3;
  if (!follows()) return undefined;
  if (isCapitalized(tokens[at] as Token)) return at;
  if (at > end) return undefined;
  const adjective = adjectiveOfBody(tokens, first, end, words) ?? fieldsOfBody(tokens, first, end, words);
  if (adjective !== undefined) return adjective;
  // At most three small words: "Rio de la Plata", "Bank of the West".
  const before = joins(tokens, first, end, words);
  for (; at < end + 3 && follows(); at++) {
    const token = tokens[at] as Token;
    if (isCapitalized(token)) return at > end ? at : undefined;
    if (!before(token, at === end)) return undefined;
  }
  return follows() && isCapitalized(tokens[at] as Token) ? at : undefined;
}

/** "Commission européenne", "Union africaine": the adjective of the part of the world, with a small letter. */
function adjectiveOfBody(
  tokens: readonly Token[],
  first: number,
  end: number,
  words: NameWords,
): number | undefined {
  const next = tokens[end];
  if (!beginsWithBody(tokens, first, end, words) || next?.shape !== 'lower') return undefined;
  return words.demonyms.has(next.lower) ? end : undefined;
}

/**
 * "Tribunal de grande instance de Malm", "Conseil régional de Norlande": what a body is for, in small letters, up to the name
 * of its place.
 */
function fieldsOfBody(
  tokens: readonly Token[],
  first: number,
  end: number,
  words: NameWords,
): number | undefined {
  if (!beginsWithBody(tokens, first, end, words)) return undefined;
  const start = isAdjective(tokens[end]?.lower ?? '') ? end + 1 : end;
  if (!words.connectors.has(tokens[start]?.lower ?? '')) return undefined;
  for (let at = start + 1; at <= start + 5; at++) {
    const token = tokens[at];
    if (!token || token.shape === 'mark' || token.shape === 'number') return undefined;
    const before = tokens[at - 1]?.lower ?? '';
    if (isCapitalized(token))
      return words.connectors.has(before) || words.articles.has(before) ? at : undefined;
    if (words.speechVerbs.has(token.lower) || words.conjunctions.has(token.lower)) return undefined;
  }
  return undefined;
}

/** What French and Spanish adjectives of bodies end in: "régional", "populaire", "ejecutivo". */
const adjectiveEnds = 'al ale el elle aire ive ique ienne ano ana ario aria ivo iva ico ica'.split(' ');

function isAdjective(word: string): boolean {
  return adjectiveEnds.some((end) => word.length > end.length + 2 && word.endsWith(end));
}

/** Whether all of a run is a word of organizations, perhaps after an article: "Le Tribunal". */
function beginsWithBody(tokens: readonly Token[], first: number, end: number, words: NameWords): boolean {
  const isOpened = end - first === 1 || (end - first === 2 && words.articles.has(tokens[first]?.lower ?? ''));
  return words.joinsFields && isOpened && words.organizationWords.has(tokens[end - 1]?.lower ?? '');
}

/** `Jan "Skipper" Holm`: a name in quotation marks between a given name and a family name. */
function isNickname(tokens: readonly Token[], end: number): boolean {
  const [opening, name, closing, family] = tokens.slice(end, end + 4);
  if (!family || !opening || !closing || !/^["“„«]$/.test(opening.text) || !/^["”“»]$/.test(closing.text))
    return false;
  return name?.shape === 'capital' && isCapitalized(family) && sensesOf(tokens[end - 1]?.lower ?? '').given;
}

export function isBeside(text: string, before: Token, after: Token): boolean {
  const between = text.slice(before.end, after.start);
  if (before.possessive && /^['’][sS]? $/.test(between)) return continuesAfterPossessive(before, after);
  return between === ' ' || between === '' || between === '\u00a0';
}

/** An initial or an abbreviation, after which a full stop does not end the name: "J. Smith", "St. Louis". */
function mayHaveStop({ lower, shape }: Token, { titles }: NameWords): boolean {
  return (
    shape === 'initial' ||
    lower === 'st' ||
    lower === 'ste' ||
    lower === 'mt' ||
    lower === 'ft' ||
    titles.has(lower)
  );
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
    ({ lower }) =>
      words.organizationWords.has(lower) || words.placeWords.has(lower) || words.otherWords.has(lower),
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
  // "Secretary of State", but not "President of the | People's Republic".
  const office = next && words.articles.has(next.lower) ? tokens[end + 2] : next;
  const continuesTitle =
    words.titles.has(last.lower) && office !== undefined && isCommon(office.lower) && !office.possessive;
  const hasFields =
    hasHead && run.some(({ shape, lower }) => shape === 'lower' && words.connectors.has(lower));
  const continuesFields = hasFields && next !== undefined && isCommon(last.lower) && isCommon(next.lower);
  const isOfCompany = !hasHead && hasCompanyAfter(tokens, end + 1);
  return ({ lower, text }, isFirst) => {
    if (text === '&') return true;
    if (words.conjunctions.has(lower)) return isFirst && (joinsFields || continuesFields);
    if (words.connectors.has(lower) && ((hasHead && !isComplete) || continuesTitle || isOfCompany))
      return true;
    if (!isFirst && (lower === 'the' || words.articles.has(lower))) return true;
    // Where all nouns have capitals, what stands before "von" or "zu" may be one.
    const mayBePerson = isGiven || (isShort && !words.capitalizesNouns);
    return words.particles.has(lower) && mayBePerson && !hasHead && !words.articles.has(lower);
  };
}

/** What ends the name of a company. */
export const companyEndings = new Set(
  'inc ltd corp co plc ag gmbh llc llp nv sa spa oy ab bhd limited'.split(' '),
);

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
