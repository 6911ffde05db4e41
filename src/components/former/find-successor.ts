import { hashKey } from '../../system/hash-key.ts';
import type { QueryIndex } from '../../exports/hosts/redirects/query-files.ts';
import { identifyFormerUrl, normalizeFormerUrl } from '../../records/former-urls/normalize-former-url.ts';

/**
 * Finds the page that an old address with a query leads to. Parameters that are not part of the old address, such as those
 * that count where readers come from, are ignored.
 *
 * @param address path and query
 * @param load loads a file of the folder of old addresses
 * @returns the path of the page; undefined when there is none
 */
export async function findSuccessor(
  address: string,
  load: (file: string) => Promise<unknown>,
): Promise<string | undefined> {
  const url = normalizeFormerUrl(address);
  if (!url || url.query.length === 0) return undefined;
  const { parts, names } = (await load('index.json')) as QueryIndex;
  for (const wanted of names) {
    // Names may be repeated.
    const query = url.query.filter(([name]) => wanted.includes(name));
    if (query.map(([name]) => name).join('&') !== wanted.join('&')) continue;
    const key = identifyFormerUrl({ path: url.path, query });
    const found = ((await load(`${hashKey(key) % parts}.json`)) as Record<string, string>)[key];
    if (found !== undefined) return found;
  }
  return undefined;
}
