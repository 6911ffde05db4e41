import type { Authority } from './authority.ts';

/** A name of a byline, and what the archive knows of how it is built. */
export interface Author {
  /** As printed. */
  name: string;
  /** The parts of a person's name, where the person's record says which is which. */
  parts?: { family: string; given: string };
  isOrganization: boolean;
}

/**
 * Finds out whom bylines name. A name is taken apart only where the record of a person of that name has a sort name like
 * `Doe, Jane`: in many languages the family name comes first, and many bylines are no person's name.
 *
 * @returns what is known of a name as printed; a name that two records share says nothing
 */
export function createAuthorFinder(
  people: readonly Authority[],
  organizations: readonly Authority[],
): (name: string) => Author {
  const known = new Map<string, Authority | undefined>();
  for (const record of [...people, ...organizations]) {
    for (const name of new Set([record.name, ...record.variants])) {
      known.set(name, known.has(name) ? undefined : record);
    }
  }
  return (name) => {
    const record = known.get(name);
    const isOrganization = record?.vocabulary.name === 'organizations';
    const parts = record && !isOrganization ? splitName(name, record.sortName) : undefined;
    return { name, ...(parts && { parts }), isOrganization };
  };
}

/** The parts of a name by its sort name, in the letters in which it is printed. */
function splitName(name: string, sortName: string): Author['parts'] {
  const [family = '', given, ...more] = sortName.split(', ');
  // In lists of names these stand between two of them.
  if (!given || more.length > 0 || /,|;|\sand\s/i.test(name)) return undefined;
  if (name.endsWith(` ${family}`)) return { family, given: name.slice(0, -family.length - 1) };
  if (name.startsWith(`${family} `)) return { family, given: name.slice(family.length + 1) };
  return undefined;
}
