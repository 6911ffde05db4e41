import type { Authority } from '../../archive/vocabularies/authority.ts';

/** A link within the site. */
export interface Link {
  title: string;
  /** A path from the root of the host, or a fragment of the page. */
  href: string;
}

/** The link to a record's page, by its name. */
export function linkRecord({ name, href }: Pick<Authority, 'name' | 'href'>): Link {
  return { title: name, href };
}
