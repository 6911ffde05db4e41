import type { Archive } from '../../archive/archive.ts';
import { ownPageCount } from '../../archive/dates/calendar.ts';
import { paginate } from '../../archive/paginate.ts';
import { escapeXml } from '../feeds/xml.ts';

/** What one sitemap may hold by the protocol (https://www.sitemaps.org/protocol.html). */
const protocolLimits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page that search engines may list. */
interface IndexablePage {
  /** Its path. */
  path: string;
  /** The last day on which it is known to have changed: `2021-07-18`. */
  changed?: string | undefined;
}

/**
 * The sitemaps of all pages that search engines may list, and the list of them, which comes first: by the paths of their
 * files. The day of the last change is told of articles only, and only where it is known: of the other pages nobody
 * keeps it, and search engines believe no day in a sitemap where some are wrong.
 *
 * @param limits what one sitemap may hold: addresses, and bytes in UTF-8
 */
export function wordSitemaps(archive: Archive, limits = protocolLimits): Map<string, string> {
  const { paths } = archive;
  const open = `${declaration}<urlset xmlns="${namespace}">\n`;
  const end = '</urlset>\n';
  // An address is in ASCII, percent-encoded, so that each letter is a byte.
  const room = limits.bytes - open.length - end.length;
  const parts: string[][] = [];
  let part: string[] = [];
  let size = Infinity;
  for (const { path, changed } of listIndexable(archive)) {
    const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
    const line = `<url><loc>${escapeXml(paths.canonical(path))}</loc>${lastmod}</url>\n`;
    if (part.length === limits.addresses || size + line.length > room) {
      part = [];
      size = 0;
      parts.push(part);
    }
    part.push(line);
    size += line.length;
  }
  const list = parts.map(
    (_, index) => `<sitemap><loc>${escapeXml(paths.canonical(paths.sitemap(index + 1)))}</loc></sitemap>\n`,
  );
  return new Map([
    [paths.sitemap(), `${declaration}<sitemapindex xmlns="${namespace}">\n${list.join('')}</sitemapindex>\n`],
    ...parts.map((lines, index): [string, string] => [paths.sitemap(index + 1), open + lines.join('') + end]),
  ]);
}

/** Rules for robots (RFC 9309): everything may be read. They count where they stand at the root of the host. */
export function wordRobots({ paths }: Pick<Archive, 'paths'>): string {
  return `User-agent: *\nAllow: ${paths.home}\n\nSitemap: ${paths.canonical(paths.sitemap())}\n`;
}

/** All pages but the search, tombstones and those that lead on. */
function listIndexable({
  articles,
  calendar: { years, months, days, undated },
  paths,
  records,
  vocabularyPages,
}: Archive): IndexablePage[] {
  const periods = [...years, ...months, ...days, ...(undated ? [undated] : [])];
  const numbered = (count: number, href: (page: number) => string) =>
    Array.from({ length: count }, (_, index) => ({ path: href(index + 1) }));
  return [
    { path: paths.home },
    { path: paths.about },
    { path: paths.data },
    { path: paths.articles },
    ...articles.map(({ href, updated }) => ({ path: href, changed: updated })),
    ...vocabularyPages.map(({ href }) => ({ path: href })),
    ...Object.values(records).flatMap((all) =>
      all.flatMap(({ key, articles: own }) =>
        numbered(paginate(own).length, (page) => paths.record(key, page)),
      ),
    ),
    ...periods.flatMap((period) => numbered(ownPageCount(period), (page) => paths.date(period.key, page))),
  ];
}
