import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { articleAddress, digestText, latestLines, ledgerFile, type LedgerEntry } from './ledger.ts';
import type { ArchiveContent } from '../read/read-archive.ts';
import { vocabularies } from '../vocabularies.ts';

/** What the ledger does not have yet of an archive: new addresses, and articles with another text or correction. */
export function findUnentered({
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
 * Enters in the ledger of a content folder what it does not have yet. The lines that are there stay as they are written;
 * all are in the order of their addresses, so that what two people enter can be merged.
 *
 * @param root absolute path of the content folder
 * @param date the day of publication: `2021-07-18`
 * @returns what was entered
 */
export async function enterInLedger(
  root: string,
  content: ArchiveContent,
  date: string,
): Promise<LedgerEntry[]> {
  const added = findUnentered(content).map(({ path, ...rest }) => ({ path, date, ...rest }));
  if (added.length === 0) return added;
  const file = join(root, ledgerFile);
  const lines = [
    ...content.ledger,
    ...added.map((entry) => ({ path: entry.path, text: JSON.stringify(entry) })),
  ];
  lines.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const next = `${file}.${process.pid}.next`;
  try {
    await writeFile(next, lines.map(({ text }) => `${text}\n`).join(''), { flag: 'wx' });
    await rename(next, file);
  } finally {
    await rm(next, { force: true });
  }
  return added;
}
