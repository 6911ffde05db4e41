/** The key of the tab's storage (`sessionStorage`) under which the search page keeps its results. */
export const keptKey = 'dateline-results';

/** What the search page keeps of an answer when a reader follows one of its results, for the page of that article. */
export interface KeptResults {
  /** The words that were searched for, as they were typed. */
  words: string;
  /** The path of the search with its parameters. */
  search: string;
  /** How many articles were found. */
  total: number;
  /** The path of each result that was loaded, and the fragment of the link to it. A path is a JSON string by itself, which the pages look for. */
  results: (readonly [path: string, fragment: string])[];
}

/** An article's position among the results of a search. */
export interface ResultPosition extends Pick<KeptResults, 'words' | 'total'> {
  /** From 1. */
  position: number;
  /** The results before and after it, where these are known. */
  previous: string | undefined;
  next: string | undefined;
  /** The search, with the fragment that {@link readPosition} reads. */
  search: string;
}

/** Keeps the results of a search, or none where the browser forbids it. */
export function keepResults(kept: KeptResults): void {
  try {
    sessionStorage.setItem(keptKey, JSON.stringify(kept));
  } catch {
    // Forbidden or full: articles are then read without their results.
  }
}

/**
 * Finds an article among the results that are kept.
 *
 * @param stored what {@link keepResults} has stored
 * @param path of the article
 */
export function findPosition(stored: string | null, path: string): ResultPosition | undefined {
  if (stored === null) return undefined;
  const { words, search, total, results } = JSON.parse(stored) as KeptResults;
  const index = results.findIndex(([each]) => each === path);
  if (index < 0) return undefined;
  return {
    words,
    total,
    position: index + 1,
    previous: results[index - 1]?.join(''),
    next: results[index + 1]?.join(''),
    search: `${search}#result-${index + 1}`,
  };
}

/** Reads the result that a reader comes back from; 0 when there is none. */
export function readPosition(fragment: string): number {
  return Number(/^#result-(\d{1,3})$/.exec(fragment)?.[1] ?? 0);
}
