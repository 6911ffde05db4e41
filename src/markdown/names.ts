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

/**
 * Prepares the search for some records' names: whole words only, letter for letter, the longest name where
 * several begin at one place. Any white space stands for a space, a straight apostrophe for a curly one and
 * the other way round.
 *
 * @returns a function that finds all names in a text, in order and without overlap
 */
export function createNameFinder(records: readonly NamedRecord[]): (text: string) => FoundName[] {
  const byName = new Map<string, { key: string; hyphenJoins: boolean }>();
  for (const { key, names, hyphenJoins } of records) {
    for (const name of names) {
      const folded = fold(name);
      if (!byName.has(folded)) byName.set(folded, { key, hyphenJoins });
    }
  }
  if (byName.size === 0) return () => [];
  const longestFirst = [...byName].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(
    longestFirst.map(([name, { hyphenJoins }]) => namePattern(name, hyphenJoins)).join('|'),
    'gu',
  );
  return (text) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      key: byName.get(fold(found))?.key ?? '',
      start: index,
      end: index + found.length,
    }));
}

function namePattern(name: string, hyphenJoins: boolean): string {
  const letters = hyphenJoins
    ? String.raw`[\p{L}\p{M}\p{N}_]|[-‐‑](?=[\p{L}\p{N}])`
    : String.raw`[\p{L}\p{M}\p{N}_]`;
  const before = hyphenJoins
    ? String.raw`(?<![\p{L}\p{M}\p{N}_]|[\p{L}\p{N}][-‐‑])`
    : String.raw`(?<![\p{L}\p{M}\p{N}_])`;
  const after = `(?!${letters})`;
  const characters = [...name];
  const body = characters.map(escapeCharacter).join('');
  return (
    (unspaced.test(characters[0] ?? '') ? '' : before) +
    body +
    (unspaced.test(characters.at(-1) ?? '') ? '' : after)
  );
}

function escapeCharacter(character: string): string {
  if (character === ' ') return String.raw`\s+`;
  if (character === "'") return "['’]";
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);
}

function fold(name: string): string {
  return name.replace(/\s+/gu, ' ').replaceAll('’', "'");
}
