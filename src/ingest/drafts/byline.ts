import { toLine } from '../text/lines.ts';
import type { Draft, LeftOut } from './draft.ts';

/** What a printed byline says. */
export interface Byline {
  /** The authors in the order in which they are printed. */
  names: string[];
  /** What else it says of them: `Staff Writers`, `Reuters`. */
  roles: string[];
}

const works = [
  'written',
  'words',
  'story',
  'text',
  'article',
  'reported',
  'report',
  'photo',
  'photos',
  'pictures',
];
/** The words that a byline begins with, where they can be nothing else. */
const openings = [
  ...['by', 'text von', 'texte par', 'text', 'text och foto', 'author', 'authors', 'autor', 'byline'],
  ...works.flatMap((work) => [`${work} by`, `${work} and photos by`, `${work} and pictures by`]),
].sort((a, b) => b.length - a.length);
/** Those that could also begin a surname: two words with capitals follow them. */
const ownOpening = /^(?:[Vv]on|[Pp]ar|[Pp]or|[Aa]v|[Aa]f|[Dd]oor)(?::\s*|\s+(?=\p{Lu}\S*\s\p{L}))/u;
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
  const line = toLine(printed);
  const withoutOpening = removeOpening(line).replace(ownOpening, '');
  const text = withoutOpening.replace(/[.,;:]$/, '').trim();
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
  // "Meer, Ada" may be a surname and a given name, but nobody prints "By Meer, Ada".
  const isPrinted = withoutOpening !== line;
  const isPlace = isPrinted && /\s/.test(first) && rest.length === 1 && text.startsWith(`${first}, `);
  return isPlace ? { names: [first], roles: [...rest, ...roles] } : { names: [withoutOpening], roles: [] };
}

function removeOpening(line: string): string {
  const start = line.slice(0, 40).toLowerCase();
  const opening = openings.find((each) => start.startsWith(each) && /^[:\s]/.test(start.slice(each.length)));
  return opening === undefined ? line : line.slice(opening.length).replace(/^:?\s*/, '');
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

/**
 * The byline of a draft, each name by itself, and what of it is no author's name: mail addresses, the account of a program or
 * of the site itself, short names for addresses, and what is said of the authors.
 */
export function completeByline({ byline, publisher }: Pick<Draft, 'byline' | 'publisher'>): {
  byline: string[];
  leftOut: LeftOut[];
} {
  const names: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const written of byline.map(toLine)) {
    const readable = withoutMail(written);
    if (readable !== written) leftOut.push({ what: 'a mail address in a byline', text: written });
    const read = readByline(readable);
    leftOut.push(...read.roles.map((text) => ({ what: 'what a byline says of its authors', text })));
    for (const name of read.names) {
      if (!/[\p{L}\p{N}]/u.test(name)) continue;
      if (isSlug(name)) leftOut.push({ what: 'an author of whom only a short name is given', text: name });
      else if (isAccountName(name) || (publisher !== undefined && isSameName(name, publisher)))
        leftOut.push({ what: 'the name of an account, as author', text: name });
      else names.push(name);
    }
  }
  return { byline: [...new Set(names)], leftOut };
}

const accountNames = new Set([
  ...['', 'site', 'web', 'wp', 'wordpress', 'super', 'blog'].flatMap((what) =>
    ['admin', 'admins', 'administrator', 'administrators', 'master'].map((who) => what + who),
  ),
  ...['webmasters', 'editor', 'editors', 'root', 'user', 'users', 'test', 'testuser', 'wordpress', 'owner'],
  ...['author', 'publisher', 'guest', 'anonym', 'anonymous', 'unknown', 'support', 'info', 'import'],
  ...['importer', 'migration', 'dev', 'developer'],
]);

/** Whether a name is that of an account that belongs to nobody: `admin`, `Web Master`. */
export function isAccountName(name: string): boolean {
  const compact = compactName(name).replace(/(?<!\d)\d+$/, '');
  return accountNames.has(compact) || accountNames.has(compact.replace(/^the/, ''));
}

/** Whether a name is written as in addresses: `eva-berg`. */
function isSlug(name: string): boolean {
  return /^[a-z\d]{1,40}(?:[-_.][a-z\d]{1,40})+$/.test(name);
}

/** Whether two names differ in nothing but case, spaces and punctuation. */
export function isSameName(name: string, other: string): boolean {
  return compactName(name) !== '' && compactName(name) === compactName(other);
}

function compactName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What may enclose a name beside a mail address. */
const pairs = ['()', '<>', '[]', '""', "''"];

function withoutMail(name: string): string {
  if (!name.includes('@')) return name;
  const parts = name.split(/([\s<>()[\],;:"])/).filter((part) => !part.includes('@') && part !== 'mailto');
  const left = toLine(pairs.reduce((text, pair) => text.replaceAll(pair, ' '), parts.join('')));
  const isEnclosed = pairs.some(([open = '', close = '']) => left.startsWith(open) && left.endsWith(close));
  return toLine(isEnclosed ? left.slice(1, -1) : left);
}
