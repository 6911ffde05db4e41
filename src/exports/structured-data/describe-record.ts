import type { Thing } from 'schema-dts';

import type { IndexName } from '../../records/name-indexes.ts';
import { findVocabulary, type VocabularyName } from '../../records/vocabularies.ts';
import {
  absoluteUrl,
  describeBreadcrumb,
  describeSubject,
  renderJsonLd,
  type DescribedLink,
  type DescribedRecord,
  type DescribedSite,
  type Subject,
} from './json-ld.ts';

/** An authority record as its structured data needs it. */
export interface DescribedAuthority {
  frame: DescribedSite;
  vocabulary: IndexName;
  /** What an author is, as far as that is known. */
  authorType: 'Person' | 'Organization' | undefined;
  /** The person or organization that an author is. */
  author: { record: DescribedLink } | undefined;
  /** The path of its first page. */
  href: string;
  /** The index of its vocabulary. */
  breadcrumb: readonly DescribedLink[];
  name: string;
  description: string;
  /** Its pages at the archives of a federation. */
  inArchives?: { pages: readonly DescribedLink[] } | undefined;
  facts: {
    sameAs: readonly { url: string }[];
    variants: { names: readonly string[] } | undefined;
    /** Dates as `<time datetime>` has them; none that is not exact. */
    roles: readonly { title: string; from: string | undefined; to: string | undefined }[];
    coordinates: { latitude: number; longitude: number } | undefined;
    broader: { records: readonly DescribedRecord[] } | undefined;
    mediaTopic: string | undefined;
    /** What is known of a publication; missing for other records. */
    publication?: DescribedPublication | undefined;
  };
}

/** What the structured data of a publication need besides. */
interface DescribedPublication {
  place: DescribedRecord | undefined;
  issn: string | undefined;
  homepage: { url: string } | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** Describes a record's page for machines: the person, place, organization, topic, publication or author, and its breadcrumb. */
export function describeRecord(record: DescribedAuthority): string {
  const { href, breadcrumb, name } = record;
  return renderJsonLd([describeWhatItIs(record), describeBreadcrumb([...breadcrumb, { title: name, href }])]);
}

function describeWhatItIs(record: DescribedAuthority): Thing {
  const { frame, vocabulary, href, name, description, facts, inArchives } = record;
  if (vocabulary === 'authors') return describeAuthor(record);
  const { homepage } = facts.publication ?? {};
  const sameAs = [
    ...(homepage ? [homepage.url] : []),
    ...facts.sameAs.map(({ url }) => url),
    ...(inArchives?.pages ?? []).map((page) => page.href),
  ];
  return {
    ...describeSubject(frame, vocabulary, { title: name, href, sameAs }),
    url: absoluteUrl(frame, href),
    description,
    ...(facts.variants && { alternateName: [...facts.variants.names] }),
    ...describeParticulars(record, vocabulary),
  } as Subject;
}

/** Describes an author: a page of articles where it is not known whether the name is that of a person. */
function describeAuthor({ frame, href, name, facts, authorType, author }: DescribedAuthority): Thing {
  const url = absoluteUrl(frame, href);
  return {
    '@type': authorType ?? 'CollectionPage',
    '@id': url,
    url,
    name,
    ...(facts.variants && { alternateName: [...facts.variants.names] }),
    ...(author && { sameAs: absoluteUrl(frame, author.record.href) }),
  } as Thing;
}

/** The properties that only the records of one vocabulary have. */
function describeParticulars(
  { frame, breadcrumb, facts }: DescribedAuthority,
  vocabulary: VocabularyName,
): object {
  const { schemaOrgType, broaderField } = findVocabulary(vocabulary);
  if (schemaOrgType === 'Person') {
    const roles = facts.roles.map(({ title, from, to }) => ({
      '@type': 'Role',
      roleName: title,
      ...(from && { startDate: from }),
      ...(to && { endDate: to }),
    }));
    return roles.length > 0 ? { hasOccupation: roles } : {};
  }
  if (broaderField === 'within') {
    const { coordinates, broader } = facts;
    return {
      ...(coordinates && { geo: { '@type': 'GeoCoordinates', ...coordinates } }),
      ...(broader && {
        containedInPlace: broader.records.map((place) => describeSubject(frame, vocabulary, place)),
      }),
    };
  }
  if (facts.publication) {
    const { place, issn, from, to } = facts.publication;
    return {
      ...(issn && { issn }),
      ...(from && { startDate: from }),
      ...(to && { endDate: to }),
      ...(place && { locationCreated: describeSubject(frame, 'places', place) }),
    };
  }
  if (schemaOrgType !== 'DefinedTerm') return {};
  const [index] = breadcrumb;
  return {
    ...(facts.mediaTopic && { termCode: facts.mediaTopic }),
    ...(index && { inDefinedTermSet: absoluteUrl(frame, index.href) }),
  };
}
