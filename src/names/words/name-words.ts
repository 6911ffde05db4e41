import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

/**
 * The words of a language that show what is a name and of which kind. All in lower case, without a full stop, and
 * separated by white space in the modules of the languages.
 */
export interface NameWords {
  /** Whether all nouns have a capital, which therefore says little (German). */
  capitalizesNouns: boolean;
  /** Whether the names of bodies go on in small letters: "Tribunal de grande instance de Malm" (French, Spanish). */
  joinsFields: boolean;
  /** Words with which sentences begin, and that are never a name by themselves: articles, pronouns, conjunctions … */
  functionWords: ReadonlySet<string>;
  /** Articles: what follows one with a capital is seldom a person. */
  articles: ReadonlySet<string>;
  /** Forms of address and offices that stand before the name of a person: "Mrs", "President". */
  titles: ReadonlySet<string>;
  /** Nouns for people that stand beside a name: "spokesman", "striker", "widow". */
  roles: ReadonlySet<string>;
  /** What may follow the name of a person as a part of it: "Jr". */
  personEndings: ReadonlySet<string>;
  /** Words inside the names of people, in lower case: "von", "bin". */
  particles: ReadonlySet<string>;
  /** Words inside the names of organizations and places, in lower case: "of", "de la". */
  connectors: ReadonlySet<string>;
  /** "and": joins two names, or the words of one. */
  conjunctions: ReadonlySet<string>;
  /** Words that make a name that of an organization: "Party", "University". */
  organizationWords: ReadonlySet<string>;
  /** Words that make a name that of a place: "River", "Province". */
  placeWords: ReadonlySet<string>;
  /** Words that make a name that of something else: "Cup", "Treaty", "Prize". */
  otherWords: ReadonlySet<string>;
  /** Capitalized words that are no name by themselves, only as parts of one: "Parliament", "Government". */
  genericWords: ReadonlySet<string>;
  /** Prepositions after which places stand: "in", "near". */
  placePrepositions: ReadonlySet<string>;
  /** Verbs of what people say and do, beside their names. */
  speechVerbs: ReadonlySet<string>;
  /** Nouns after or before which the name of an organization stands: "spokesman for", "shares", "newspaper". */
  organizationContext: ReadonlySet<string>;
  /** Nouns before "of" and the name of a place: "city", "capital", "province". */
  placeContext: ReadonlySet<string>;
  /** Verbs and words of contests: what plays and wins beside them is a team. */
  contestWords: ReadonlySet<string>;
  /** Adjectives and nouns of peoples, languages and faiths: no names of places here. */
  demonyms: ReadonlySet<string>;
  /** Organizations that papers name without saying what they are: agencies, unions of states. */
  organizations: ReadonlySet<string>;
  /** Words of direction before a place: "North", "West". */
  directions: ReadonlySet<string>;
}

/** The words of a language as its module lists them. */
export type WordLists = Readonly<
  Record<Exclude<keyof NameWords, 'capitalizesNouns' | 'joinsFields'>, string> & {
    capitalizesNouns: boolean;
    joinsFields: boolean;
  }
>;

const lists: Readonly<Record<string, WordLists>> = { en: english, fr: french, de: german, es: spanish };

const read = new Map<string, NameWords>();

/**
 * The words of a language; those of English for a language without a list, of which some signals then never occur.
 *
 * @param language BCP 47 tag
 */
export function nameWordsOf(language: string): NameWords {
  const code = language.split('-', 1)[0] ?? '';
  const known = read.get(code);
  if (known) return known;
  const { capitalizesNouns, joinsFields, ...words } = lists[code] ?? english;
  const sets = Object.entries(words).map(([key, list]) => [key, new Set(list.split(/\s+/).filter(Boolean))]);
  const made = { capitalizesNouns, joinsFields, ...Object.fromEntries(sets) } as NameWords;
  read.set(code, made);
  return made;
}

const scriptsWithCapitals = new Set(['Latn', 'Cyrl', 'Grek', 'Armn', 'Glag', 'Copt', 'Adlm', 'Cher', 'Osge']);

const capitals = new Map<string, boolean>();

/** Whether the script of a language has capitals (CLDR, likely subtags): names are recognized by them. */
export function hasCapitals(language: string): boolean {
  let has = capitals.get(language);
  if (has === undefined) {
    has = scriptsWithCapitals.has(new Intl.Locale(language).maximize().script ?? 'Latn');
    capitals.set(language, has);
  }
  return has;
}

/** Whether there is a list of a language's words. */
export function hasNameWords(language: string): boolean {
  return Object.hasOwn(lists, language.split('-', 1)[0] ?? '');
}
