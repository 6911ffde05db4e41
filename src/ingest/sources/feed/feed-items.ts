import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

import { toLine } from '../../text/lines.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import { resolveAddress } from '../../text/web-address.ts';
import type { DateCandidate } from '../../dates/first-date.ts';

/** An item in terms that all feed formats share. What it lacks is taken from its feed. */
export interface FeedEntry {
  lines: Record<'title' | 'language' | 'publisher' | 'url' | 'rights', string | undefined>;
  /** Dates of publication, or else of the last change. */
  dates: DateCandidate[];
  byline: (string | undefined)[];
  terms: (string | undefined)[];
  /** Its texts, the full text first. */
  texts: FeedText[];
  enclosures: number;
}

export interface FeedText {
  value: string | undefined;
  html: boolean;
  /** Whether the format defines it as less than the full text. */
  summary: boolean;
  where: string;
  /** The address that relative links start from. */
  base: string | undefined;
}

type RssItem = RssFeed.Item<string> & Pick<RdfFeed.Item<string>, 'rdf'>;

/** Dates by the element or key that they are written in. */
type Dates = Readonly<Record<string, string | undefined>>;

/** Reads an item of RSS 0.9x, 1.0 (RDF) or 2.0, within its feed. */
export function readRssItem(item: RssItem = {}, feed: Partial<RssFeed.Feed<string>> = {}): FeedEntry {
  const { dc, atom, authors = [], guid, rdf } = item;
  const base = resolveAll(feed.link, feed.xml?.base, item.xml?.base);
  const names = authors.map(({ name }) => name).concat(dc?.creators ?? []);
  const link = item.link ?? linkOf(atom?.links);
  const permalink = guid?.isPermaLink === false ? rdf?.about : (guid?.value ?? rdf?.about);
  return {
    lines: {
      title: readHtmlLine(item.title ?? dc?.titles?.[0] ?? ''),
      language:
        item.xml?.lang ?? dc?.languages?.[0] ?? feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
      publisher: readHtmlLine(item.source?.title ?? feed.title ?? ''),
      url: link === undefined ? resolveAddress(permalink ?? '') : resolveAddress(link, base),
      rights: dc?.rights?.[0] ?? feed.copyright ?? feed.dc?.rights?.[0],
    },
    dates: chooseDates(
      { '<pubDate>': item.pubDate, '<dc:date>': dc?.dates?.[0], '<atom:published>': atom?.published },
      { '<atom:updated>': atom?.updated },
    ),
    byline: names.some((name) => name !== undefined) ? names : authors.map(({ email }) => email),
    terms: (item.categories ?? []).map(({ name }) => name).concat(dc?.subjects ?? []),
    texts: [
      { value: item.content?.encoded, html: true, summary: false, where: '<content:encoded>', base },
      {
        value: item.description ?? dc?.descriptions?.[0],
        html: true,
        summary: true,
        where: '<description>',
        base,
      },
    ],
    enclosures: item.enclosures?.length ?? 0,
  };
}

