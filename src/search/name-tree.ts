import type { Archive } from '../archive/archive.ts';
import type { Authority } from '../archive/vocabularies/authority.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { foldForSearch } from './browser/text/fold-for-search.ts';
import { fileOfPrefix, type NameNode } from './browser/names/names.ts';

/** Records in a file: some 5 KB compressed. */
const nodeSize = 150;
/** Records in a file that has not all of its prefix: those of most articles. */
const excerptSize = 20;

interface Entry {
  /** A name from one of its words on, folded. */
  key: string;
  /** Whether the key is a whole name. */
  isWhole: boolean;
  record: Authority;
}

/**
 * The names of all records in small files by what they begin with, so that a few letters find a name among many
 * thousands: a file for no letter, and for each further one as long as there are too many names for one file. A
 * record is found by each word of each of its names.
 */
export function createNameTree({ records }: Pick<Archive, 'records'>): { file: string; node: NameNode }[] {
  const entries = vocabularies
    .flatMap(({ name }) => records[name])
    .toSorted((a, b) => b.articles.length - a.articles.length || (a.key < b.key ? -1 : 1))
    .flatMap((record) => [...keysOf(record)].map(([key, isWhole]): Entry => ({ key, isWhole, record })));
  return grow('', entries);
}

function keysOf({ name, variants }: Authority): Map<string, boolean> {
  const keys = new Map<string, boolean>();
  for (const each of [name, ...variants]) {
    // "al-Assad" is found as "alassad", and as "assad".
    for (const whole of [foldForSearch(each), foldForSearch(each.replace(/[-‐‑]/gu, ' '))]) {
      const words = whole.split(' ');
      for (const index of words.keys()) {
        const key = words.slice(index).join(' ');
        keys.set(key, index === 0 || (keys.get(key) ?? false));
      }
    }
  }
  return keys;
}

function grow(prefix: string, entries: readonly Entry[]): { file: string; node: NameNode }[] {
  const all = [...new Set(entries.map(({ record }) => record))];
  const isComplete = all.length <= nodeSize;
  const whole = entries.filter(({ key, isWhole }) => isWhole && key === prefix).map(({ record }) => record);
  const shown = isComplete
    ? all
    : [...new Set([...whole, ...all])].slice(0, Math.max(excerptSize, whole.length));
  const node: NameNode = {
    isComplete,
    names: shown.map(({ name, key, articles, description, variants }) => [
      name,
      key,
      articles.length,
      description,
      [...variants],
    ]),
  };
  const own = { file: fileOfPrefix(prefix), node };
  if (isComplete) return [own];
  const children = Map.groupBy(
    entries.filter(({ key }) => key.length > prefix.length),
    ({ key }) => prefix + [...key.slice(prefix.length)][0],
  );
  return [own, ...[...children].flatMap(([child, below]) => grow(child, below))];
}
