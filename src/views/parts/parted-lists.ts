import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { ListParts } from '../../archive/dates/list-parts.ts';
import type { PublicationIssues } from '../../archive/issues/issues.ts';
import { titleOfList, type Authority } from '../../archive/vocabularies/authority.ts';
import type { Section } from '../../archive/vocabularies/sections.ts';
import { sectionsKey } from '../../records/sections/section-addresses.ts';
import type { ArticleList } from './article-items.ts';
import { linkDownTo, type Link } from './links.ts';
import { originIn } from './record-items.ts';

/** A list that is parted by time once it is long. */
export interface PartedList {
  /** Missing for a list that is not that of a record. */
  record?: Authority;
  parts: ListParts | undefined;
  /** The issues that the parts are those of; missing for all other lists. */
  issues?: PublicationIssues | undefined;
  kind: string;
  name: string;
  /** What its items say of where they were printed. */
  origin: ArticleList['origin'];
  /** Down to the page of the whole list. */
  breadcrumb: readonly Link[];
  hrefOf(period: string, page: number): string;
  searchOf?(bounds: { from?: string; to?: string }): string;
}

/** A list that is not that of a record, so that the page of the whole of it is none of a record either. */
export interface WholeList extends PartedList {
  href: string;
  articles: readonly Article[];
  description: string;
}

/** Lists the lists of all records. */
export function listRecordLists(archive: Archive): PartedList[] {
  const { paths, messages, records } = archive;
  return Object.values(records)
    .flat()
    .map((record) => ({
      record,
      parts: archive.partsOf(record),
      issues: archive.issuesOf(record),
      kind: messages.vocabularies[record.vocabulary.name].singular,
      name: titleOfList(record, messages),
      origin: originIn(record),
      breadcrumb: linkDownTo(archive, record),
      hrefOf: (period, page) => paths.recordPart(record.key, period, page),
      searchOf: (bounds) => paths.search({ [record.vocabulary.singular]: record.id, ...bounds }),
    }));
}

/** Lists the lists that are not those of records: of sections, and of articles without tags. */
export function listWholeLists(archive: Archive): WholeList[] {
  const { records, sectionsOf, untagged } = archive;
  return [
    ...records.publications.flatMap((publication) =>
      sectionsOf(publication).map((section) => listSection(archive, section)),
    ),
    ...(untagged.articles.length > 0 ? [listUntagged(archive)] : []),
  ];
}

function listSection(archive: Archive, section: Section): WholeList {
  const { paths, messages } = archive;
  const { publication, href, articles, parts, spellings } = section;
  const { title, singular } = messages.vocabularies.sections;
  const name = messages.periods.partOf(publication.name, section.name);
  return {
    href,
    articles,
    parts,
    kind: singular,
    name,
    description: messages.periods.descriptionOf(name, articles.length),
    origin: 'none',
    breadcrumb: [
      ...linkDownTo(archive, publication),
      { title, href: paths.record(sectionsKey(publication.id)) },
      { title: section.name, href },
    ],
    hrefOf: section.hrefOf,
    searchOf: (bounds) =>
      paths.search({ [publication.vocabulary.singular]: publication.id, section: spellings, ...bounds }),
  };
}

function listUntagged({ paths, messages, untagged }: Archive): WholeList {
  const { articles, parts } = untagged;
  const { articles: all, untagged: name, untaggedDescription } = messages.periods;
  const href = paths.untagged();
  return {
    href,
    articles,
    parts,
    kind: '',
    name,
    description: untaggedDescription(articles.length),
    origin: 'publication',
    breadcrumb: [
      { title: all, href: paths.articles },
      { title: name, href },
    ],
    hrefOf: paths.untagged,
  };
}
