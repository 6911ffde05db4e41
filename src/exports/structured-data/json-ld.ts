import type {
  BreadcrumbList,
  DefinedTerm,
  Graph,
  Organization,
  Periodical,
  Person,
  Place,
  Thing,
  WebSite,
} from 'schema-dts';

import { mapVocabularies, type VocabularyName } from '../../records/vocabularies.ts';

/** The site that a description is part of. */
export interface DescribedSite {
  title: string;
  /** The absolute URL of its home page. */
  address: string;
  publisher: { name: string; url?: string | undefined } | undefined;
  license: { url?: string | undefined } | undefined;
}

/** A page by its title and its path. */
export interface DescribedLink {
  title: string;
  href: string;
}

/** An authority record that a description names. */
export interface DescribedRecord extends DescribedLink {
  sameAs: readonly string[];
}

/** What an authority record stands for, in schema.org's terms. */
export type Subject = Exclude<Person | Place | Organization | DefinedTerm | Periodical, string>;

const types = mapVocabularies((_, { schemaOrgType }) => schemaOrgType);

/** Describes briefly what an authority record stands for. */
export function describeSubject(
  site: DescribedSite,
  vocabulary: VocabularyName,
  { title, href, sameAs }: DescribedRecord,
): Subject {
  return {
    '@type': types[vocabulary],
    '@id': absoluteUrl(site, href),
    name: title,
    ...(sameAs.length > 0 && { sameAs: [...sameAs] }),
  } as Subject;
}

/** The publisher of a site: the archive itself when it names no other. */
export function describePublisher({ title, address, publisher }: DescribedSite): Organization {
  const { name = title, url = address } = publisher ?? {};
  return { '@type': 'Organization', name, url };
}

/** The site as a whole. */
export function describeSite({ title, address }: DescribedSite): WebSite {
  return { '@type': 'WebSite', '@id': address, name: title, url: address };
}

/** The pages above a page, from the largest, and the page itself. */
export function describeBreadcrumb(site: DescribedSite, links: readonly DescribedLink[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: links.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: absoluteUrl(site, href),
    })),
  };
}

/** The absolute URL of a path from the root of the host. */
export function absoluteUrl({ address }: DescribedSite, href: string): string {
  return new URL(href, address).href;
}

/** Renders JSON-LD as the content of a `script` element: "<" is escaped, so that nothing in it can end the element. */
export function renderJsonLd(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
