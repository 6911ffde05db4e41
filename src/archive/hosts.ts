import { parseSpan } from '../records/span.ts';
import type { Site } from '../records/schemas/site-schema.ts';

/** A web host that publishes the site, or the years of some spans. */
export interface SiteHost {
  /** Its public URL, which ends with a slash. */
  url: string;
  /** The name of its folder, unique among those of the site: `1950.example.org`, `localhost-8080`. */
  name: string;
}

/** A site as far as its hosts need it: `url` and `spans` of `site.yaml`. */
export type HostedSite = Pick<Site, 'url' | 'spans'>;

/** The hosts of a site. */
export interface Hosts {
  /** The host of the home page, and of everything that is no span's. */
  home: SiteHost;
  /** All of them, the home page's first. */
  all: readonly SiteHost[];
  /** What decides which host has what. */
  site: HostedSite;
  /** The host of a page or file, by its path below the home page: `articles/1950/03/12/lighthouse/`. */
  find(path: string): SiteHost;
  /** The absolute URL of a path from the root of the host, as it is written: for links in texts. */
  locate(path: string): string;
  /** Lists the folders of the years of articles, and of undated ones, that are on other hosts than the home page. */
  listMoved(articles: Iterable<{ id: string }>): MovedFolder[];
}

/** A folder that is on another host than the home page. */
export interface MovedFolder {
  /** From the host's root: `/archive/articles/1950/`. */
  from: string;
  /** Its absolute address, in which its files have the same names. */
  to: string;
}

/** What is published with the articles of a year: its lists and articles, and the source texts in folders of years. */
const parted = ['articles', 'sources'];

const pattern = new RegExp(`^(?:${parted.join('|')})/(\\d{4}|undated)/`);

/**
 * Finds out which host has which page. All hosts have the same path, so that a page has the same path on each.
 *
 * @example
 * const site = { url: 'https://example.org/', spans: [{ years: '1950-1979', url: 'https://old.example.org/' }] };
 * createHosts(site).find('articles/1950/03/12/lighthouse/').name // 'old.example.org'
 */
export function createHosts({ url, spans = [] }: HostedSite): Hosts {
  const home = createHost(url);
  const byName = new Map([[home.name, home]]);
  const parts = spans.flatMap((each) => {
    const span = parseSpan(each.years);
    const host = createHost(each.url);
    if (!byName.has(host.name)) byName.set(host.name, host);
    return span ? [{ span, host: byName.get(host.name) ?? host }] : [];
  });
  const findYear = (year: string) => parts.find(({ span }) => span.includes(year))?.host ?? home;
  const find = (path: string) => {
    if (parts.length === 0) return home;
    const [, year] = pattern.exec(path) ?? [];
    return year === undefined ? home : findYear(year);
  };
  const { pathname: base } = new URL(home.url);
  return {
    home,
    all: [...byName.values()],
    site: { url, spans },
    find,
    locate: (path) => new URL(find(path.startsWith(base) ? path.slice(base.length) : '').url).origin + path,
    listMoved(articles) {
      if (parts.length === 0) return [];
      const years = new Set(['undated']);
      for (const { id } of articles) years.add(id.slice(0, id.indexOf('/')));
      return [...years].sort().flatMap((year) => {
        const host = findYear(year);
        if (host === home) return [];
        return parted.map((folder) => ({
          from: `${base}${folder}/${year}/`,
          to: `${host.url}${folder}/${year}/`,
        }));
      });
    },
  };
}

function createHost(url: string): SiteHost {
  const { host, href } = new URL(url);
  return { url: href.replace(/\/?$/, '/'), name: host.replace(/[^\w.-]+/g, '-') };
}
