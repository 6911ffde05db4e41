import { normalizeName } from '../records/normalize-name.ts';
import { unspacedScripts } from '../records/unspaced-scripts.ts';

/** What a text is searched for: an authority record and the names that it goes by. */
export interface NamedRecord {
  /** Tells the record apart in the result: `people/wang-yi`. */
  key: string;
  /** Heading and variants. */
  names: readonly string[];
  /** Whether a hyphen continues a name (see `Vocabulary.hyphenJoins`). */
  hyphenJoins: boolean;
}

/** A name found in a text; the range is in UTF-16 code units. */
export interface FoundName {
  key: string;
  start: number;
  end: number;
}

/** A name found in a text, with all the records that go by it. */
export interface FoundSharedName extends Omit<FoundName, 'key'> {
  /** In the order in which the records were given; at least one. */
  keys: readonly string[];
}

/** In scripts that are written without spaces, the characters beside a name do not show whether it is a whole word. */
const isUnspaced = new RegExp(String.raw`[${unspacedScripts}&&[\p{L}\p{M}\p{N}]]`, 'v');
const letter = String.raw`[[\p{L}\p{M}\p{N}_]--${unspacedScripts}]`;
const letterBefore = new RegExp(`${letter}$`, 'v');
const letterAfter = new RegExp(`^${letter}`, 'v');
const hyphenBefore = new RegExp(`${letter}[\\-‐‑]$`, 'v');
const hyphenAfter = new RegExp(`^[\\-‐‑]${letter}`, 'v');

/** A letter of a name in the tree of all names; the names that begin alike share their beginning. */
interface Step {
  /** By the next UTF-16 code unit. */
  next: Map<number, Step>;
  /** The name that ends here, if one does. */
  name?: SoughtName;
}

/** A name, folded: whose it is, and whether its end is that of a word. */
interface SoughtName {
  claims: { key: string; hyphenJoins: boolean }[];
  closes: boolean;
}

/**
 * Prepares the search for some records' names: whole words only, letter for letter, the longest name where
 * several begin at one place. Any white space stands for a space, a straight apostrophe for a curly one and
 * the other way round. A name of several records is taken for the first of them.
 *
 * @returns a function that finds all names in a text, in order and without overlap
 */
export function createNameFinder(records: readonly NamedRecord[]): (text: string) => FoundName[] {
  const findNames = createSharedNameFinder(records);
  return (text) => findNames(text).map(({ keys, start, end }) => ({ key: keys[0] ?? '', start, end }));
}

/**
 * As {@link createNameFinder}, but tells of each name all the records that go by it. A text is read once, however
 * many names there are.
 */
export function createSharedNameFinder(records: readonly NamedRecord[]): (text: string) => FoundSharedName[] {
  const root = growTree(records);
  return (text) => {
    const folded = normalizeName(text);
    const placeOf = folded.length === text.length ? (offset: number) => offset : unfold(text);
    const found: FoundSharedName[] = [];
    for (let start = 0; start < folded.length;) {
      const { keys, end } = longestName(root, folded, start);
      if (keys.length > 0) found.push({ keys, start: placeOf(start), end: placeOf(end) });
      start = end;
    }
    return found;
  };
}

function growTree(records: readonly NamedRecord[]): Step {
  const root: Step = { next: new Map() };
  for (const { key, names, hyphenJoins } of records) {
    for (const name of new Set(names.map(normalizeName))) {
      let step = root;
      for (let index = 0; index < name.length; index++) {
        const unit = name.charCodeAt(index);
        const next = step.next.get(unit) ?? { next: new Map<number, Step>() };
        step.next.set(unit, next);
        step = next;
      }
      step.name ??= { claims: [], closes: !isUnspaced.test([...name].at(-1) ?? '') };
      step.name.claims.push({ key, hyphenJoins });
    }
  }
  return root;
}

/** The longest name that stands at a place, and where it ends; with no keys and the next place when none does. */
function longestName(root: Step, text: string, start: number): Omit<FoundSharedName, 'start'> {
  let longest: Omit<FoundSharedName, 'start'> = { keys: [], end: start + 1 };
  let step = root.next.get(text.charCodeAt(start));
  const before = step ? edgeBefore(text, start) : '';
  // What begins within a word is no name, however it goes on.
  if (letterBefore.test(before)) return longest;
  for (let end = start + 1; step; step = step.next.get(text.charCodeAt(end++))) {
    const keys = step.name ? claimantsAt(step.name, before, text, end) : [];
    if (keys.length > 0) longest = { keys, end };
  }
  return longest;
}

/** What stands before a place, where that decides whether a word begins there: a letter of two code units, and a hyphen. */
function edgeBefore(text: string, place: number): string {
  const letter = String.fromCodePoint(text.codePointAt(place) ?? 0);
  return isUnspaced.test(letter) ? '' : text.slice(Math.max(0, place - 3), place);
}

/** Those whose name it is where it stands: all of them, some, or none where it is a part of another word. */
function claimantsAt({ claims, closes }: SoughtName, before: string, text: string, end: number): string[] {
  const after = closes ? text.slice(end, end + 3) : '';
  if (letterAfter.test(after)) return [];
  const joined = hyphenBefore.test(before) || hyphenAfter.test(after);
  return claims.filter(({ hyphenJoins }) => !(joined && hyphenJoins)).map(({ key }) => key);
}

/** Where an offset into a folded text is in the text itself, in which runs of white space are longer. */
function unfold(text: string): (offset: number) => number {
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!/\s/u.test(text.charAt(index)) || !/\s/u.test(text.charAt(index - 1))) offsets.push(index);
  }
  return (offset) => offsets[offset] ?? text.length;
}
