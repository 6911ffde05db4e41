import type {
  CorrectionComment,
  CreativeWork,
  ImageObject,
  NewsArticle,
  Organization,
  Person,
  Thing,
  WebSite,
} from 'schema-dts';

import { splitPages } from '../../archive/printed-place.ts';

import { isLicenseAddress } from '../../markdown/figures.ts';
import {
  absoluteUrl,
  describeBreadcrumb,
  namePublisher,
  referTo,
  renderJsonLd,
  siteOf,
  type DescribedLink,
  type DescribedSite,
} from './json-ld.ts';

/** The parts of an article that its structured data need. */
export interface DescribedArticle {
  frame: DescribedSite;
  href: string;
  /** The pages above it, from the largest. */
  breadcrumb: readonly DescribedLink[];
  title: string;
  subtitle: string | undefined;
  /** The date as `<time datetime>` has it; none that is not exact. */
  date: { datetime?: string };
  /** The last day on which it changed. */
  updated: string | undefined;
  language: string;
  dateline: string | undefined;
  /** Whether the text names each. */
  tags: readonly { records: readonly (DescribedLink & { isNamed: boolean })[] }[];
  redactions: DescribedNotices | undefined;
  corrections: DescribedNotices | undefined;
  provenance:
    | {
        source: { publication?: DescribedLink | undefined; url?: string | undefined } | undefined;
        rights: string | undefined;
      }
    | undefined;
  /** The issue that it was printed in is what its neighbours are in. */
  previousNext: { within?: DescribedLink | undefined };
  /** Its pictures, with absolute addresses; missing when it has none. */
  pictures?: readonly DescribedImage[] | undefined;
  /** The parts of its byline. */
  byline: readonly { text: string }[];
  /** The authors whom it names, with what each is as far as that is known. */
  authors: readonly (Omit<DescribedLink, 'title'> & {
    name: string;
    type: 'Person' | 'Organization' | undefined;
  })[];
  citation: { summary: string | undefined; printed?: DescribedPlace | undefined };
}

/** Where in a publication it was printed. */
interface DescribedPlace {
  issue?: string | undefined;
  edition?: string | undefined;
  section?: string | undefined;
  page?: string | undefined;
}

/** What an article's page says of its changes. */
interface DescribedNotices {
  items: readonly { date: { datetime?: string }; standard?: string; note: string | undefined }[];
}

/** A picture of an article, with its size in pixels. */
interface DescribedImage {
  address: string;
  width: number;
  height: number;
  caption: string | undefined;
  credit: string | undefined;
  rights: string | undefined;
}

/** The properties of an article, without those that only its identifier has. */
type NewsArticleProperties = Exclude<NewsArticle, string>;

/**
 * Describes an article's page for machines: a `NewsArticle` (https://schema.org/NewsArticle) and its breadcrumb. It names the
 * site and the records without repeating what their own pages say of them.
 */
export function describeArticle(article: DescribedArticle): string {
  const { frame, href, title, subtitle, date, updated, dateline, tags, citation } = article;
  // A redaction has no type of its own in schema.org; it is a change, of which the page says so.
  const changes = [...(article.redactions?.items ?? []), ...(article.corrections?.items ?? [])];
  const { source, rights } = article.provenance ?? {};
  const publication = describePublication(article);
  const site = referTo<WebSite>(siteOf(frame));
  const records = tags.flatMap((group) => group.records);
  const named = records.filter(({ isNamed }) => isNamed);
  const news: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': absoluteUrl(frame, href),
    headline: title,
    ...(subtitle && { alternativeHeadline: subtitle }),
    // A date that is not exact, or an interval, has no form in schema.org.
    ...(date.datetime && { datePublished: date.datetime }),
    ...(updated && { dateModified: updated }),
    inLanguage: article.language,
    ...describeByline(article),
    ...(dateline && { dateline }),
    ...(article.pictures && { image: article.pictures.map(describeImage) }),
    ...(citation.summary && { abstract: citation.summary }),
    ...(records.length > 0 && {
      about: records.map((record) => referTo<Thing>(record.href)),
    }),
    ...(named.length > 0 && {
      mentions: named.map((record) => referTo<Thing>(record.href)),
    }),
    ...(changes.length > 0 && { correction: changes.map(describeChange) }),
    ...(source?.url && { isBasedOn: { '@type': 'CreativeWork', url: source.url } }),
    ...describePrinted(citation.printed ?? {}),
    ...(rights && { copyrightNotice: rights }),
    publisher: namePublisher(frame),
    // The licence of the archive's own texts, which include this description.
    ...(frame.license?.url && { sdLicense: frame.license.url }),
    isPartOf: publication ? [publication, site] : site,
  };
  // The page itself need not be in its breadcrumb (Google Search Central, "Breadcrumb structured data").
  return renderJsonLd([news, describeBreadcrumb(article.breadcrumb)]);
}

/** The publication that an article is from, or its issue where that has a number or a page. */
function describePublication({
  frame,
  provenance,
  citation,
  date,
  previousNext,
}: DescribedArticle): CreativeWork | undefined {
  const record = provenance?.source?.publication;
  const { printed } = citation;
  const periodical = record && { '@type': 'Periodical' as const, '@id': record.href, name: record.title };
  const { within } = previousNext;
  if (!printed?.issue && !within) return periodical;
  return {
    '@type': 'PublicationIssue',
    ...(within && { url: absoluteUrl(frame, within.href), datePublished: date.datetime }),
    ...(printed?.issue && { issueNumber: printed.issue }),
    ...(periodical && { isPartOf: periodical }),
  };
}

function describePrinted({ edition, section, page }: DescribedPlace): Partial<NewsArticleProperties> {
  const pages = page === undefined ? undefined : splitPages(page);
  return {
    ...(edition && { printEdition: edition }),
    ...(section && { articleSection: section, printSection: section }),
    ...(page && pages && { printPage: page, pagination: page, pageStart: pages.first }),
    ...(pages?.last && { pageEnd: pages.last }),
  };
}

/** Describes who wrote an article: each author of whom it is known what it is, and the byline where that is not all of it. */
function describeByline({
  frame,
  byline,
  authors,
}: DescribedArticle): Pick<Exclude<NewsArticle, string>, 'author' | 'creditText'> {
  const known = authors.flatMap(({ name, href, type }): (Person | Organization)[] =>
    type ? [{ '@type': type, '@id': absoluteUrl(frame, href), name, url: absoluteUrl(frame, href) }] : [],
  );
  const isWhole = known.length > 0 && known.length === authors.length;
  return {
    ...(known.length > 0 && { author: known }),
    ...(byline.length > 0 && !isWhole && { creditText: byline.map(({ text }) => text).join('') }),
  };
}

/** Describes a picture. Rights that are an address are its licence. */
function describeImage({ address, caption, credit, height, rights, width }: DescribedImage): ImageObject {
  const isLicense = rights !== undefined && isLicenseAddress(rights);
  return {
    '@type': 'ImageObject',
    url: address,
    contentUrl: address,
    width: String(width),
    height: String(height),
    ...(caption && { caption }),
    ...(credit && { creditText: credit }),
    ...(rights && (isLicense ? { license: rights } : { copyrightNotice: rights })),
  };
}

function describeChange({ date, standard, note }: DescribedNotices['items'][number]): CorrectionComment {
  return {
    '@type': 'CorrectionComment',
    text: [standard, note].filter((each) => each !== undefined).join(' '),
    ...(date.datetime && { datePublished: date.datetime }),
  };
}
