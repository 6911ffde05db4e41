import type { IndexName, IndexSingular } from '../records/name-indexes.ts';
import { createHosts, type Hosts } from './hosts.ts';

/** The parameters of the search page that a link can set. */
interface SearchParameters extends Partial<Record<IndexSingular, string>> {
  q?: string;
  /** A section as printed, in any of these spellings. */
  section?: readonly string[];
  /** A second value of a facet, required in addition to the first: `person:xi-jinping`. */
  with?: string;
  from?: string;
  to?: string;
  sort?: 'newest' | 'oldest';
}

/** The URLs of the site. All but `fromHome` and `canonical` are paths from the root of the host, including the site's base path. */
export interface Paths {
  home: string;
  about: string;
  /** The page of the reader’s own list of articles. */
  readingList: string;
  /** One of the pages on which citations of articles are saved (1-based). */
  citations(page: number): string;
  /** The page that compares words and names over time. */
  compare: string;
  /** The first page of all articles by date. */
  articles: string;
  /** An article, by its id. */
  article(id: string): string;
  /** The articles of a year, month or day (`2021`, `2021-07`, `2021-07-18`), or those without a date. */
  date(date: string | 'undated', page?: number): string;
  /** The index of a vocabulary. */
  vocabulary(name: IndexName): string;
  /** A record's page by its key (`people/wang-yi`). */
  record(key: string): string;
  /** The part of a record's list that has the articles of a year, month or day, or those without a date. */
  recordPart(key: string, period: string, page?: number): string;
  /** The list of articles without tags, or a part of it. */
  untagged(period?: string, page?: number): string;
  /** A feed of the whole archive: `feed.xml` (RSS), `atom.xml` or `feed.json`. */
  feed(file: 'feed.xml' | 'atom.xml' | 'feed.json'): string;
  /** The feed (RSS) of a record's articles, by its key. */
  recordFeed(key: string): string;
  /** The page of the data sets, and the folder of their files. */
  data: string;
  search(state?: SearchParameters): string;
  /** The search for what has any of several values of a facet. */
  searchAny(facet: IndexSingular, values: readonly string[]): string;
  /** The OpenSearch description. */
  openSearch: string;
  /** The sitemap index, or one of the sitemaps (1-based). */
  sitemap(part?: number): string;
  /** The image that is shown where a page is shared. */
  shareImage: string;
  /**
   * A list of an index other than the index itself: the names of one letter, or all by number of articles.
   *
   * @param key of the index: `people`, `publications/evening-post/sections`
   */
  vocabularyList(key: string, list: string, page?: number): string;
  /** The folder of the names of all records, by their first characters. */
  names: string;
  /** Dates and facets of all articles, for the search page. */
  catalogue: string;
  /** The folder of the search index. */
  searchIndex: string;
  /** A source text, by the path that it is published at below `sources/`. */
  source(path: string): string;
  /** A published picture or attachment, by its name: on the site, or on the host of `mediaUrl`. */
  media(name: string): string;
  /** The words of a facsimile, by the name of their file: always on the site, since browsers load no text of another host. */
  words(name: string): string;
  /** The IIIF manifest of an article's printed pages, by its id. */
  manifest(id: string): string;
  /** The IIIF manifest of an issue of a publication, by the key of the record and the day. */
  issueManifest(key: string, day: string): string;
  /** A file of `public/`. */
  asset(file: string): string;
  /**
   * The address of a page relative to the home page, or its absolute one where it is on another host.
   *
   * @param href as links have it: from the root of the host, or absolute
   */
  fromHome(href: string): string;
  /** The absolute URL of a path, on the host that has it. */
  canonical(path: string): string;
}

/**
 * Creates the URLs of a site.
 *
 * @param siteUrl the public URL of its home page, with or without a path
 * @param mediaUrl the public URL of the folder of pictures and attachments, where it is not on the site
 * @param hosts where there are others than that of `siteUrl`
 *
 * @example
 * createPaths('https://example.org/archive/').recordPart('people/wang-yi', '2021-07')
 * // '/archive/people/wang-yi/2021/07/'
 */
export function createPaths(
  siteUrl: string,
  mediaUrl?: string,
  hosts: Hosts = createHosts({ url: siteUrl }),
): Paths {
  const base = basePath(siteUrl);
  const media = mediaUrl === undefined ? `${base}media/` : mediaUrl.replace(/\/?$/, '/');
  return {
    home: base,
    about: `${base}about/`,
    readingList: `${base}reading-list/`,
    citations: (page) => `${base}citations/${page}/`,
    compare: `${base}compare/`,
    articles: `${base}articles/`,
    article: (id) => `${base}articles/${id}/`,
    date: (date, page) => `${base}articles/${periodPath(date, page)}`,
    vocabulary: (name) => `${base}${name}/`,
    record: (key) => `${base}${key}/`,
    recordPart: (key, period, page) => `${base}${key}/${periodPath(period, page)}`,
    untagged: (period, page) => `${base}articles/untagged/${period ? periodPath(period, page) : ''}`,
    feed: (file) => base + file,
    recordFeed: (key) => `${base}${key}/feed.xml`,
    data: `${base}data/`,
    search: (state = {}) => {
      const values = Object.entries(state).flatMap(([key, value]) =>
        [value].flat().map((each) => [key, each as string]),
      );
      const query = new URLSearchParams(values).toString();
      return `${base}search/${query && `?${query}`}`;
    },
    searchAny: (facet, values) =>
      `${base}search/?${new URLSearchParams(values.map((value) => [facet, value])).toString()}`,
    openSearch: `${base}opensearch.xml`,
    sitemap: (part) => `${base}sitemap${part === undefined ? '' : `-${part}`}.xml`,
    shareImage: `${base}share.png`,
    vocabularyList: (key, list, page = 1) => `${base}${key}/index/${list}/${page > 1 ? `${page}/` : ''}`,
    names: `${base}search/names/`,
    catalogue: `${base}search/catalogue/`,
    searchIndex: `${base}pagefind/`,
    source: (path) => `${base}sources/${path.split('/').map(encodeURIComponent).join('/')}`,
    manifest: (id) => `${base}articles/${id}/manifest.json`,
    issueManifest: (key, day) => `${base}${key}/${periodPath(day)}manifest.json`,
    media: (name) => media + name,
    words: (name) => `${base}media/${name}`,
    asset: (file) => base + file,
    fromHome(href) {
      if (!href.startsWith(base)) return href;
      const path = href.slice(base.length);
      const host = hosts.find(path);
      return host === hosts.home ? path : host.url + path;
    },
    canonical: (path) => new URL(path, hosts.find(path.slice(base.length)).url).href,
  };
}

/** The path of a period, or of a later page of it: `2021/07/`, `2021/07/page-2/`. */
function periodPath(period: string, page = 1): string {
  return `${period.replaceAll('-', '/')}/${page > 1 ? `page-${page}/` : ''}`;
}

/** The base path of a site, with a slash at both ends. */
export function basePath(siteUrl: string): string {
  return new URL(siteUrl).pathname.replace(/\/?$/, '/');
}
