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

/** Scripts that are written without spaces, in which a word's edge cannot be told from the letters beside it. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letterBefore = /[\p{L}\p{M}\p{N}_]$/u;
const letterAfter = /^[\p{L}\p{M}\p{N}_]/u;
const joinedBefore = /[\p{L}\p{M}\p{N}_][-‐‑]$/u;
const joinedAfter = /^[-‐‑][\p{L}\p{N}]/u;

/** A name, and what decides whether a place in a text is one where it stands. */
interface SoughtName {
  key: string;
  name: string;
  isEdge(before: string, after: string): boolean;
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
    for (const name of names.map(fold)) {
      if (!sought.has(name)) sought.set(name, { key, name, isEdge: edgeRule(name, hyphenJoins) });
    }
  }
  const names = [...sought.values()];
  return (text) => {
    const folded = fold(text);
    const found = names.flatMap((name) => findName(folded, name));
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return found.filter((name) => {
      const free = name.start >= end;
      if (free) end = name.end;
      return free;
    });
  };
}

function findName(text: string, { key, name, isEdge }: SoughtName): FoundName[] {
  const found: FoundName[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length;
    // Two characters on each side, of two code units at most, decide.
    if (isEdge(text.slice(Math.max(0, start - 4), start), text.slice(end, end + 4)))
      found.push({ key, start, end });
  }
  return found;
}

function edgeRule(name: string, hyphenJoins: boolean): SoughtName['isEdge'] {
  const opens = !unspaced.test(String.fromCodePoint(name.codePointAt(0) ?? 0));
  const closes = !unspaced.test([...name].at(-1) ?? '');
  return (before, after) =>
    !(opens && (letterBefore.test(before) || (hyphenJoins && joinedBefore.test(before)))) &&
    !(closes && (letterAfter.test(after) || (hyphenJoins && joinedAfter.test(after))));
}

/** The same text with one kind of space and of apostrophe, each character where it was. */
function fold(text: string): string {
  return text.replace(/\s/g, ' ').replaceAll('’', "'");
}
