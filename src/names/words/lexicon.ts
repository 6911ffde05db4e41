import compromise from 'compromise';

import { givenNames } from './given-names.ts';

/** What a dictionary says of a word, of which several may hold: "May" is a month, a verb and a given name. */
export interface WordSenses {
  /** A verb, adjective, adverb, or noun that is no name. */
  common: boolean;
  given: boolean;
  family: boolean;
  /** A people, a language or a faith. */
  demonym: boolean;
  place: boolean;
  organization: boolean;
}

const nothing: WordSenses = {
  common: false,
  given: false,
  family: false,
  demonym: false,
  place: false,
  organization: false,
};

const onlyGiven: WordSenses = { ...nothing, given: true };

const commonTags = new Set(
  `Adjective Singular Plural PastTense PresentTense Gerund Infinitive Participle Comparative Superlative Adverb Uncountable
  Preposition Determiner Conjunction Pronoun Modal Copula Verb Imperative Expression Actor Currency Unit Duration Ordinal
  Cardinal TextValue Value Possessive QuestionWord Negative Multiple Fraction`.split(/\s+/),
);
const givenTags = new Set(['MaleName', 'FemaleName', 'FirstName']);
const placeTags = new Set(['City', 'Country', 'Region', 'Place']);

const lexicon = (compromise.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;

const known = new Map<string, WordSenses>();

/**
 * What the lexicon of compromise, of 24,000 English words and international given names, says of a word. Its tagger is not
 * used: it takes 36 ms for a text of 200 words where everything else takes 4 ms (measured on the 216 texts of
 * tests/bench/README.md), and by itself finds fewer names.
 *
 * @param word in lower case
 */
export function sensesOf(word: string): WordSenses {
  const senses = known.get(word);
  if (senses) return senses;
  const isGiven = givenNames.has(word);
  if (!Object.hasOwn(lexicon, word)) return isGiven ? onlyGiven : nothing;
  const tags = [lexicon[word] ?? []].flat();
  const made: WordSenses = {
    common: tags.some((tag) => commonTags.has(tag)),
    given: isGiven || tags.some((tag) => givenTags.has(tag)),
    family: tags.includes('LastName'),
    demonym: tags.includes('Demonym'),
    place: tags.some((tag) => placeTags.has(tag)),
    organization: tags.includes('Organization') || tags.includes('SportsTeam'),
  };
  known.set(word, made);
  return made;
}
