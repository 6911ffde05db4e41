import { normalizeName, normalizeText } from '../records/normalize-name.ts';
import { unspacedScripts } from '../records/unspaced-scripts.ts';
import { createLongerNameTest } from './longer-names.ts';

/** An authority record whose names are looked for in texts. */
export interface NamedRecord {
  /** Identifies the record in the result: `people/wang-yi`. */
  key: string;
  /** Heading and variants. */
  names: readonly string[];
  /** Whether a hyphen continues a name (see `Vocabulary.hyphenJoins`). */
  hyphenJoins: boolean;
}

/** A name that was found in a text, with its range in UTF-16 code units. */
export interface FoundName {
  key: string;
  start: number;
  end: number;
  /** Whether it is only a part of a longer name that no record has: see {@link createLongerNameTest}. */
  isPart: boolean;
}

/** A name that was found in a text, with all the records that have it. */
export interface FoundSharedName extends Omit<FoundName, 'key'> {
  /** In the order in which the records were given; at least one. */
  keys: readonly string[];
}

/** Characters of scripts without spaces between words: what is beside them does not show whether a name is a whole word. */
const isUnspaced = new RegExp(String.raw`[${unspacedScripts}&&[\p{L}\p{M}\p{N}]]`, 'v');
const letter = String.raw`[[\p{L}\p{M}\p{N}_]--${unspacedScripts}]`;
const letterBefore = new RegExp(`${letter}$`, 'v');
const letterAfter = new RegExp(`^${letter}`, 'v');
const hyphenBefore = new RegExp(`${letter}[\\-‐‑]$`, 'v');
const hyphenAfter = new RegExp(`^[\\-‐‑]${letter}`, 'v');

/** A node of the trie of all names, which are compared without case. */
interface TrieNode {
  /** The children, by the next UTF-16 code unit. */
  next: Map<number, TrieNode>;
  /** The names that end here, by their characters. */
  names?: Map<string, IndexedName>;
}

/** A name: the records that have it, and whether a word boundary must follow it. */
interface IndexedName {
  owners: { key: string; hyphenJoins: boolean }[];
  endsWord: boolean;
}

/** Finds names in a text. @param language BCP 47 tag of the text */
export type FindNames<Found> = (text: string, language: string) => Found[];

/**
 * Creates a function that finds the names of records in texts: whole words only, with the same characters or all in
 * capitals, and the longest name where several begin at the same position. What prints alike is the same character: see
 * {@link normalizeName}. A name of several records is treated as that of the first.
 *
 * @returns a function that lists all names in a text, in order and without overlap
 */
export function createNameFinder(records: readonly NamedRecord[]): FindNames<FoundName> {
  const findNames = createSharedNameFinder(records);
  return (text, language) =>
    findNames(text, language).map(({ keys, ...found }) => ({ key: keys[0] ?? '', ...found }));
}

/**
 * As {@link createNameFinder}, but returns all the records that have a name. The time does not grow with the number of
 * names.
 */
export function createSharedNameFinder(records: readonly NamedRecord[]): FindNames<FoundSharedName> {
  const root = buildTrie(records);
  return (original, language) => {
    const { text, offsetOf } = normalizeText(original);
    const isPart = createLongerNameTest(text, language);
    const folded = foldCase(text);
    const found: FoundSharedName[] = [];
    for (let start = 0; start < text.length;) {
      if (isWithinWord(text, start)) {
        start++;
        continue;
      }
      const { keys, end } = longestName(root, text, folded, start);
      if (keys.length > 0)
        found.push({ keys, start: offsetOf(start), end: offsetOf(end), isPart: isPart({ start, end }) });
      start = end;
    }
    return found;
  };
}

function buildTrie(records: readonly NamedRecord[]): TrieNode {
  const root: TrieNode = { next: new Map() };
  for (const { key, names, hyphenJoins } of records) {
    for (const name of new Set(names.map(normalizeName))) {
      let node = root;
      const folded = foldCase(name);
      for (let index = 0; index < folded.length; index++) {
        const unit = folded.charCodeAt(index);
        const next = node.next.get(unit) ?? { next: new Map<number, TrieNode>() };
        node.next.set(unit, next);
        node = next;
      }
      node.names ??= new Map();
      const indexed = node.names.get(name) ?? {
        owners: [],
        endsWord: !isUnspaced.test([...name].at(-1) ?? ''),
      };
      node.names.set(name, indexed);
      indexed.owners.push({ key, hyphenJoins });
    }
  }
  return root;
}

/** The same text in capitals, as far as those have the same length: "ß" stays. */
function foldCase(text: string): string {
  const upper = text.toUpperCase();
  if (upper.length === text.length) return upper;
  return text.replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
}

/** Whether a position is within a word of plain Latin letters, as most are: no name begins there. */
function isWithinWord(text: string, position: number): boolean {
  return isPlainLetter(text.charCodeAt(position - 1)) && isPlainLetter(text.charCodeAt(position));
}

/** Whether a UTF-16 code unit is one of the letters A to Z, in either case. */
function isPlainLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** The longest name at a position, and where it ends; without keys, and with the next position, when there is none. */
function longestName(
  root: TrieNode,
  text: string,
  folded: string,
  start: number,
): Pick<FoundSharedName, 'keys' | 'end'> {
  let longest: Pick<FoundSharedName, 'keys' | 'end'> = { keys: [], end: start + 1 };
  let node = root.next.get(folded.charCodeAt(start));
  const before = node ? edgeBefore(text, start) : '';
  // A name cannot begin within a word.
  if (letterBefore.test(before)) return longest;
  for (let end = start + 1; node; node = node.next.get(folded.charCodeAt(end++))) {
    const keys = node.names ? ownersAt(node.names, before, text, start, end) : [];
    if (keys.length > 0) longest = { keys, end };
  }
  return longest;
}

/** Names in capitals are shorter words than these, in characters, only by chance: "WHO" is not "Who". */
const shortestInCapitals = 4;

/** The records that a name stands for at its position: those that are written so, else those that have it in capitals there. */
function ownersAt(
  names: ReadonlyMap<string, IndexedName>,
  before: string,
  text: string,
  start: number,
  end: number,
): string[] {
  const written = text.slice(start, end);
  const exact = names.get(written);
  if (exact) return ownersOf(exact, before, text, end);
  if (written.length < shortestInCapitals || written !== foldCase(written)) return [];
  return [...names.values()].flatMap((name) => ownersOf(name, before, text, end));
}

/** The text before a position that decides whether a word begins there: at most a hyphen and a letter of two code units. */
function edgeBefore(text: string, position: number): string {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  return isUnspaced.test(character) ? '' : text.slice(Math.max(0, position - 3), position);
}

/** The records that have a name: none when it is part of a longer word. */
function ownersOf({ owners, endsWord }: IndexedName, before: string, text: string, end: number): string[] {
  const after = endsWord ? text.slice(end, end + 3) : '';
  if (letterAfter.test(after)) return [];
  const joined = hyphenBefore.test(before) || hyphenAfter.test(after);
  return owners.filter(({ hyphenJoins }) => !(joined && hyphenJoins)).map(({ key }) => key);
}
