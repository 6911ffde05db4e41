import { formatDate } from '../../archive/dates/dates.ts';
import type { Coordinates } from '../../archive/maps/map-land.ts';
import { createLocator, type Locator } from '../../archive/maps/world-map.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import type { Messages } from '../../languages/messages.ts';
import type { AuthorityData } from '../../records/schemas/schemas.ts';
import { byDigest } from '../../system/digest.ts';
import { linkRecord, type RecordLink } from './links.ts';

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
  /** Where the place is, and a map of it. */
  coordinates: Coordinates | undefined;
  locator: (Locator & { title: string }) | undefined;
  /** Its pages elsewhere. */
  sameAs: { url: string; title: string }[];
  /** Its code among the IPTC Media Topics. */
  mediaTopic: string | undefined;
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
export function viewRecordFacts(record: Authority, messages: Messages): RecordFacts {
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
    coordinates: data.coordinates,
    locator: data.coordinates && {
      ...createLocator(data.coordinates, messages),
      title: t.onMap(record.name),
    },
    sameAs: record.sameAs.map((url) => ({ url, title: url.replace(/^https?:\/\/(www\.)?/, '') })),
    mediaTopic: data.mediaTopic,
  };
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
