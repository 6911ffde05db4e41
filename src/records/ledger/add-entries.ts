import {
  articleAddress,
  digestText,
  formerAddress,
  latestLines,
  type LedgerEntry,
  type LedgerLine,
} from './ledger.ts';
import { listNamedAddresses } from './named-addresses.ts';
import { writeLedger } from './write-ledger.ts';
import type { ArchiveContent } from '../read/read-archive.ts';
import { vocabularies } from '../vocabularies.ts';

/** Finds what is missing from the ledger: new addresses, and articles whose text, corrections or redactions have changed. */
export function findMissingEntries(
  content: Pick<ArchiveContent, 'site' | 'articles' | 'vocabularies' | 'ledger'>,
): Omit<LedgerEntry, 'date'>[] {
  const { articles, vocabularies: records, ledger } = content;
  const latest = latestLines(ledger);
  const changed = articles.flatMap((article) => {
    const path = articleAddress(article.id);
    const { withdrawn, corrections, redactions } = article.data;
    if (withdrawn) return latest.has(path) ? [] : [{ path }];
    const sha256 = digestText(article);
    const known = latest.get(path);
    const isSame =
      known?.sha256 === sha256 &&
      (known.corrections ?? 0) === corrections.length &&
      (known.redactions ?? 0) === redactions.length;
    if (isSame) return [];
    return [
      {
        path,
        sha256,
        ...(corrections.length > 0 && { corrections: corrections.length }),
        ...(redactions.length > 0 && { redactions: redactions.length }),
      },
    ];
  });
  const others = [
    ...articles.flatMap(({ data }) => data.formerIds.map(articleAddress)),
    ...vocabularies.flatMap(({ name }) => records[name].map(({ id }) => `${name}/${id}/`)),
    ...listNamedAddresses(content),
    ...[...articles, ...Object.values(records).flat()].flatMap(({ data }) =>
      data.formerUrls.flatMap(formerAddress),
    ),
  ];
  return [...changed, ...others.filter((path) => !latest.has(path)).map((path) => ({ path }))];
}

/**
 * Adds what is missing to the ledger of a content folder. Existing lines are kept unchanged, but for the checksums of texts
 * of which something was taken out since: everything else of such a text is known, so that they would confirm a guess.
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
  const redacted = findRedacted(content, added);
  const kept = content.ledger.map((line) => (redacted.has(line.path) ? withoutSum(line) : line.text));
  await writeLedger(root, [...kept, ...added.map((entry) => JSON.stringify(entry))]);
  return added;
}

/** The addresses, former ones included, of the articles that are entered with another redaction than before. */
function findRedacted({ articles, ledger }: ArchiveContent, added: readonly LedgerEntry[]): Set<string> {
  const latest = latestLines(ledger);
  const entered = new Set(
    added
      .filter(({ path, redactions = 0 }) => redactions > (latest.get(path)?.redactions ?? 0))
      .map(({ path }) => path),
  );
  return new Set(
    articles
      .filter(({ id }) => entered.has(articleAddress(id)))
      .flatMap(({ id, data }) => [id, ...data.formerIds].map(articleAddress)),
  );
}

function withoutSum({ text }: LedgerLine): string {
  const { sha256, ...entry } = JSON.parse(text) as LedgerEntry;
  return sha256 === undefined ? text : JSON.stringify({ ...entry, withheld: true });
}