/** Reads an entry of Atom (RFC 4287), within its feed. */
export function readAtomEntry(
  entry: Partial<AtomFeed.Entry<string>> = {},
  feed: Partial<AtomFeed.Feed<string>> = {},
): FeedEntry {
  const { source, content, dc } = entry;
  const home = linkOf(feed.links) ?? linkOf(feed.links, 'self');
  const base = resolveAll(home, feed.xml?.base, entry.xml?.base);
  const line = (text: AtomFeed.Text | undefined) => text && lineOf(atomText(text, base, true, ''));
  const link = linkOf(entry.links);
  return {
    lines: {
      title: line(entry.title),
      language:
        entry.xml?.lang ??
        content?.xml?.lang ??
        dc?.languages?.[0] ??
        feed.xml?.lang ??
        feed.dc?.languages?.[0],
      publisher: line(source?.title ?? feed.title),
      url: link === undefined ? undefined : resolveAddress(link, base),
      rights: line(entry.rights ?? source?.rights ?? feed.rights),
    },
    dates: chooseDates(
      { '<published>': entry.published, '<dc:date>': dc?.dates?.[0] },
      { '<updated>': entry.updated },
    ),
    // An entry without authors has those of its source or of the feed (RFC 4287, section 4.2.1).
    byline: (entry.authors ?? source?.authors ?? feed.authors ?? []).map(({ name, email }) => name ?? email),
    terms: (entry.categories ?? []).map(({ label, term }) => label ?? term),
    texts: [
      atomText(
        content ?? {},
        base,
        false,
        content?.src === undefined ? '<content>' : `<content> (it is at ${content.src})`,
      ),
      atomText(entry.summary ?? {}, base, true, '<summary>'),
    ],
    enclosures: entry.links?.filter(({ rel }) => rel === 'enclosure').length ?? 0,
  };
}

/** Reads an item of JSON Feed (jsonfeed.org/version/1.1), within its feed. */
export function readJsonItem(
  item: JsonFeed.Item<string> = {},
  feed: Partial<JsonFeed.Feed<string>> = {},
): FeedEntry {
  const base = resolveAll(feed.home_page_url, item.url);
  const text = { html: false, summary: false, base };
  return {
    lines: {
      title: item.title,
      language: item.language ?? feed.language,
      publisher: feed.title,
      url: item.url && resolveAddress(item.url, feed.home_page_url),
      rights: undefined,
    },
    dates: chooseDates(
      { '"date_published"': item.date_published },
      { '"date_modified"': item.date_modified },
    ),
    byline: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    terms: item.tags ?? [],
    texts: [
      { ...text, value: item.content_html, where: '"content_html"', html: true },
      { ...text, value: item.content_text, where: '"content_text"' },
      { ...text, value: item.summary, where: '"summary"', summary: true },
    ],
    enclosures: item.attachments?.length ?? 0,
  };
}

/** A text of Atom, by its type (RFC 4287, sections 3.1.1 and 4.1.3.3; Atom 0.3 has media types for all). */
function atomText(
  { value, type = 'text', xml }: AtomFeed.Content,
  base: string | undefined,
  summary: boolean,
  where: string,
): FeedText {
  const html = /^(?:text\/)?html$|^(?:application\/)?xhtml/.test(type);
  const text = html || /^text(?:\/|$)/.test(type) ? value : undefined;
  return {
    value: html && text ? closeTags(text) : text,
    html,
    summary,
    where,
    base: resolveAll(base, xml?.base),
  };
}

/** In XHTML any element may be self-closing (`<p/>`); HTML would treat it as open. */
function closeTags(xhtml: string): string {
  const empty = /<([a-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/>/gi;
  return xhtml.replace(empty, '<$1$2></$1>').replace(/<\/(?:br|hr|img|col|wbr|area|input)>/gi, '');
}

/** A text on one line, without markup. */
export function lineOf({ value = '', html }: FeedText): string {
  return html ? readHtmlLine(value) : toLine(value);
}

function linkOf(links: AtomFeed.Entry<string>['links'], wanted = 'alternate'): string | undefined {
  return links?.find(({ rel = 'alternate' }) => rel === wanted)?.href;
}

/** Resolves each address against the one before. */
function resolveAll(...addresses: (string | undefined)[]): string | undefined {
  return addresses.reduce((base, address = '') => resolveAddress(address, base) ?? base, undefined);
}

function chooseDates(published: Dates, updated: Dates): DateCandidate[] {
  const notice = 'The date is that of the last change; the feed has no date of publication.';
  const list = (dates: Dates, more: { notice?: string } = {}) =>
    Object.entries(dates).flatMap(([where, text]) => (text === undefined ? [] : { text, where, ...more }));
  return [list(published), list(updated, { notice })].find((dates) => dates.length > 0) ?? [];
}
