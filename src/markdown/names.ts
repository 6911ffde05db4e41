import { foldName } from '../records/fold-name.ts';

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

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** Scripts that are written without spaces, in which a word's edge cannot be told from the letters beside it. */
const isUnspaced = new RegExp(`[${unspaced}]`, 'u');
const letter = String.raw`[[\p{L}\p{M}\p{N}_]--[${unspaced}]]`;
const letterBefore = new RegExp(`${letter}$`, 'v');
const letterAfter = new RegExp(`^${letter}`, 'v');
const hyphenBefore = new RegExp(`${letter}[\\-‐‑]$`, 'v');
const hyphenAfter = new RegExp(`^[\\-‐‑]${letter}`, 'v');

/** A name, folded, and what decides whether a place in a text is one where it stands. */
interface SoughtName {
  key: string;
  name: string;
  stands(before: string, after: string): boolean;
}

/**
 * Prepares the search for some records' names: whole words only, letter for letter, the longest name where
 * several begin at one place. Any white space stands for a space, a straight apostrophe for a curly one and
 * the other way round.
 *
 * @returns a function that finds all names in a text, in order and without overlap
 */
export function createNameFinder(records: readonly NamedRecord[]): (text: string) => FoundName[] {
  const sought = new Map<string, SoughtName>();
  for (const { key, names, hyphenJoins } of records) {
    for (const name of names.map(foldName)) {
      if (!sought.has(name)) sought.set(name, { key, name, stands: edgeRule(name, hyphenJoins) });
    }
  }
  const names = [...sought.values()];
  return (text) => {
    const folded = foldName(text);
    const placeOf = folded.length === text.length ? (offset: number) => offset : unfold(text);
    const found = names.flatMap((name) => findName(folded, name));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return found.flatMap((name) => {
      if (name.start < end) return [];
      end = name.end;
      return [{ key: name.key, start: placeOf(name.start), end: placeOf(name.end) }];
    });
  };
}

function findName(text: string, { key, name, stands }: SoughtName): FoundName[] {
  const found: FoundName[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length;
    // A letter of two code units and a hyphen on each side decide.
    if (stands(text.slice(Math.max(0, start - 3), start), text.slice(end, end + 3)))
      found.push({ key, start, end });
  }
  return found;
}

function edgeRule(name: string, hyphenJoins: boolean): SoughtName['stands'] {
  const [first = ''] = name;
  const opens = !isUnspaced.test(first);
  const closes = !isUnspaced.test([...name].at(-1) ?? '');
  return (before, after) =>
    !(opens && (letterBefore.test(before) || (hyphenJoins && hyphenBefore.test(before)))) &&
    !(closes && (letterAfter.test(after) || (hyphenJoins && hyphenAfter.test(after))));
}

/** Where an offset into a folded text is in the text itself, in which runs of white space are longer. */
function unfold(text: string): (offset: number) => number {
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!/\s/u.test(text.charAt(index)) || !/\s/u.test(text.charAt(index - 1))) offsets.push(index);
  }
  return (offset) => offsets[offset] ?? text.length;
}
