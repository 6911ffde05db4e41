import type { Authority } from '../archive/vocabularies/authority.ts';
import { authors, nameIndexes, type IndexName } from '../records/name-indexes.ts';
import { foldForSearch } from './browser/text/fold-for-search.ts';
import { fileOfPrefix, longestPrefix, type NameNode } from './browser/names/find-names.ts';

/** Records in a file: some 5 KB compressed. */
const nodeSize = 150;
/** Records in a file that does not have all with its prefix: those with the most articles. */
const excerptSize = 20;

/** How much of a key is kept, in UTF-16 code units: more code points than any file's prefix has. */
const keySize = 2 * (longestPrefix + 1);

/** A way to look up a record. */
interface NameKey {
  /** A name from one of its words on, folded; of a long one its beginning, by which it is found in any file. */
  key: string;
  /** Whether the key is a whole name. */
  isWhole: boolean;
  record: Authority;
}

/**
 * Distributes the names of all records among small files by their first characters (a trie), so that a browser finds a name
 * among many thousands by loading a few of them: one file for all names, and where it would be too large, one for each next
 * character, up to {@link longestPrefix}. A record is found by every word of every one of its names; an author who has a
 * record is found as that, and its page leads to the articles.
 */
export function createNameTree({
  records,
}: {
  records: Readonly<Record<IndexName, readonly Authority[]>>;
}): { file: string; node: NameNode }[] {
  const entries = nameIndexes
    .flatMap(({ name }) => records[name])
    .filter(({ vocabulary, counterpart }) => vocabulary !== authors || !counterpart)
    .toSorted((a, b) => b.articles.length - a.articles.length || (a.key < b.key ? -1 : 1))
    .flatMap((record) => [...keysOf(record)].map(([key, isWhole]): NameKey => ({ key, isWhole, record })));
  return splitByPrefix('', entries);
}

function keysOf({ name, variants }: Authority): Map<string, boolean> {
  const keys = new Map<string, boolean>();
  for (const each of [name, ...variants]) {
    // "al-Assad" is found as "alassad", and as "assad".
    for (const whole of [foldForSearch(each), foldForSearch(each.replace(/[-‐‑]/gu, ' '))]) {
      let start = 0;
      for (const word of whole.split(' ')) {
        const key = whole.slice(start, start + keySize);
        keys.set(key, start === 0 || (keys.get(key) ?? false));
        start += word.length + 1;
      }
    }
  }
  return keys;
}

function splitByPrefix(prefix: string, entries: readonly NameKey[]): { file: string; node: NameNode }[] {
  const all = [...new Set(entries.map(({ record }) => record))];
  const isComplete = all.length <= nodeSize || [...prefix].length >= longestPrefix;
  const whole = entries.filter(({ key, isWhole }) => isWhole && key === prefix).map(({ record }) => record);
  const shown = isComplete
    ? all
    : [...new Set([...whole, ...all])].slice(0, Math.max(excerptSize, whole.length));
  const children = isComplete
    ? new Map<string, NameKey[]>()
    : Map.groupBy(
        entries.filter(({ key }) => key.length > prefix.length),
        ({ key }) => [...key.slice(prefix.length)][0] ?? '',
      );
  const node: NameNode = {
    next: [...children.keys()].sort().join(''),
    names: shown.map(({ name, key, articles, description, variants }) => [
      name,
      key,
      articles.length,
      description,
      [...variants],
    ]),
  };
  const own = { file: fileOfPrefix(prefix), node };
  return [own, ...[...children].flatMap(([next, below]) => splitByPrefix(prefix + next, below))];
}
