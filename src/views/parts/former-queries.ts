import type { Archive } from '../../archive/archive.ts';

/** Whether an archive has old addresses with queries, which scripts look up on hosts that have no rules for them. */
export function hasFormerQueries({ formerAddresses }: Pick<Archive, 'formerAddresses'>): boolean {
  return formerAddresses.some(({ query }) => query.length > 0);
}
