import { placeWeight } from '../gazetteer/gazetteer.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import { tokensOf } from './candidate.ts';
import { weighKinds, type Spelling } from './spelling.ts';
import { isCommon, isFunctionWord, isOrdinaryWord, looksOrdinary, type Vocabulary } from './vocabulary.ts';

/**
 * Whether a spelling is a name at all. A capital inside a sentence says that it is, unless the word is one that is often
 * written so ("Parliament"); at the beginning of a sentence it says nothing, and other signals must.
 */
export function isName(
  spelling: Spelling,
  vocabulary: Vocabulary,
  all: ReadonlyMap<string, Spelling>,
): boolean {
  const { words, forms } = vocabulary;
  const [candidate] = spelling.mentions;
  if (!candidate) return false;
  const tokens = tokensOf(candidate);
  const capitalized = tokens.filter(isCapitalized);
  const sums = weighKinds(spelling);
  const best = Math.max(sums.person, sums.place, sums.organization);
  if (sums.other >= best) return false;
  if (spelling.mentions.some(({ isDateline }) => isDateline)) return true;
  if (!/\p{L}.?\p{L}/u.test(spelling.name)) return false;
  const isInside = spelling.mentions.some(({ opensSentence }) => !opensSentence);
  const place = placeWeight(spelling.name);
  // "Commission européenne": only a body ends with a small letter.
  if (capitalized.length > 0 && tokens.at(-1)?.shape === 'lower') return true;
  if (capitalized.length === 1) {
    const word = capitalized[0] as Token;
    if (words.genericWords.has(word.lower) || isFunctionWord(word.lower, words))
      return place === 1 && word.shape !== 'capitals' ? false : place === 1;
    if (words.otherWords.has(word.lower) || words.titles.has(word.lower)) return sums.person >= 4;
    if (spelling.longForm !== undefined && best >= 2) return true;
    if (vocabulary.words.capitalizesNouns) return isGermanName(word, place, best);
    if (place >= 0.7) return !isCommon(word.lower) || isInside;
    if (word.shape === 'capitals') return isInside || !isCommon(word.lower);
    const isOrdinary = isOrdinaryWord(word.lower, vocabulary);
    if (!isInside)
      return (
        !isOrdinary && !looksOrdinary(word.lower, vocabulary) && (forms.small(word.lower) === 0 || place > 0)
      );
    if (!isOrdinary) return true;
    return best >= 2.5 && forms.small(word.lower) < 10 * forms.capital(word.lower);
  }
  if (place >= 0.7) return true;
  const ordinary = capitalized.filter(
    ({ lower, shape }) => shape === 'capital' && isOrdinaryWord(lower, vocabulary),
  );
  if (ordinary.length < capitalized.length) return !vocabulary.words.capitalizesNouns || best >= 2.2;
  // All of its words are ordinary ones.
  if (sensesOf(capitalized[0]?.lower ?? '').given) return best >= 2;
  const isShownInside = isInside && best >= 1.5;
  return (
    (sums.organization >= 3 || sums.place >= 2.5 || sums.person >= 4 || isShownInside) &&
    !isTooGeneral(capitalized, words) &&
    all.size > 0
  );
}

/** "Prime Ministers", "Foreign Ministry" stay; "First Half" and "Social Security" go. */
function isTooGeneral(tokens: readonly Token[], words: Vocabulary['words']): boolean {
  return tokens.every(
    ({ lower }) => words.functionWords.has(lower) || words.titles.has(lower) || words.directions.has(lower),
  );
}

/** Where all nouns have a capital, a single word is a name only when something else says so. */
function isGermanName({ shape, text }: Token, place: number, best: number): boolean {
  return place >= 0.5 || (shape === 'capitals' && text.length > 1 && text.length < 7) || best >= 2.2;
}
