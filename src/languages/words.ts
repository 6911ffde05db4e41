import { en } from './en.ts';
import { fr } from './fr.ts';

/**
 * All words that the site itself says, in one language; what the archive says is in its records. The words of the search
 * page are in `search/`.
 */
export interface Words extends English {}

type English = typeof en;

/** The languages that there are words in. */
const languages: readonly Words[] = [en, fr];

/**
 * The language of a site's words (RFC 4647, section 3.4, "Lookup"): the site's own, or the nearest that it is a kind of.
 *
 * @param language the site's (BCP 47)
 * @returns nothing when there are no words in it
 *
 * @example
 * lookUpLanguage('fr-CA') // 'fr'
 */
export function lookUpLanguage(language: string): string | undefined {
  const subtags = language.toLowerCase().split('-');
  while (subtags.length > 0) {
    const range = subtags.join('-');
    const found = languages.find((words) => words.language === range);
    if (found) return found.language;
    subtags.pop();
    // What is left of an extension or of private use names nothing.
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return undefined;
}

/** The words for a site's language (BCP 47): English ones when there are none in it. */
export function findWords(language: string): Words {
  const found = lookUpLanguage(language);
  return languages.find((words) => words.language === found) ?? en;
}

/**
 * The language of a site's pages (BCP 47): the site's own when there are words in it, else that of the words. Pages of
 * `fr-CA` in French words are in `fr-CA`.
 */
export function findPageLanguage(language: string): string {
  return lookUpLanguage(language) === undefined ? en.language : language;
}
