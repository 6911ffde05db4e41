import { toLine } from '../text/lines.ts';

/** What a printed byline says. */
export interface Byline {
  /** The authors in the order in which they are printed. */
  names: string[];
  /** What else it says of them: `Staff Writers`, `Reuters`. */
  roles: string[];
}

/** The words that a byline begins with, in languages in which they cannot be part of a name. */
const opening =
  /^(?:(?:(?:written|words|story|text|article|reported|report|photos?|pictures)(?: and (?:photos?|pictures))? )?by|von|par|por|av|af|door|texte? (?:von|par)|text(?: och foto)?|author|authors|autor|byline)(?::\s*|\s+)/i;
/** Between names on one line, whose spaces are single. */
const conjunction = / (?:and|und|et|og|och|en|y|e|with|&|\+) | ?[;|·•] ?| \/ /i;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?d|esq|obe|cbe|mbe|mp)\.?$/i;
/** Words that say what someone is or belongs to. */
const role =
  /(?:^|[\s-])(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|contributing|columnists?|critics?|photographers?|journalists?|chief|bureau|desk|newsroom|agency|agence|press|presse|news|reuters|wire|service|services|newspapers?|special|guest|for|university|professor|author|freelance)(?:$|[\s-])/i;
/** The beginning of a name may be lower-case (`de Vries`), its end is not. */
const nameWord =
  /^(?:\p{Lu}|\p{Lo}|['’‘“"(]\p{Lu}|(?:de|da|di|do|du|del|della|den|der|des|dos|el|la|le|van|von|vom|zu|zur|af|av|bin|ibn|bint|al|y|e|ap|ter|ten|te)$|(?:d|l|al|el|ul)['’-]\p{Lu}|\p{Ll}\p{Lu})/u;

/**
 * Parts a printed byline into the names of its authors and what else it says of them. What cannot be parted without
 * guessing stays one name, as printed.
 *
 * @example
 * readByline('By Nils Sund and Eva Berg, Staff Writers') // { names: ['Nils Sund', 'Eva Berg'], roles: ['Staff Writers'] }
 */
export function readByline(printed: string): Byline {
  const text = toLine(printed)
    .replace(opening, '')
    .replace(/[.,;:]$/, '')
    .trim();
  const names: string[] = [];
  const roles: string[] = [];
  for (const group of text.split(conjunction)) {
    for (const part of group.split(/,\s+/)) {
      const words = part.replace(/^and\s+|,$/gi, '').trim();
      if (words === '') continue;
      if (suffix.test(words) && names.length > 0) names.push(`${names.pop() ?? ''}, ${words}`);
      else if (names.length > 0 && role.test(words)) roles.push(words);
      else names.push(words);
    }
  }
  // A single word may be a place, or a given name that shares its surname with the next: the whole stays as printed.
  const [first = ''] = names;
  const isClear = names.length < 2 || names.every((name) => /\s/.test(name) || /^\p{Lo}{2,}$/u.test(name));
  if (isClear) return { names, roles };
  const rest = names.slice(1);
  const isPlace = /\s/.test(first) && rest.length === 1 && text.startsWith(`${first}, `);
  return isPlace ? { names: [first], roles: [...rest, ...roles] } : { names: [text], roles: [] };
}

/**
 * Reads a line of a text as a byline if it can be nothing else: `By` and names, which have capitals, and no more.
 *
 * @returns `undefined` for any other line
 */
export function findByline(line: string): Byline | undefined {
  const text = toLine(line);
  if (text.length > 200 || !/^(?:(?:words|story|text|report|written|reported) )?by:?\s/i.test(text))
    return undefined;
  const byline = readByline(text);
  const isName = (name: string) => {
    const words = name.split(/[\s,]+/).filter(Boolean);
    return (
      words.length > 1 &&
      words.length < 7 &&
      words.every((word) => nameWord.test(word)) &&
      !/[.!?]$/.test(name.replace(/\b\p{Lu}\.$|(?:Jr|Sr)\.$/u, ''))
    );
  };
  return byline.names.length > 0 && byline.names.every(isName) ? byline : undefined;
}
