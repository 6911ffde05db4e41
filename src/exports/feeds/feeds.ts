import { generateAtomFeed, generateJsonFeed, generateRssFeed, type RssFeed } from 'feedsmith';

import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import { formatDate } from '../../archive/dates/dates.ts';
import { earliest, isDay } from '../../records/date/archive-date.ts';
import { asXml } from './xml.ts';

type FeedFile = Parameters<Archive['paths']['feed']>[0];

/** The most articles that a feed has. */
const feedSize = 50;

/** What a feed is of: the whole archive, or the articles of one record. */
interface Subject {
  title: string;
  description: string;
  /** The path of the page that lists the same. */
  href: string;
  /** The path of the feed itself. */
  self: string;
  articles: readonly Article[];
}

/** An article as all feeds show it. */
interface Item {
  url: string;
  title: string;
  /** HTML, with whole addresses. */
  content: string;
  summary: string;
  byline: readonly string[];
  /** Names of its records. */
  names: string[];
  language: string;
  /** The day of publication where it is known to the day, as the first moment of it. */
  published: Date | undefined;
  /** The last change to what is published; of an article that is in no ledger, the earliest day that its date can mean. */
  updated: Date;
}

/** The articles of a list that its feed has: the newest. */
export function articlesOfFeed(articles: readonly Article[]): readonly Article[] {
  return articles.slice(0, feedSize);
}

/** The feed of a record, in RSS 2.0. */
export function wordRecordFeed(archive: Archive, record: Authority): string {
  const { site, paths } = archive;
  return wordRss(archive, {
    title: `${record.name} · ${site.title}`,
    description: record.description,
    href: record.href,
    self: paths.recordFeed(record.key),
    articles: record.articles,
  });
}

/** The feeds of the whole archive, by their files. */
export const archiveFeeds: Readonly<Record<FeedFile, (archive: Archive) => string>> = {
  'feed.xml': (archive) => wordRss(archive, subjectOf(archive, 'feed.xml')),
  'atom.xml': (archive) => wordAtom(archive, subjectOf(archive, 'atom.xml')),
  'feed.json': (archive) => wordJson(archive, subjectOf(archive, 'feed.json')),
};

function subjectOf({ site, articles, paths }: Archive, file: FeedFile): Subject {
  return {
    title: site.title,
    description: site.description,
    href: paths.home,
    self: paths.feed(file),
    articles,
  };
}

/** RSS 2.0 (RSS Advisory Board), with whole texts in `content:encoded`. A date that is known in part is left out. */
function wordRss(archive: Archive, { title, description, href, self, articles }: Subject): string {
  const { site, paths } = archive;
  const items = articlesOfFeed(articles).map((article) => wordRssItem(article, archive));
  const feed = generateRssFeed(
    {
      title: asXml(title),
      description: asXml(description),
      link: paths.canonical(href),
      language: site.language,
      atom: { links: [{ href: paths.canonical(self), rel: 'self', type: 'application/rss+xml' }] },
      items: items.length > 0 ? [standIn] : [],
    },
    { strict: true },
  );
  if (items.length === 0) return feed;
  const at = feed.lastIndexOf(standInXml);
  return feed.slice(0, at) + items.join('\n') + feed.slice(at + standInXml.length);
}

type RssItem = RssFeed.Item<Date, true>;

/** Stands where the items of a feed come, and has elements of all namespaces that they have. */
const standIn: RssItem = {
  title: 'stand-in',
  content: { encoded: 'stand-in' },
  dc: { languages: ['en'] },
  atom: { updated: new Date(0) },
};
const standInXml = wordItem(standIn);

/** An item as it stands in a feed's channel. */
function wordItem(item: RssItem): string {
  const feed = generateRssFeed(
    { title: 'title', link: 'https://example.org/', description: 'description', items: [item] },
    { strict: true },
  );
  return feed.slice(feed.indexOf('    <item>'), feed.lastIndexOf('</item>')) + '</item>';
}

/** As bytes, which are no part of the heap that is looked through for garbage. */
const worded = new WeakMap<Article, Buffer>();

