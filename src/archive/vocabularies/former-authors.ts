import { authorIdIn } from '../../records/authors/list-authors.ts';
import { createAuthorRecords } from '../../records/authors/author-records.ts';
import type { LedgerEntry } from '../../records/ledger/ledger.ts';
import type { Paths } from '../paths.ts';
import type { Authority } from './authority.ts';
import { toNamedRecord } from './authorship.ts';

/** The address of an author whom no byline names any more. */
export interface FormerAuthor {
  /** As in the address: `jane-holm`. */
  id: string;
  href: string;
  /** The author or the record that the name is now known for; missing when there is none. */
  by: Authority | undefined;
}

/**
 * Lists the addresses of authors that were published and are those of no author now. Each leads on to the record that has the
 * name, as an author if it is one: there a spelling has gone over to the name of the record.
 *
 * @param authors those whom bylines name
 * @param records of people and organizations
 */
export function listFormerAuthors(
  ledger: readonly LedgerEntry[],
  authors: readonly Authority[],
  records: readonly Authority[],
  paths: Paths,
): FormerAuthor[] {
  const used = new Set(authors.map(({ id }) => id));
  const published = new Set(ledger.flatMap(({ path }) => authorIdIn(path) ?? []));
  const former = [...published].filter((id) => !used.has(id));
  if (former.length === 0) return [];
  const known = createAuthorRecords(records.map(toNamedRecord));
  return former.map((id) => {
    const record = known.find(id)?.authority;
    return { id, href: paths.record(`authors/${id}`), by: record?.counterpart ?? record };
  });
}
