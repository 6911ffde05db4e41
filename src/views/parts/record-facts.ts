import { formatDate } from '../../archive/dates/dates.ts';
import { createLocator, type Locator } from '../../archive/maps/world-map.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import type { Messages } from '../../languages/messages.ts';
import { byDigest } from '../../system/digest.ts';
import { linkRecord, type Link } from './links.ts';

/** What a record says of whom or what it stands for. */
export interface RecordFacts {
  /** The archive's notes, rendered. They enter the page's key by the digest of the record. */
  note: { html: string };
  variants: readonly string[];
  /** The offices that a person held, with their dates as far as they are known: `2013 – 2022`. */
  roles: { title: string; span: string | undefined }[];
  /** The records above it and below it, under what each relation is called. */
  relations: { title: string; records: Link[] }[];
  /** A map of where the place is, with what it shows in words. */
  locator: (Locator & { title: string }) | undefined;
  /** Its pages elsewhere. */
  sameAs: { url: string; title: string }[];
  /** Its code among the IPTC Media Topics. */
  mediaTopic: string | undefined;
}

/** What a record says of whom or what it stands for. */
export function viewRecordFacts(record: Authority, messages: Messages): RecordFacts {
  const t = messages.record;
  const { vocabulary, data, broader, narrower } = record;
  const isPlace = vocabulary.name === 'places';
  const relations = [
    { title: isPlace ? t.broaderPlaces : t.broader, records: broader.map(linkRecord) },
    { title: isPlace ? t.narrowerPlaces : t.narrower, records: narrower.map(linkRecord) },
  ];
  return {
    note: byDigest({ html: record.html }, record.digest),
    variants: record.variants,
    roles: (data.roles ?? []).map(({ title, from, to }) => ({
      title,
      span:
        from || to
          ? t.roleSpan(from && formatDate(from, messages).short, to && formatDate(to, messages).short)
          : undefined,
    })),
    relations: relations.filter(({ records }) => records.length > 0),
    locator: data.coordinates && {
      ...createLocator(data.coordinates, messages),
      title: t.onMap(record.name),
    },
    sameAs: record.sameAs.map((url) => ({ url, title: url.replace(/^https?:\/\/(www\.)?/, '') })),
    mediaTopic: data.mediaTopic,
  };
}
