import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

import { toLine } from '../../text/lines.ts';
import { readHtmlLine, resolveAddress, type Written } from '../web-page/json-ld.ts';

/** What an item says of itself, in whichever format; where it says nothing, what its feed says of all. */
export interface Entry {
  lines: Record<'title' | 'language' | 'publisher' | 'url' | 'rights', string | undefined>;
  /** Of publication; of the last change where there is no other. */
  dates: Written[];
  byline: (string | undefined)[];
  terms: (string | undefined)[];
  /** The whole text first. */
  texts: EntryText[];
  enclosures: number;
}

export interface EntryText {
  value: string | undefined;
  html: boolean;
  /** Less than the whole text, or so the format has it. */
  summary: boolean;
  where: string;
  /** The address that relative links start from. */
  base: string | undefined;
}

type RssItem = RssFeed.Item<string> & Pick<RdfFeed.Item<string>, 'rdf'>;

/** Dates by the element or key that they are written in. */
type Dates = Readonly<Record<string, string | undefined>>;

/** What an item of RSS says, 0.9x, 1.0 (RDF) or 2.0, in its feed. */
export function fromRss(item: RssItem = {}, feed: Partial<RssFeed.Feed<string>> = {}): Entry {
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

/** What an entry of Atom says (RFC 4287), in its feed. */
export function fromAtom(
  entry: Partial<AtomFeed.Entry<string>> = {},
  feed: Partial<AtomFeed.Feed<string>> = {},
): Entry {
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
    // Those of the feed that an entry was copied from, or of its own, stand for its own (RFC 4287, section 4.2.1).
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

/** What an item of JSON Feed says (jsonfeed.org/version/1.1), in its feed. */
export function fromJson(item: JsonFeed.Item<string> = {}, feed: Partial<JsonFeed.Feed<string>> = {}): Entry {
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
): EntryText {
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

/** In XHTML any element may be closed at once (`<p/>`); HTML would take it for open. */
function closeTags(xhtml: string): string {
  const empty = /<([a-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/>/gi;
  return xhtml.replace(empty, '<$1$2></$1>').replace(/<\/(?:br|hr|img|col|wbr|area|input)>/gi, '');
}

/** A text on one line, without mark-up. */
export function lineOf({ value = '', html }: EntryText): string {
  return html ? readHtmlLine(value) : toLine(value);
}

function linkOf(links: AtomFeed.Entry<string>['links'], wanted = 'alternate'): string | undefined {
  return links?.find(({ rel = 'alternate' }) => rel === wanted)?.href;
}

/** Each address starts from the one before. */
function resolveAll(...addresses: (string | undefined)[]): string | undefined {
  return addresses.reduce((base, address = '') => resolveAddress(address, base) ?? base, undefined);
}

function chooseDates(published: Dates, updated: Dates): Written[] {
  const notice = 'The date is that of the last change; the feed names no date of publication.';
  const list = (dates: Dates, more: { notice?: string } = {}) =>
    Object.entries(dates).flatMap(([where, text]) => (text === undefined ? [] : { text, where, ...more }));
  return [list(published), list(updated, { notice })].find((dates) => dates.length > 0) ?? [];
}
