import type {
  BreadcrumbList,
  DefinedTerm,
  Graph,
  Organization,
  Periodical,
  Person,
  Place,
  Thing,
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

/** Describes a site as a whole, for its home page; other pages {@link referTo refer to} it and to its publisher. */
export function describeSite(site: DescribedSite): string {
  const { title, address, publisher } = site;
  const { url = address } = publisher ?? {};
  return renderJsonLd([
    {
      '@type': 'WebSite',
      '@id': address,
      name: title,
      url: address,
      isAccessibleForFree: true,
      publisher: referTo<Organization>(publisherOf(site)),
    },
    { ...namePublisher(site), '@id': absoluteUrl(site, publisherOf(site)), url },
  ]);
}

/**
 * Refers to what another page describes, by the path of that page: in HTML, JSON-LD resolves it against the page's own
 * address (JSON-LD 1.1, section 7.3.1).
 *
 * @example
 * referTo('/people/ada-lind/') // { '@id': '/people/ada-lind/' }
 */
export function referTo<Node extends Thing>(href: string): Exclude<Node, string> {
  return { '@id': href } as unknown as Exclude<Node, string>;
}

/** The publisher by its name, for readers that follow no references: the archive itself when it names no other. */
export function namePublisher(site: DescribedSite): Exclude<Organization, string> {
  const { name = site.title } = site.publisher ?? {};
  return { '@type': 'Organization', '@id': publisherOf(site), name };
}

/** The site, and its publisher, as its home page describes them: paths from the root of the host. */
export const siteOf = ({ address }: DescribedSite) => new URL(address).pathname;
const publisherOf = (site: DescribedSite) => `${siteOf(site)}#publisher`;

/** The pages above a page, from the largest, and the page itself. */
export function describeBreadcrumb(links: readonly DescribedLink[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: links.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: href,
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
