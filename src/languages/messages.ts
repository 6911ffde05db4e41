import { en } from './en.ts';
import { fr } from './fr.ts';

/**
 * The texts of the interface in one language; what the archive itself says is in its records. The texts of the search
 * page are in `search/`.
 */
export interface Messages extends English {}

type English = typeof en;

/** The languages into which the interface is translated. */
const languages: readonly Messages[] = [en, fr];

/**
 * The language of the interface (RFC 4647, section 3.4, "Lookup"): the site’s own, or the nearest that it is a kind of.
 *
 * @param language the site’s (BCP 47)
 * @returns nothing when there is no translation
 *
 * @example
 * lookUpLanguage('fr-CA') // 'fr'
 */
export function lookUpLanguage(language: string): string | undefined {
  const subtags = language.toLowerCase().split('-');
  while (subtags.length > 0) {
    const range = subtags.join('-');
    const found = languages.find((messages) => messages.language === range);
    if (found) return found.language;
    subtags.pop();
    // What is left of an extension or of private use names nothing.
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return undefined;
}

/** The texts of the interface for a site’s language (BCP 47), in English when there is no translation. */
export function findMessages(language: string): Messages {
  const found = lookUpLanguage(language);
  return languages.find((messages) => messages.language === found) ?? en;
}

/**
 * The language of a site’s pages (BCP 47): the site’s own when there is a translation for it, else English. A site in
 * `fr-CA` has the French texts, and its pages say `fr-CA`.
 */
export function findPageLanguage(language: string): string {
  return lookUpLanguage(language) === undefined ? en.language : language;
}
