import type { AuthorityData } from '../records/schemas/schemas.ts';
import {
  identifyFormerUrl,
  normalizeFormerUrl,
  type FormerUrl,
} from '../records/former-urls/normalize-former-url.ts';

/** An address that a page had before it was in the archive, and where the page is now. */
export interface FormerAddress extends Pick<FormerUrl, 'path' | 'query'> {
  /** The page, with the name that readers are told. */
  target: { title: string; href: string };
}

/** A page with the former URLs of its record. */
interface Successor {
  formerUrls: readonly string[];
  title: string;
  href: string;
}

/** A record as far as its former addresses need it. */
interface NamedRecord {
  name: string;
  href: string;
  data: Pick<AuthorityData, 'formerUrls'>;
}

/**
 * Lists the former addresses of articles and records, sorted, each once. Those of a record that was merged into another
 * lead to that one at once.
 */
export function listFormerAddresses(
  successors: readonly Successor[],
  records: readonly NamedRecord[],
  replaced: readonly { record: NamedRecord; by: NamedRecord }[],
): FormerAddress[] {
  const all = [
    ...successors,
    ...records.map(({ name, href, data }) => ({ formerUrls: data.formerUrls, title: name, href })),
    ...replaced.map(({ record, by }) => ({
      formerUrls: record.data.formerUrls,
      title: by.name,
      href: by.href,
    })),
  ];
  const found = new Map<string, FormerAddress>();
  for (const { formerUrls, title, href } of all) {
    for (const written of formerUrls) {
      const url = normalizeFormerUrl(written);
      if (url)
        found.set(identifyFormerUrl(url), { path: url.path, query: url.query, target: { title, href } });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, address]) => address);
}
