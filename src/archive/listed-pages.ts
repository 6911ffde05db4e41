import type { Archive } from './archive.ts';
import { ownPageCount } from './dates/calendar.ts';
import { paginate } from './paginate.ts';

/** A page as sitemaps and redirects need it. */
export interface PageAddress {
  /** From the host's root. */
  path: string;
  /** The last day on which it is known to have changed. */
  changed?: string | undefined;
  /** Whether search engines may list it. */
  isIndexable: boolean;
  /** The path of the page that it leads to. */
  leadsTo?: string;
}

/** Lists the pages of a site, except for the search page and tombstones. */
export function listPageAddresses(archive: Archive): PageAddress[] {
  const { articles, paths, records, replaced, vocabularyPages, withdrawn } = archive;
  const { years, months, days, undated } = archive.calendar;
  const periods = [...years, ...months, ...days, ...(undated ? [undated] : [])];
  const numbered = (count: number, href: (page: number) => string) =>
    Array.from({ length: count }, (_, index) => ({ path: href(index + 1) }));
  const own = [
    { path: paths.home },
    { path: paths.about },
    { path: paths.data },
    { path: paths.articles },
    ...articles.map(({ href, updated }) => ({ path: href, changed: updated })),
    ...vocabularyPages.map(({ href }) => ({ path: href })),
    ...Object.values(records).flatMap((all) =>
      all.flatMap(({ key, articles: listed }) =>
        numbered(paginate(listed).length, (page) => paths.record(key, page)),
      ),
    ),
    ...periods.flatMap((period) => numbered(ownPageCount(period), (page) => paths.date(period.key, page))),
  ];
  const moved = [...articles, ...withdrawn].flatMap(({ formerIds, href }) =>
    formerIds.map((id) => ({ path: paths.article(id), leadsTo: href })),
  );
  const merged = replaced.map(({ record, by }) => ({ path: record.href, leadsTo: by.href }));
  return [
    ...own.map((page) => ({ ...page, isIndexable: true })),
    ...[...moved, ...merged].map((page) => ({ ...page, isIndexable: false })),
  ];
}
