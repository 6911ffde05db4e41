/** The most articles in an address, each of which is loaded from its own page. */
export const mostIds = 200;

/** What the address of a list says. */
export interface AddressedList {
  /** The ids of its articles, each once. */
  ids: string[];
  /** Parts that cannot be ids. */
  wrong: string[];
  /** Whether there were more ids than are loaded. */
  isCut: boolean;
}

/** Reads the ids in the query of an address; undefined when it has no list. */
export function readListAddress(query: string): AddressedList | undefined {
  const written = new URLSearchParams(query).get('ids');
  if (written === null) return undefined;
  const parts = [...new Set(written.split(',').map((part) => part.trim()))].filter(Boolean);
  const ids = parts.filter(isId);
  return {
    ids: ids.slice(0, mostIds),
    wrong: parts.filter((part) => !isId(part)),
    isCut: ids.length > mostIds,
  };
}

/** The query of the address of a list: `?ids=2021/07/18/harbour-reopens,undated/a-letter`. */
export function renderListAddress(ids: readonly string[]): string {
  return `?ids=${ids.slice(0, mostIds).join(',')}`;
}

/** Ids are ASCII in folders, without dots, so that none leads out of the folder of articles. */
function isId(part: string): boolean {
  return /^[\w-]+(?:\/[\w-]+)+$/.test(part);
}
