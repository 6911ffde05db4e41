import { normalizeName } from '../records/normalize-name.ts';
import { unspacedScripts } from '../records/unspaced-scripts.ts';

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

/** A node of the trie of all names. */
interface TrieNode {
  /** The children, by the next UTF-16 code unit. */
  next: Map<number, TrieNode>;
  /** The name that ends here, if any. */
  name?: IndexedName;
}

/** A name: the records that have it, and whether a word boundary must follow it. */
interface IndexedName {
  owners: { key: string; hyphenJoins: boolean }[];
  endsWord: boolean;
}

/**
 * Creates a function that finds the names of records in texts: whole words only, with exactly the same characters, and
 * the longest name where several begin at the same position. White space and apostrophes are compared as by
 * {@link normalizeName}. A name of several records is treated as that of the first.
 *
 * @returns a function that lists all names in a text, in order and without overlap
 */
export function createNameFinder(records: readonly NamedRecord[]): (text: string) => FoundName[] {
  const findNames = createSharedNameFinder(records);
  return (text) => findNames(text).map(({ keys, start, end }) => ({ key: keys[0] ?? '', start, end }));
}

/**
 * As {@link createNameFinder}, but returns all the records that have a name. The time does not grow with the number of
 * names.
 */
export function createSharedNameFinder(records: readonly NamedRecord[]): (text: string) => FoundSharedName[] {
  const root = buildTrie(records);
  return (text) => {
    const normalized = normalizeName(text);
    const originalOffset = normalized.length === text.length ? (offset: number) => offset : mapOffsets(text);
    const found: FoundSharedName[] = [];
    for (let start = 0; start < normalized.length;) {
      const { keys, end } = longestName(root, normalized, start);
      if (keys.length > 0) found.push({ keys, start: originalOffset(start), end: originalOffset(end) });
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
      for (let index = 0; index < name.length; index++) {
        const unit = name.charCodeAt(index);
        const next = node.next.get(unit) ?? { next: new Map<number, TrieNode>() };
        node.next.set(unit, next);
        node = next;
      }
      node.name ??= { owners: [], endsWord: !isUnspaced.test([...name].at(-1) ?? '') };
      node.name.owners.push({ key, hyphenJoins });
    }
  }
  return root;
}

/** The longest name at a position, and where it ends; without keys, and with the next position, when there is none. */
function longestName(root: TrieNode, text: string, start: number): Omit<FoundSharedName, 'start'> {
  let longest: Omit<FoundSharedName, 'start'> = { keys: [], end: start + 1 };
  let node = root.next.get(text.charCodeAt(start));
  const before = node ? edgeBefore(text, start) : '';
  // A name cannot begin within a word.
  if (letterBefore.test(before)) return longest;
  for (let end = start + 1; node; node = node.next.get(text.charCodeAt(end++))) {
    const keys = node.name ? ownersAt(node.name, before, text, end) : [];
    if (keys.length > 0) longest = { keys, end };
  }
  return longest;
}

/** The text before a position that decides whether a word begins there: at most a hyphen and a letter of two code units. */
function edgeBefore(text: string, position: number): string {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  return isUnspaced.test(character) ? '' : text.slice(Math.max(0, position - 3), position);
}

/** The records that a name stands for at its position: none when it is part of a longer word. */
function ownersAt({ owners, endsWord }: IndexedName, before: string, text: string, end: number): string[] {
  const after = endsWord ? text.slice(end, end + 3) : '';
  if (letterAfter.test(after)) return [];
  const joined = hyphenBefore.test(before) || hyphenAfter.test(after);
  return owners.filter(({ hyphenJoins }) => !(joined && hyphenJoins)).map(({ key }) => key);
}

/** Maps offsets in a normalized text to those in the original, in which runs of white space are longer. */
function mapOffsets(text: string): (offset: number) => number {
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!/\s/u.test(text.charAt(index)) || !/\s/u.test(text.charAt(index - 1))) offsets.push(index);
  }
  return (offset) => offsets[offset] ?? text.length;
}
