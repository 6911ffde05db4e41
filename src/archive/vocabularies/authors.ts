import type { Authority } from './authority.ts';

/** An author named in a byline. */
export interface Author {
  /** As printed. */
  name: string;
  /** The parts of a person's name, where the sort name of the person's record tells them apart. */
  parts?: { family: string; given: string };
  isOrganization: boolean;
}

/**
 * Creates the function that identifies the authors in bylines. A name is split only where a person's record has a sort
 * name such as `Doe, Jane`: in many languages the family name comes first, and many bylines are not personal names.
 *
 * @returns what is known of a name as printed; nothing for a name that two records share
 */
export function createAuthorFinder(records: readonly Authority[]): (name: string) => Author {
  const known = new Map<string, Authority | undefined>();
  for (const record of records) {
    if (!['Person', 'Organization'].includes(record.vocabulary.schemaOrgType ?? '')) continue;
    for (const name of new Set([record.name, ...record.variants])) {
      known.set(name, known.has(name) ? undefined : record);
    }
  }
  return (name) => {
    const record = known.get(name);
    const isOrganization = record?.vocabulary.schemaOrgType === 'Organization';
    const parts = record && !isOrganization ? splitName(name, record.sortName) : undefined;
    return { name, ...(parts && { parts }), isOrganization };
  };
}

/** Splits a name by its sort name, keeping the characters as printed. */
function splitName(name: string, sortName: string): Author['parts'] {
  const [family = '', given, ...more] = sortName.split(', ');
  // These separate the names of a list.
  if (!given || more.length > 0 || /,|;|\sand\s/i.test(name)) return undefined;
  if (name.endsWith(` ${family}`)) return { family, given: name.slice(0, -family.length - 1) };
  if (name.startsWith(`${family} `)) return { family, given: name.slice(family.length + 1) };
  return undefined;
}
