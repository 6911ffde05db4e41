import type { AuthorityData } from '../../records/schemas/schemas.ts';
import { identifyAddress } from './match-records.ts';

/** What belongs to a record's own name, or to its address at its own archive: none of it is true of another's. */
const ownKeys: ReadonlySet<string> = new Set<keyof AuthorityData>([
  'name',
  'sortName',
  'variants',
  'sameAs',
  'replacedBy',
  'formerUrls',
  'description',
]);

/**
 * Merges what several archives say of the same person, place …: the heading, the description and all facts of the first; what
 * it does not say, of the next that does; the names and addresses of all.
 *
 * @param records in the order of the archives, their references as ids in the federation
 */
export function mergeData([first, ...others]: readonly [AuthorityData, ...AuthorityData[]]): AuthorityData {
  const merged: Record<string, unknown> = { ...first };
  for (const other of others)
    for (const [key, value] of Object.entries(other))
      if (!ownKeys.has(key) && isMissing(merged[key])) merged[key] = value;
  const all = [first, ...others];
  const names = new Set(all.flatMap(({ name, variants }) => [name, ...variants]));
  names.delete(first.name);
  const addresses = Map.groupBy(
    all.flatMap(({ sameAs }) => sameAs),
    identifyAddress,
  );
  return {
    ...(merged as unknown as AuthorityData),
    variants: [...names],
    sameAs: [...addresses.values()].flatMap(([address]) => address ?? []),
    // They are those of the record's page at its own archive.
    formerUrls: [],
  };
}

function isMissing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
