import type { Messages } from '../../languages/messages.ts';
import type { LedgerEntry } from '../../records/ledger/ledger.ts';
import { sectionIdOf, sectionIn, sectionsKey } from '../../records/sections/section-addresses.ts';
import type { Article } from '../article.ts';
import { partByTime, type ListParts } from '../dates/list-parts.ts';
import { memoize } from '../memoize.ts';
import type { Paths } from '../paths.ts';
import type { Authority } from './authority.ts';
import { sortByName } from './records.ts';
import { sortSpellings } from './spellings.ts';
import type { IndexedName } from './vocabulary-lists.ts';

/** A section of a publication, made of what articles say that they were printed in. */
export interface Section extends IndexedName {
  publication: Authority;
  /** As it is printed most often. */
  name: string;
  /** All that differ in nothing but case, accents and punctuation, the most frequent first. */
  spellings: readonly string[];
  /** The parts of the list of its articles; undefined where one page holds all of it. */
  parts: ListParts | undefined;
  /** The path of a part of that list. */
  hrefOf(period: string, page?: number): string;
}

/**
 * Creates the function that lists the sections of a publication, by name. Other records have none.
 *
 * @param language the site's (BCP 47), by whose rules names are sorted
 */
export function createSectionFinder(
  paths: Paths,
  language: string,
  messages: Messages,
): (record: Authority) => readonly Section[] {
  return memoize((record) => {
    if (record.vocabulary.sourceKey !== 'publication') return [];
    const idOf = memoize(sectionIdOf);
    const printed = record.articles.filter(({ source }) => source?.section !== undefined);
    const found = Map.groupBy(printed, ({ source }) => idOf(source?.section ?? ''));
    const sections = Array.from(found, ([id, articles]): Section => {
      const spellings = sortSpellings(countSpellings(articles));
      const [name = id, ...variants] = spellings;
      const key = `${sectionsKey(record.id)}/${id}`;
      const hrefOf = (period: string, page?: number) => paths.recordPart(key, period, page);
      return {
        publication: record,
        id,
        href: paths.record(key),
        name,
        sortName: name,
        description: '',
        variants,
        spellings,
        articles,
        parts: partByTime(articles, hrefOf, messages),
        hrefOf,
      };
    });
    return sortByName(sections, language);
  });
}

function countSpellings(articles: readonly Article[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of articles)
    if (source?.section !== undefined) counts.set(source.section, (counts.get(source.section) ?? 0) + 1);
  return counts;
}

/** The address of a list that is no more, and what it leads to. */
export interface FormerList {
  href: string;
  to: { name: string; href: string };
}

/**
 * Lists the addresses of sections that were published and are those of no section now. Each leads to the section of this name
 * in the publication that its own was merged into, or else to the publication.
 */
export function listFormerSections(
  ledger: readonly LedgerEntry[],
  publications: readonly Authority[],
  replaced: readonly { record: Authority; by: Authority }[],
  sectionsOf: (publication: Authority) => readonly Section[],
  paths: Paths,
): FormerList[] {
  const byKey = new Map([
    ...publications.map((each) => [each.key, each] as const),
    ...replaced.map(({ record, by }) => [record.key, by] as const),
  ]);
  const sectionsById = memoize(
    (publication: Authority) => new Map(sectionsOf(publication).map((each) => [each.id, each])),
  );
  return [...new Set(ledger.map(({ path }) => path))].flatMap((path) => {
    const section = sectionIn(path);
    const publication = section && byKey.get(`publications/${section.publication}`);
    if (!publication) return [];
    const to = sectionsById(publication).get(section.id) ?? publication;
    const href = paths.record(path.slice(0, -1));
    return to.href === href ? [] : [{ href, to }];
  });
}