/** An article may be in the feed of each of its records: its item is made once. */
function wordRssItem(article: Article, archive: Archive): string {
  const known = worded.get(article);
  if (known) return known.toString();
  const item = describe(article, archive);
  const xml = wordItem({
    title: item.title,
    link: item.url,
    guid: { value: item.url, isPermaLink: true },
    description: item.summary,
    content: { encoded: item.content },
    categories: item.names.map((name) => ({ name })),
    ...(item.published && { pubDate: item.published }),
    dc: { creators: [...item.byline], languages: [item.language] },
    atom: { updated: item.updated },
  });
  worded.set(article, Buffer.from(xml));
  return xml;
}

/** Atom (RFC 4287). */
function wordAtom(archive: Archive, { title, description, href, self, articles }: Subject): string {
  const { site, paths } = archive;
  const items = articlesOfFeed(articles).map((article) => describe(article, archive));
  return generateAtomFeed(
    {
      id: paths.canonical(href),
      title: { value: asXml(title) },
      subtitle: { value: asXml(description) },
      updated: new Date(Math.max(0, ...items.map(({ updated }) => updated.getTime()))),
      authors: [{ name: asXml(site.publisher?.name ?? site.title) }],
      links: [
        { href: paths.canonical(self), rel: 'self', type: 'application/atom+xml' },
        { href: paths.canonical(href), rel: 'alternate', type: 'text/html' },
      ],
      entries: items.map((item) => ({
        id: item.url,
        title: { value: item.title },
        links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
        updated: item.updated,
        ...(item.published && { published: item.published }),
        ...(item.byline.length > 0 && { authors: item.byline.map((name) => ({ name })) }),
        categories: item.names.map((term) => ({ term })),
        summary: { value: item.summary },
        content: { value: item.content, type: 'html' },
      })),
    },
    { strict: true },
  );
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
function wordJson(archive: Archive, { title, description, href, self, articles }: Subject): string {
  const { site, paths } = archive;
  const feed = generateJsonFeed(
    {
      title,
      description,
      home_page_url: paths.canonical(href),
      feed_url: paths.canonical(self),
      language: site.language,
      items: articlesOfFeed(articles).map((article) => {
        const item = describe(article, archive);
        return {
          id: item.url,
          url: item.url,
          title: item.title,
          content_html: item.content,
          summary: item.summary,
          language: item.language,
          tags: item.names,
          date_modified: item.updated,
          ...(item.published && { date_published: item.published }),
          ...(item.byline.length > 0 && { authors: item.byline.map((name) => ({ name })) }),
        };
      }),
    },
    { strict: true },
  );
  return JSON.stringify(feed, null, 1);
}

function describe(article: Article, archive: Archive): Item {
  const url = archive.paths.canonical(article.href);
  const { date, updated } = article;
  const { messages } = archive;
  const notes = article.corrections.map(
    ({ date: day, note }) =>
      `<p><em>${escapeHtml(messages.article.correctionOf(formatDate(day, messages).short, note))}</em></p>\n`,
  );
  const names = archive.tagsOf(article).flatMap(({ records }) => records.map(({ name }) => asXml(name)));
  return {
    url,
    title: asXml(article.titleSupplied ? `[${article.title}]` : article.title),
    content: asXml(notes.join('') + withWholeAddresses(article.html, url)),
    summary: asXml(article.summary ?? article.firstSentence),
    byline: article.byline.map(asXml),
    names,
    language: article.language,
    published: date && isDay(date.edtf) ? startOf(date.edtf) : undefined,
    updated: startOf(updated ?? (date ? earliest(date) : '1970-01-01')),
  };
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** In what the Markdown pipeline has made, each address is in double quotes: `href="/people/…"` or `href="#note-1"`. */
function withWholeAddresses(html: string, url: string): string {
  const { origin } = new URL(url);
  return html.replace(/ href="([/#])/g, (_whole, sign) => ` href="${sign === '/' ? origin : url}${sign}`);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
