import { isEntry, type ListEntry } from './entry.ts';

// Nothing is written before the reader presses a button.

/** Archives on one host have lists of their own. */
const keyOf = (list: string) => `reading list ${list}`;

/**
 * Reads the list that is kept in this browser.
 *
 * @param list the path of the reading list
 * @returns undefined when the browser does not let it be read
 */
export function readStored(list: string): ListEntry[] | undefined {
  try {
    return parseStored(localStorage.getItem(keyOf(list)));
  } catch {
    return undefined;
  }
}

/** Keeps a list in this browser; an empty one leaves nothing behind. @returns whether the browser lets it be kept */
export function store(list: string, entries: readonly ListEntry[]): boolean {
  try {
    if (entries.length === 0) localStorage.removeItem(keyOf(list));
    else localStorage.setItem(keyOf(list), JSON.stringify(entries));
    return true;
  } catch {
    return false;
  }
}

/** Adds entries after those of a list, each article once, as it was read last. */
export function merge(entries: readonly ListEntry[], added: readonly ListEntry[]): ListEntry[] {
  return [...new Map([...entries, ...added].map((entry) => [entry.id, entry])).values()];
}

/** Parses what was kept; what is not an entry is left out. */
export function parseStored(text: string | null): ListEntry[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    return [];
  }
}
