import { CommandError } from '../../system/command-error.ts';
import type { ArchiveContent } from '../read/read-archive.ts';
import { vocabularies } from '../vocabularies.ts';
import { articleAddress, formerAddress, isRetired, type LedgerEntry } from './ledger.ts';
import { listNamedAddresses } from './named-addresses.ts';
import { writeLedger } from './write-ledger.ts';

/**
 * The address that someone means, as in the ledger: with or without slashes around it, or the path of its file. A former URL
 * is given as it stands there.
 *
 * @param ledger has the former URLs
 *
 * @example
 * toAddress('content/people/jane-holm.md') // 'people/jane-holm/'
 */
export function toAddress(given: string, ledger: readonly LedgerEntry[] = []): string {
  const [former] = formerAddress(given);
  if (former !== undefined && ledger.some(({ path }) => path === former)) return former;
  const path = given.replace(/^\.?\//, '').replace(/^content\//, '');
  return `${path.replace(/\/$/, '').replace(/\.md$/, '')}/`;
}

/**
 * Retires addresses that hold what had to go, such as the page of a person who is no longer named: in the ledger, one line
 * takes the place of those of each, `{"path":"retired/1/","date":"2024-05-01","lines":2}`. It says that so many lines were
 * there and nothing of what they said, nor a checksum of it, with which a guess at a name could be confirmed.
 *
 * @param root absolute path of the content folder
 * @param addresses as in the ledger: `people/jane-holm/`
 * @param date the day on which they are retired: `2024-05-01`
 * @throws {CommandError} when one was never published, or still has a file or leads on
 */
export async function retireAddresses(
  root: string,
  content: ArchiveContent,
  addresses: ReadonlySet<string>,
  date: string,
): Promise<void> {
  const { articles, vocabularies: records, ledger } = content;
  const named = listNamedAddresses(content);
  const files = new Set([
    ...articles.map(({ id }) => articleAddress(id)),
    ...vocabularies.flatMap(({ name }) => records[name].map(({ id }) => `${name}/${id}/`)),
  ]);
  const former = new Map(
    articles.flatMap(({ id, data }) => data.formerIds.map((each) => [articleAddress(each), id] as const)),
  );
  const formerUrls = new Set(
    [...articles, ...Object.values(records).flat()].flatMap(({ data }) =>
      data.formerUrls.flatMap(formerAddress),
    ),
  );
  const counts = new Map([...addresses].map((address) => [address, 0]));
  for (const { path } of ledger) {
    const count = counts.get(path);
    if (count !== undefined) counts.set(path, count + 1);
  }
  for (const [address, count] of counts) {
    const file = `content/${address.slice(0, -1)}.md`;
    const by = former.get(address);
    if (count === 0 || isRetired({ path: address }))
      throw new CommandError(`The ledger has no address ${address}. Give one as it stands there.`);
    if (formerUrls.has(address))
      throw new CommandError(`${address} still leads on. Remove it from the formerUrls of its record first.`);
    if (files.has(address))
      throw new CommandError(
        `${address} is still there. Remove ${file}, or move it to another name, and whatever refers to it, first.`,
      );
    if (named.has(address))
      throw new CommandError(
        `${address} is still there. Take the name out of the articles that have it first.`,
      );
    if (by !== undefined)
      throw new CommandError(
        `${address} leads to another article. Remove it from the formerIds of content/articles/${by}.md first.`,
      );
  }
  const last = Math.max(0, ...ledger.filter(isRetired).map(({ path }) => Number(path.split('/')[1])));
  const retired = [...counts.values()].map((lines, index) =>
    JSON.stringify({ path: `retired/${last + 1 + index}/`, date, lines }),
  );
  const kept = ledger.filter(({ path }) => !addresses.has(path)).map(({ text }) => text);
  await writeLedger(root, [...kept, ...retired]);
}
