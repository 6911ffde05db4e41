import { join } from 'node:path';

import { articleAddress, digestText, latestLines, ledgerFile, type LedgerEntry } from './ledger.ts';
import type { ArchiveContent } from '../read/read-archive.ts';
import { vocabularies } from '../vocabularies.ts';
import { writeFileSafely } from '../../system/write-file.ts';

/** Finds what is missing from the ledger: new addresses, and articles whose text or corrections have changed. */
export function findMissingEntries({
  articles,
  vocabularies: records,
  ledger,
}: Pick<ArchiveContent, 'articles' | 'vocabularies' | 'ledger'>): Omit<LedgerEntry, 'date'>[] {
  const latest = latestLines(ledger);
  const changed = articles.flatMap((article) => {
    const path = articleAddress(article.id);
    const { withdrawn, corrections } = article.data;
    if (withdrawn) return latest.has(path) ? [] : [{ path }];
    const sha256 = digestText(article);
    const known = latest.get(path);
    if (known?.sha256 === sha256 && (known.corrections ?? 0) === corrections.length) return [];
    return [{ path, sha256, ...(corrections.length > 0 && { corrections: corrections.length }) }];
  });
  const others = [
    ...articles.flatMap(({ data }) => data.formerIds.map(articleAddress)),
    ...vocabularies.flatMap(({ name }) => records[name].map(({ id }) => `${name}/${id}/`)),
  ];
  return [...changed, ...others.filter((path) => !latest.has(path)).map((path) => ({ path }))];
}

/**
 * Adds what is missing to the ledger of a content folder. Existing lines are kept unchanged. Lines are sorted by address,
 * so that version control can merge the additions of two people.
 *
 * @param root absolute path of the content folder
 * @param date the day of publication: `2021-07-18`
 * @returns the entries that were added
 */
export async function addLedgerEntries(
  root: string,
  content: ArchiveContent,
  date: string,
): Promise<LedgerEntry[]> {
  const added = findMissingEntries(content).map(({ path, ...rest }) => ({ path, date, ...rest }));
  if (added.length === 0) return added;
  const file = join(root, ledgerFile);
  const lines = [
    ...content.ledger,
    ...added.map((entry) => ({ path: entry.path, text: JSON.stringify(entry) })),
  ];
  lines.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  await writeFileSafely(file, lines.map(({ text }) => `${text}\n`).join(''));
  return added;
}
