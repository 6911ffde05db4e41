import type { Archive } from '../../archive/archive.ts';
import { hrefWithin } from '../../archive/dates/list-parts.ts';
import { labelOf } from '../../archive/vocabularies/authority.ts';
import type { Period } from '../../archive/dates/calendar.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { Link } from './links.ts';

/** The most frequent records of a vocabulary. */
export interface MostNamed {
  title: string;
  records: (Link & { count: string })[];
  /** The way to all of them: `All 79 people`; missing where it would be to those of a period. */
  all: Link | undefined;
}

/** The records of a vocabulary that are in most articles of the archive. */
export function viewMostNamed(archive: Archive, name: VocabularyName, limit: number): MostNamed {
  const { messages, paths, records } = archive;
  const { title, count } = messages.vocabularies[name];
  return {
    title,
    records: archive.mostNamed(name, limit).map((record) => ({
      title: labelOf(record),
      href: record.href,
      count: messages.number(record.articles.length),
    })),
    all: { title: messages.home.all(count(records[name].length)), href: paths.vocabulary(name) },
  };
}

/** The records that are in most articles of a period, by vocabulary, each with its articles of that time. */
export function viewMostNamedIn(archive: Archive, { key, articles }: Period, limit: number): MostNamed[] {
  const { messages } = archive;
  const counts = archive.countRecords(articles);
  return vocabularies
    .map(({ name }) => ({
      title: messages.vocabularies[name].title,
      records: counts
        .filter(({ record }) => record.vocabulary.name === name)
        .slice(0, limit)
        .map(({ record, count }) => ({
          title: labelOf(record),
          href: hrefWithin(
            { href: record.href, articles: record.articles, parts: archive.partsOf(record) },
            key,
          ),
          count: messages.number(count),
        })),
      all: undefined,
    }))
    .filter(({ records }) => records.length > 0);
}
