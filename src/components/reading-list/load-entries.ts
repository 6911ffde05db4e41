import { memoize } from '../../archive/memoize.ts';
import { readEntry, type ListEntry } from './entry.ts';
import { loadPage } from './load-page.ts';

/** Pages requested at a time, so that hosts are not overrun. */
const atOnce = 4;

/** What was loaded, in the order asked for, and the ids of what was not. */
interface LoadedEntries {
  entries: ListEntry[];
  missing: string[];
}

/**
 * Loads the articles of a list from their own pages, and from those on which their citations are saved, each once.
 *
 * @param hrefOf finds the address of an article
 * @param progress is called with the number of pages done
 */
export async function loadEntries(
  ids: readonly string[],
  hrefOf: (id: string) => string,
  progress: (done: number) => void,
): Promise<LoadedEntries> {
  const found = new Map<string, ListEntry | undefined>();
  const waiting = [...ids];
  const loadSaved = memoize(loadPage);
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      found.set(id, await loadEntry(hrefOf(id), loadSaved));
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
async function loadEntry(
  address: string,
  loadSaved: typeof loadPage,
  isMoved = false,
): Promise<ListEntry | undefined> {
  const page = await loadPage(address);
  const moved = page?.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
  const target = moved && /^\d+;\s?url=(.*)$/i.exec(moved)?.[1];
  if (target && !isMoved)
    return loadEntry(new URL(target, new URL(address, location.href)).href, loadSaved, true);
  return page ? readEntry(page, loadSaved) : undefined;
}
