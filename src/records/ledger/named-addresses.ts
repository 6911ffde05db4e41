import { authorAddress, authorIdIn, listAuthors } from '../authors/list-authors.ts';
import type { ArchiveContent } from '../read/read-archive.ts';
import { listSectionAddresses, sectionIn } from '../sections/section-addresses.ts';

/** Lists the addresses of what has no file but a name in articles: authors, and sections of publications. */
export function listNamedAddresses(
  content: Pick<ArchiveContent, 'site' | 'articles' | 'vocabularies'>,
): Set<string> {
  return new Set([
    ...listAuthors(content).map(({ author }) => authorAddress(author.id)),
    ...listSectionAddresses(content.articles),
  ]);
}

/** Whether an address is one of those: its page is made from articles or, once none has the name, from the ledger. */
export function isNamedAddress(address: string): boolean {
  return authorIdIn(address) !== undefined || sectionIn(address) !== undefined;
}
