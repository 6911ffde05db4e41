import { placeWeight } from '../gazetteer/gazetteer.ts';
import type { Token } from '../text/tokens.ts';
import type { WordForms } from '../text/word-forms.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { NameWords } from '../words/name-words.ts';

/** What is known of the words of a language: its lists, and how the archive writes them. */
export interface Vocabulary {
  /** BCP 47 tag. */
  language: string;
  words: NameWords;
  forms: WordForms;
}

/** Whether a word that begins a sentence is an ordinary one: the archive or the lexicon has it in small letters. */
export function isOrdinaryWord(word: string, { language, words, forms }: Vocabulary): boolean {
  if (words.functionWords.has(word) || words.genericWords.has(word) || words.roles.has(word)) return true;
  const small = forms.small(word);
  const capital = forms.capital(word);
  if (small + capital >= 3) return small > capital;
  return small > capital || (language.startsWith('en') && isCommon(word));
}

/** Whether the lexicon has a word, or what it is an inflection of, as one that is no name. */
export function isCommon(word: string): boolean {
  const { common, given, place } = sensesOf(word);
  if (common) return true;
  if (given || place) return false;
  // Plurals and forms of verbs that it has only by rule.
  return (
    (word.endsWith('s') && word.length > 4 && sensesOf(word.slice(0, -1)).common) ||
    (word.endsWith('es') && word.length > 5 && sensesOf(word.slice(0, -2)).common) ||
    (word.endsWith('ies') && sensesOf(`${word.slice(0, -3)}y`).common) ||
    (word.includes('-') && word.split('-').every((part) => part === '' || isCommon(part) || /\d/.test(part)))
  );
}

/** Whether a word is that of a people, a language or a faith: "Swedish", "Greek-born". */
export function isDemonym({ lower, text }: Token, words: NameWords): boolean {
  // In French, "Suisse" is the country, and "suisse" what is of it.
  if (words.joinsFields && text !== lower && placeWeight(text) === 1) return false;
  const first = lower.includes('-') ? (lower.split('-', 1)[0] ?? lower) : lower;
  return (
    words.demonyms.has(lower) ||
    sensesOf(lower).demonym ||
    (first !== lower && (words.demonyms.has(first) || sensesOf(first).demonym))
  );
}

/** Whether a word is one with which sentences begin, also when it is contracted: "We've". */
export function isFunctionWord(word: string, { functionWords }: NameWords): boolean {
  if (functionWords.has(word)) return true;
  const apostrophe = word.search(/['’]/);
  return apostrophe > 0 && functionWords.has(word.slice(0, apostrophe)) && word.length - apostrophe <= 3;
}

const ordinaryEndings =
  /(?:tion|sion|ment|ness|ity|ism|ings?|ally|ously|tions|ments|ities|sions|ers|ables?|ical|ful|less|tly|ngly|ists?|ries|cies|ties)$/;

/** Whether an English word ends as ordinary words do, and few names. @param word in lower case */
export function looksOrdinary(word: string, { language }: Vocabulary): boolean {
  return language.startsWith('en') && word.length > 6 && ordinaryEndings.test(word);
}
