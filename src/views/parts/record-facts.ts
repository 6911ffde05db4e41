import type { Archive } from '../../archive/archive.ts';
import { formatDate } from '../../archive/dates/dates.ts';
import type { Coordinates } from '../../archive/maps/map-land.ts';
import { createLocator, type Locator } from '../../archive/maps/world-map.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import type { Messages } from '../../languages/messages.ts';
import type { AuthorityData } from '../../records/schemas/schemas.ts';
import { sectionsKey } from '../../records/sections/section-addresses.ts';
import { byDigest } from '../../system/digest.ts';
import { linkRecord, type Link, type RecordLink } from './links.ts';

/** The facts in a record about whom or what it stands for. */
export interface RecordFacts {
  /** The archive's notes, rendered. They enter the page's key by the digest of the record. */
  note: { html: string };
  variants: { title: string; names: readonly string[] } | undefined;
  /** The offices that a person held, with their dates as far as they are known. */
  roles: RoleFact[];
  /** The broader and the narrower records. */
  broader: Relation | undefined;
  narrower: Relation | undefined;
  /** What is known of a publication; missing for other records. */
  publication?: PublicationFacts | undefined;
  /** Where the place is, and a map of it. */
  coordinates: Coordinates | undefined;
  locator: (Locator & { title: string }) | undefined;
  /** Its pages elsewhere. */
  sameAs: { url: string; title: string }[];
  /** Its code among the IPTC Media Topics. */
  mediaTopic: string | undefined;
}

/** What is known of a publication. */
export interface PublicationFacts {
  place: RecordLink | undefined;
  /** When it appeared: `1881 – 1999`. */
  span: string | undefined;
  /** Its first and last date where they are exact, for the page's structured data. */
  from: string | undefined;
  to: string | undefined;
  issn: string | undefined;
  homepage: { url: string; title: string } | undefined;
  /** The publications before and after it. */
  continues: readonly RecordLink[];
  continuedBy: readonly RecordLink[];
  /** Its sections, those of most articles first, and the way to all where these are not. */
  sections: (Link & { count: string })[];
  allSections: Link | undefined;
}

/** An office that a person held. */
interface RoleFact {
  title: string;
  /** `2013 – 2022`. */
  span: string | undefined;
  /** Its dates where they are exact, for the page's structured data: `2013-03-16`. */
  from: string | undefined;
  to: string | undefined;
}

/** Related records, with the label of the relation. */
interface Relation {
  title: string;
  records: RecordLink[];
}

/** The facts in a record about whom or what it stands for. */
export function viewRecordFacts(archive: Archive, record: Authority): RecordFacts {
  const { messages } = archive;
  const t = messages.record;
  const { vocabulary, data, broader, narrower } = record;
  const isPlace = vocabulary.broaderField === 'within';
  return {
    note: byDigest({ html: record.html }, record.digest),
    variants:
      record.variants.length > 0
        ? { title: vocabulary.name === 'authors' ? t.spellings : t.variants, names: record.variants }
        : undefined,
    roles: (data.roles ?? []).map((role) => viewRole(role, messages)),
    broader: relate(isPlace ? t.broaderPlaces : t.broader, broader),
    narrower: relate(isPlace ? t.narrowerPlaces : t.narrower, narrower),
    ...(vocabulary.name === 'publications' && { publication: viewPublication(archive, record) }),
    coordinates: data.coordinates,
    locator: data.coordinates && {
      ...createLocator(data.coordinates, messages),
      title: t.onMap(record.name),
    },
    sameAs: record.sameAs.map((url) => ({ url, title: shortenUrl(url) })),
    mediaTopic: data.mediaTopic,
  };
}

/** How many sections are shown, at most: those of most articles. */
const sectionsShown = 40;

function viewPublication(archive: Archive, record: Authority): PublicationFacts {
  const { messages, paths } = archive;
  const { id, place, continues, continuedBy, data } = record;
  const { from, to, issn, homepage } = data;
  const [start, end] = [from, to].map((date) => date && formatDate(date, messages));
  const sections = archive.sectionsOf(record).toSorted((a, b) => b.articles.length - a.articles.length);
  return {
    place: place && linkRecord(place),
    span: start || end ? messages.record.roleSpan(start?.short, end?.short) : undefined,
    from: start?.datetime,
    to: end?.datetime,
    issn,
    homepage: homepage === undefined ? undefined : { url: homepage, title: shortenUrl(homepage) },
    continues: continues.map(linkRecord),
    continuedBy: continuedBy.map(linkRecord),
    sections: sections.slice(0, sectionsShown).map(({ name, href, articles }) => ({
      title: name,
      href,
      count: messages.number(articles.length),
    })),
    allSections:
      sections.length > sectionsShown
        ? {
            title: messages.home.all(messages.vocabularies.sections.count(sections.length)),
            href: paths.record(sectionsKey(id)),
          }
        : undefined,
  };
}

/** An address without what all have. */
function shortenUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '');
}

function viewRole(
  { title, from, to }: NonNullable<AuthorityData['roles']>[number],
  messages: Messages,
): RoleFact {
  const [start, end] = [from, to].map((date) => date && formatDate(date, messages));
  return {
    title,
    span: start || end ? messages.record.roleSpan(start?.short, end?.short) : undefined,
    from: start?.datetime,
    to: end?.datetime,
  };
}

function relate(title: string, records: readonly Authority[]): Relation | undefined {
  return records.length > 0 ? { title, records: records.map(linkRecord) } : undefined;
}
