import type { Archive } from '../../archive/archive.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';

/** A link within the site. */
export interface Link {
  title: string;
  /** A path from the root of the host, or a fragment of the page. */
  href: string;
}

/** A link to a record's page, by its name. */
export interface RecordLink extends Link {
  /** Addresses of the same in other authority files, for the page's structured data. */
  sameAs: readonly string[];
}

/** The breadcrumb down to a record, for the pages that belong to it. */
export function linkDownTo({ messages, paths }: Archive, { vocabulary, name, href }: Authority): Link[] {
  const { title } = messages.vocabularies[vocabulary.name];
  return [
    { title, href: paths.vocabulary(vocabulary.name) },
    { title: name, href },
  ];
}

/** The link to a record's page, by its name. */
export function linkRecord({ name, href, sameAs }: Authority): RecordLink {
  return { title: name, href, sameAs };
}
