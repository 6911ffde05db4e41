import { placeWeight } from '../gazetteer/gazetteer.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import { tokensOf, type Candidate } from './candidate.ts';
import type { AddSignal } from './signals.ts';
import { isOrganizationWord } from './heads.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Lists what the words of a name itself say of its kind. */
export function addOwnSignals(candidate: Candidate, vocabulary: Vocabulary, add: AddSignal): void {
  const { words, language } = vocabulary;
  const tokens = tokensOf(candidate);
  const first = tokens[0] as Token;
  const last = tokens.at(-1) as Token;
  const count = tokens.filter(isCapitalized).length;
  const place = placeWeight(candidate.name);
  if (place > 0) add('place', place > 0.6 ? 3 * place : 2 * place * place, 'in the gazetteer');
  const senses = sensesOf(candidate.name.toLowerCase());
  if (senses.organization || words.organizations.has(candidate.name.toLowerCase()))
    add('organization', 3, 'a known organization');
  if (senses.place && place < 0.5) add('place', 1.5, 'a known place');
  const given =
    sensesOf(first.lower).given ||
    (first.lower.includes('-') && sensesOf(first.lower.split('-', 1)[0] ?? '').given);
  if (count > 1 && place < 1) addHeadSignals(tokens, vocabulary, given, add);
  if (given && count > 1 && count < 5) add('person', place > 0.5 ? 1 : 2.5, 'a given name');
  else if (given && count === 1) add('person', place > 0.5 ? 0.3 : 1.2, 'a given name');
  if (count > 1) {
    if (sensesOf(last.lower).family) add('person', 0.8, 'a family name');
    if (words.personEndings.has(last.lower)) add('person', 2, 'an ending of names of people');
    if (tokens.some(({ shape }) => shape === 'initial')) add('person', 1.5, 'an initial');
    if (tokens.some(({ lower, shape }) => shape === 'lower' && words.particles.has(lower) && lower !== 'de'))
      add('person', 0.8, 'a particle of family names');
    if (words.directions.has(first.lower) && placeWeight(candidate.name.slice(first.text.length + 1)) > 0.5)
      add('place', 2, 'a part of a place');
  } else if (last.shape === 'lower' && words.organizationWords.has(first.lower))
    add('organization', 3, 'a word of organizations');
  else addShapeSignals(first, place, add);
  // "Mont-Blanc", "Saint-Malo"
  const [part = '', rest] = first.lower.split('-', 2);
  if (rest !== undefined && words.placeWords.has(part) && !language.startsWith('en'))
    add('place', 2, 'a word of places');
  if (tokens.some(({ text }) => text === '&')) add('organization', 2, 'an ampersand');
  if (place < 1) addPriors(count, tokens, add);
}

function addHeadSignals(
  tokens: readonly Token[],
  { words, language }: Vocabulary,
  given: boolean,
  add: AddSignal,
): void {
  // "Universität Malm", "Banque Holm": only English has the word last.
  const beginsWithHead = !language.startsWith('en');
  const first = tokens[0] as Token;
  const last = tokens.at(-1) as Token;
  const isBefore = (list: ReadonlySet<string>) =>
    tokens.some(({ lower }, at) => list.has(lower) && words.connectors.has(tokens[at + 1]?.lower ?? ''));
  // "F.C."
  if (isOrganizationWord(last.lower.replaceAll('.', ''), words))
    add('organization', 3, 'a word of organizations');
  else if (isBefore(words.organizationWords)) add('organization', 3, 'a word of organizations');
  else if (isOrganizationWord(first.lower, words))
    add('organization', beginsWithHead ? 3 : 1.5, 'a word of organizations');
  if (words.placeWords.has(last.lower))
    add('place', given && tokens.length === 2 ? 1.5 : 2.5, 'a word of places');
  else if (isBefore(words.placeWords) || words.placeWords.has(first.lower))
    add('place', beginsWithHead || leadingPlaceWords.has(first.lower) ? 2.2 : 1.5, 'a word of places');
  if (words.otherWords.has(last.lower)) add('other', 4.5, 'a word of events, laws or prizes');
  else if (tokens.some(({ lower }) => words.otherWords.has(lower)))
    add('other', 1.5, 'a word of events, laws or prizes');
}

/** Words that are the first ones of places in English, too. */
const leadingPlaceWords = new Set(
  'port lake mount cape fort san santa gulf isle camp rio puerto saint st'.split(' '),
);

function addShapeSignals({ shape, text }: Token, place: number, add: AddSignal): void {
  if (shape === 'capitals' && text.length > 1 && text.length < 7) {
    // "MD80" is a thing.
    if (place < 0.9) add(/\p{L}{2}\d/u.test(text) ? 'other' : 'organization', 2, 'an abbreviation');
  } else if (
    shape === 'mixed' &&
    !/^(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|Fitz)\p{Lu}/u.test(text) &&
    !text.includes('-')
  )
    add('organization', 1, 'capitals inside a word');
}

/** What a name is likely to be when nothing else is known. */
function addPriors(count: number, tokens: readonly Token[], add: AddSignal): void {
  const common = tokens.filter(({ lower, shape }) => shape === 'capital' && sensesOf(lower).common).length;
  if (count === 1) add('person', 0.35, 'a single word');
  else if (count === 2 && common === 0) add('person', 1.2, 'two words that are in no dictionary');
  else if (count === 3 && common === 0) add('person', 0.8, 'three words that are in no dictionary');
  if (common >= 2 || (count > 3 && common > 0)) add('organization', 1.2, 'made of ordinary words');
  else if (count > 1 && common > 0)
    add('organization', sensesOf(tokens.at(-1)?.lower ?? '').common ? 1 : 0.5, 'made of ordinary words');
}
