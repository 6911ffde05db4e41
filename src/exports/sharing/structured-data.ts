import type {
  BreadcrumbList,
  CorrectionComment,
  DefinedTerm,
  Graph,
  NewsArticle,
  Organization,
  Person,
  Place,
  Thing,
  WebSite,
} from 'schema-dts';

import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import { exactDate } from '../../archive/dates/dates.ts';
import type { ArchiveDate } from '../../records/date/archive-date.ts';

/** An item of a breadcrumb. */
interface BreadcrumbItem {
  title: string;
  href: string;
}

type Subject = Exclude<Person | Place | Organization | DefinedTerm, string>;

/** Renders the JSON-LD of an article's page: a `NewsArticle` (https://schema.org/NewsArticle) and the breadcrumb. */
export function describeArticle(
  archive: Archive,
  article: Article,
  steps: readonly BreadcrumbItem[],
): string {
  const { site, paths } = archive;
  const url = paths.canonical(article.href);
  const records = archive.tagsOf(article).flatMap((group) => group.records);
  const datePublished = article.date && exactDate(article.date);
  const source = article.source;
  const news: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': url,
    url,
    headline: article.title,
    ...(article.subtitle && { alternativeHeadline: article.subtitle }),
    // Schema.org has no form for an approximate date or an interval.
    ...(datePublished && { datePublished }),
    ...(article.updated && { dateModified: article.updated }),
    inLanguage: article.language,
    ...(article.byline.length > 0 && {
      author: archive.authorsOf(article).map(({ name, isOrganization }): Person | Organization => ({
        '@type': isOrganization ? 'Organization' : 'Person',
        name,
      })),
    }),
    ...(article.dateline && { dateline: article.dateline }),
    ...(article.summary && { abstract: article.summary }),
    ...(records.length > 0 && { about: records.map((record) => subjectOf(archive, record)) }),
    ...mentionsOf(archive, article, records),
    ...(article.corrections.length > 0 && { correction: article.corrections.map(correctionOf) }),
    ...((source?.name || source?.url) && {
      isBasedOn: {
        '@type': 'CreativeWork',
        ...(source.name && { name: source.name }),
        ...(source.url && { url: source.url }),
      },
    }),
    ...(article.rights && { copyrightNotice: article.rights }),
    publisher: publisherOf(archive),
    // The site's licence is for the archive's own texts, such as this description.
    ...(site.license?.url && { sdLicense: site.license.url }),
    isAccessibleForFree: true,
    isPartOf: siteOf(archive),
  };
  return renderGraph([news, breadcrumb(archive, [...steps, { title: article.title, href: article.href }])]);
}

/** Renders the JSON-LD of a record's page: the person, place, organization or topic, and the breadcrumb. */
export function describeRecord(archive: Archive, record: Authority): string {
  const { paths, messages } = archive;
  const { title } = messages.vocabularies[record.vocabulary.name];
  const steps = [{ title, href: paths.vocabulary(record.vocabulary.name) }];
  const { variants, description, broader } = record;
  const subject: Subject = {
    ...subjectOf(archive, record),
    url: paths.canonical(record.href),
    description,
    ...(variants.length > 0 && { alternateName: [...variants] }),
    ...detailsOf(archive, record, broader),
  } as Subject;
  return renderGraph([subject, breadcrumb(archive, [...steps, { title: record.name, href: record.href }])]);
}

function detailsOf(archive: Archive, { vocabulary, data }: Authority, broader: readonly Authority[]): object {
  if (vocabulary.name === 'people') {
    const offices = (data.roles ?? []).map(({ title, from, to }) => ({
      '@type': 'Role',
      roleName: title,
      ...startAndEnd('startDate', from),
      ...startAndEnd('endDate', to),
    }));
    return offices.length > 0 ? { hasOccupation: offices } : {};
  }
  if (vocabulary.name === 'places') {
    return {
      ...(data.coordinates && { geo: { '@type': 'GeoCoordinates', ...data.coordinates } }),
      ...(broader.length > 0 && { containedInPlace: broader.map((place) => subjectOf(archive, place)) }),
    };
  }
  if (vocabulary.name !== 'topics') return {};
  return {
    ...(data.mediaTopic && { termCode: data.mediaTopic }),
    inDefinedTermSet: archive.paths.canonical(archive.paths.vocabulary('topics')),
  };
}

function startAndEnd(key: 'startDate' | 'endDate', date: ArchiveDate | undefined): object {
  const exact = date && exactDate(date);
  return exact ? { [key]: exact } : {};
}

const types = {
  people: 'Person',
  places: 'Place',
  organizations: 'Organization',
  topics: 'DefinedTerm',
} as const;

function subjectOf({ paths }: Archive, { vocabulary, name, href, sameAs }: Authority): Subject {
  return {
    '@type': types[vocabulary.name],
    '@id': paths.canonical(href),
    name,
    ...(sameAs.length > 0 && { sameAs: [...sameAs] }),
  } as Subject;
}

/** The records that the text names. */
function mentionsOf(
  { paths }: Archive,
  article: Article,
  records: readonly Authority[],
): { mentions?: Thing } {
  const named = records.filter(({ key }) => article.evidence[key]);
  if (named.length === 0) return {};
  return { mentions: named.map(({ href }) => ({ '@id': paths.canonical(href) })) as unknown as Thing };
}

function correctionOf({ date, note }: Article['corrections'][number]): CorrectionComment {
  const datePublished = exactDate(date);
  return {
    '@type': 'CorrectionComment',
    text: note,
    ...(datePublished && { datePublished }),
  };
}

function publisherOf({ site, paths }: Archive): Organization {
  const { name = site.title, url = paths.canonical(paths.home) } = site.publisher ?? {};
  return { '@type': 'Organization', name, url };
}

function siteOf({ site, paths }: Archive): WebSite {
  const url = paths.canonical(paths.home);
  return { '@type': 'WebSite', '@id': url, name: site.title, url };
}

function breadcrumb({ paths }: Archive, steps: readonly BreadcrumbItem[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: paths.canonical(href),
    })),
  };
}

/** Renders JSON-LD for a `script` element: with "<" escaped, nothing in it can end the element. */
function renderGraph(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
