import type { MediaObject, NewsArticle, Periodical, PublicationIssue, WebSite } from 'schema-dts';

import {
  absoluteUrl,
  describeBreadcrumb,
  describeSubject,
  referTo,
  renderJsonLd,
  siteOf,
  type DescribedLink,
  type DescribedRecord,
  type DescribedSite,
} from './json-ld.ts';

/** The parts of an issue's page that its structured data need. */
export interface DescribedIssue {
  frame: DescribedSite;
  href: string;
  /** The pages above it, from the largest. */
  breadcrumb: readonly DescribedLink[];
  publication: DescribedRecord & { issn: string | undefined };
  title: string;
  /** `1998-03-12` */
  date: string;
  contents: {
    editions: readonly {
      number: string | undefined;
      groups: readonly { list: { items: readonly { item: DescribedLink }[] } }[];
    }[];
  };
  printed?: { manifest: string } | undefined;
}

/**
 * Describes an issue's page for machines: a `PublicationIssue` (https://schema.org/PublicationIssue) for each number that
 * appeared on the day, and the page's breadcrumb.
 */
export function describePublicationIssue(issue: DescribedIssue): string {
  const { frame, href, breadcrumb, contents, title } = issue;
  const byNumber = [...Map.groupBy(contents.editions, ({ number }) => number)];
  const url = absoluteUrl(frame, href);
  const issues = byNumber.map(([number, editions], index) => {
    const id = byNumber.length === 1 ? url : `${url}#issue-${index + 1}`;
    const items = editions.flatMap(({ groups }) => groups.flatMap(({ list }) => list.items));
    return describeNumber(issue, id, number, items);
  });
  return renderJsonLd([...issues, describeBreadcrumb([...breadcrumb, { title, href }])]);
}

function describeNumber(
  { frame, href, date, printed, publication }: DescribedIssue,
  id: string,
  number: string | undefined,
  items: readonly { item: DescribedLink }[],
): PublicationIssue {
  const { issn } = publication;
  const periodical = { ...describeSubject(frame, 'publications', publication), ...(issn && { issn }) };
  return {
    '@type': 'PublicationIssue',
    '@id': id,
    url: absoluteUrl(frame, href),
    ...(number !== undefined && { issueNumber: number }),
    datePublished: date,
    isPartOf: [periodical as Periodical, referTo<WebSite>(siteOf(frame))],
    ...(printed && {
      associatedMedia: {
        '@type': 'MediaObject',
        contentUrl: absoluteUrl(frame, printed.manifest),
        encodingFormat: 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
      } satisfies MediaObject,
    }),
    hasPart: items.map(({ item }): NewsArticle => {
      const address = absoluteUrl(frame, item.href);
      return { '@type': 'NewsArticle', '@id': address, url: address, headline: item.title };
    }),
  };
}
