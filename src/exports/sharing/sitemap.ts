import { belowHome, createSiteFile, type SiteFile } from '../../archive/site-file.ts';
import type { SiteHost } from '../../archive/hosts.ts';
import type { Paths } from '../../archive/paths.ts';
import { escapeXml } from '../xml.ts';

/** What one sitemap may hold by the protocol (https://www.sitemaps.org/protocol.html). */
const protocolLimits = { urls: 50_000, bytes: 50 * 1024 * 1024 };

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Google's extension for images, which other search engines read, too. */
const imageNamespace = 'http://www.google.com/schemas/sitemap-image/1.1';
const open = `${declaration}<urlset xmlns="${namespace}">\n`;
const openWithImages = `${declaration}<urlset xmlns="${namespace}" xmlns:image="${imageNamespace}">\n`;
const end = '</urlset>\n';

/** A page as far as sitemaps need it. */
interface ListedPage {
  /** From the host's root. */
  path: string;
  /** Whether search engines may list it. */
  isIndexable: boolean;
  /** The last day on which it is known to have changed: `2021-07-18`. */
  changed?: string | undefined;
  /** The absolute addresses of its pictures. */
  images?: readonly string[] | undefined;
}

/** A page in a sitemap. */
interface SitemapEntry {
  url: string;
  changed: string | undefined;
  images?: readonly string[] | undefined;
}

/**
 * Lists what is for crawlers: the sitemap index, the sitemaps of all pages that search engines may list, and `robots.txt`.
 * The day of the last change is given where it is known, which is so for articles only: search engines ignore the days of
 * a sitemap in which some are wrong.
 *
 * @param options `host`: that has these pages, and so their sitemaps, by default that of the home page; `limits`: what one
 *   sitemap may hold, URLs, and bytes in UTF-8
 */
export function listSitemaps(
  pages: readonly ListedPage[],
  paths: Paths,
  {
    host = { url: paths.canonical(paths.home) },
    limits = protocolLimits,
  }: { host?: Pick<SiteHost, 'url'>; limits?: typeof protocolLimits } = {},
): SiteFile[] {
  const entryOf = ({ path, changed, images }: ListedPage): SitemapEntry => ({
    url: paths.canonical(path),
    changed,
    ...(images && { images }),
  });
  const parts = splitPages(
    pages.filter(({ isIndexable }) => isIndexable),
    (page) => renderEntry(entryOf(page)).length,
    limits,
  );
  const sitemaps = parts.map((_, index) => paths.sitemap(index + 1));
  const locate = (path: string) => new URL(path, host.url).href;
  const view = { home: paths.home, sitemap: locate(paths.sitemap()) };
  return [
    createSiteFile(belowHome(paths, paths.sitemap()), () => sitemaps.map(locate), renderSitemapIndex),
    ...parts.map((part, index) =>
      createSiteFile(belowHome(paths, sitemaps[index] ?? ''), () => part.map(entryOf), renderSitemap),
    ),
    createSiteFile('robots.txt', () => view, renderRobots),
  ];
}

/** Splits pages among as few sitemaps as the limits allow. */
function splitPages(
  pages: readonly ListedPage[],
  lengthOf: (page: ListedPage) => number,
  limits: typeof protocolLimits,
): ListedPage[][] {
  // A URL is ASCII, percent-encoded, so that every character is a byte.
  const room = limits.bytes - openWithImages.length - end.length;
  const parts: ListedPage[][] = [];
  let part: ListedPage[] = [];
  let size = Infinity;
  for (const page of pages) {
    const length = lengthOf(page);
    if (part.length === limits.urls || size + length > room) {
      part = [];
      size = 0;
      parts.push(part);
    }
    part.push(page);
    size += length;
  }
  return parts;
}

function renderSitemapIndex(urls: readonly string[]): string {
  const lines = urls.map((url) => `<sitemap><loc>${escapeXml(url)}</loc></sitemap>\n`);
  return `${declaration}<sitemapindex xmlns="${namespace}">\n${lines.join('')}</sitemapindex>\n`;
}

function renderSitemap(entries: readonly SitemapEntry[]): string {
  const hasImages = entries.some(({ images }) => images);
  return (hasImages ? openWithImages : open) + entries.map(renderEntry).join('') + end;
}

function renderEntry({ url, changed, images = [] }: SitemapEntry): string {
  const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
  const pictures = images.map(
    (image) => `<image:image><image:loc>${escapeXml(image)}</image:loc></image:image>`,
  );
  return `<url><loc>${escapeXml(url)}</loc>${lastmod}${pictures.join('')}</url>\n`;
}

/** Rules for robots (RFC 9309): everything may be read. Crawlers only follow them at the root of the host. */
function renderRobots({ home, sitemap }: { home: string; sitemap: string }): string {
  return `User-agent: *\nAllow: ${home}\n\nSitemap: ${sitemap}\n`;
}
