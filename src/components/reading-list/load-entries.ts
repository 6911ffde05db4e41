import { readEntry, type ListEntry } from './entry.ts';

/** Pages requested at a time, so that hosts are not overrun. */
const atOnce = 4;

/** What was loaded, in the order asked for, and the ids of what was not. */
interface LoadedEntries {
  entries: ListEntry[];
  missing: string[];
}

/**
 * Loads the articles of a list from their own pages.
 *
 * @param articles the path that ids are below
 * @param progress is called with the number of pages done
 */
export async function loadEntries(
  ids: readonly string[],
  articles: string,
  progress: (done: number) => void,
): Promise<LoadedEntries> {
  const found = new Map<string, ListEntry | undefined>();
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      found.set(id, await loadEntry(`${articles}${id}/`));
      progress(found.size);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    entries: ids.flatMap((id) => found.get(id) ?? []),
    missing: ids.filter((id) => !found.get(id)),
  };
}

/** Loads one; follows the page that a moved article has left at its former address. */
async function loadEntry(address: string, isMoved = false): Promise<ListEntry | undefined> {
  const page = await loadPage(address);
  const moved = page?.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
  const target = moved && /^\d+;\s?url=(.*)$/i.exec(moved)?.[1];
  if (target && !isMoved) return loadEntry(new URL(target, new URL(address, location.href)).pathname, true);
  return page ? readEntry(page) : undefined;
}

/**
 * Loads a page as a document; null when that fails. Not by `fetch`, since the page's policy (Trusted Types) rightly forbids
 * to parse text as HTML; a request for a document does not run what is in it, and needs no exception.
 */
function loadPage(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onloadend = () => resolve(request.status === 200 ? request.responseXML : null);
    request.open('GET', address);
    request.responseType = 'document';
    request.send();
  });
}
