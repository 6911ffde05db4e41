import { createSiteFile, type SiteFile } from '../../../archive/site-file.ts';
import { hashKey } from '../../../system/hash-key.ts';
import { formatFormerUrl } from '../../../records/former-urls/normalize-former-url.ts';
import type { Redirect } from './redirects.ts';

/** How large a part is on average, in bytes: hardly one is then larger than 6 KB. */
const partSize = 3000;

/** What the script of the home page and the 404 page knows of the addresses with queries. */
export interface QueryIndex {
  /** The number of files that they are in. */
  parts: number;
  /** The sets of names of parameters that they have, the largest first. */
  names: string[][];
}

/** The file that has all parts' number, and what to look for. */
const queryIndexFile = 'former/index.json';

/**
 * Lists the files in which a script looks up an old address with a query, on hosts that have no rules for queries: an index,
 * and parts by the hash of the address, each a JSON object of paths by addresses. None where there are no such addresses.
 */
export function listQueryFiles(redirects: readonly Redirect[]): SiteFile[] {
  const queried = redirects.filter(({ query }) => query.length > 0);
  if (queried.length === 0) return [];
  const rows = queried.map(({ from, query, to }): [key: string, to: string] => [
    formatFormerUrl({ path: from === '/' ? from : from.replace(/\/$/, ''), query }),
    to,
  ]);
  const size = rows.reduce((sum, [key, to]) => sum + key.length + to.length + 6, 0);
  const parts = 2 ** Math.max(0, Math.ceil(Math.log2(size / partSize)));
  const names = new Map(
    queried.map(({ query }) => query.map(([name]) => name)).map((each) => [each.join('&'), each]),
  );
  const index: QueryIndex = {
    parts,
    names: [...names.values()].sort((a, b) => b.length - a.length || (a.join('&') < b.join('&') ? -1 : 1)),
  };
  const byPart = Map.groupBy(rows, ([key]) => hashKey(key) % parts);
  return [
    createSiteFile(
      queryIndexFile,
      () => index,
      (view) => JSON.stringify(view),
    ),
    ...Array.from({ length: parts }, (_, part) =>
      createSiteFile(
        `former/${part}.json`,
        () => byPart.get(part) ?? [],
        (view) => JSON.stringify(Object.fromEntries(view)),
      ),
    ),
  ];
}
