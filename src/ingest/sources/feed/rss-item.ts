import { toLine } from '../../text/lines.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { list, listLeftOut, listUnknown, markupOf, textIn } from './elements.ts';
import { chooseDates, textsOr, type FeedEntry, type FeedText } from './feed-entry.ts';
import { listMedia, mediaNames } from './media-elements.ts';
import { textOf, type XmlElement } from './xml-tree.ts';

/** The elements with a full text: the usual one, and those of weblogs of 2003. */
const fullTexts = [
  'content:encoded',
  'xhtml:body',
  'body',
  'fullitem',
  'xhtml:div',
  'atom:content',
  'content',
];
const summaries = [
  ...['description', 'summary', 'atom:summary', 'dc:description', 'dcterms:abstract', 'dcterms:description'],
  'itunes:summary',
];
const published = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:date',
  'dcterms:created',
  'atom:published',
];
const updated = ['atom:updated', 'dcterms:modified', 'updated', 'modified'];
const authors = ['author', 'dc:creator', 'dcterms:creator', 'creator', 'atom:author'];
const known = new Set([
  ...[...fullTexts, ...summaries, ...published, ...updated, ...authors, ...mediaNames],
  ...['title', 'dc:title', 'dcterms:title', 'link', 'language', 'dc:language', 'dcterms:language', 'source'],
  ...[
    'category',
    'dc:subject',
    'dcterms:subject',
    'itunes:keywords',
    'keywords',
    'itunes:author',
    'itunes:title',
  ],
  ...['dc:rights', 'dcterms:rights', 'copyright', 'dc:identifier', 'dcterms:identifier'],
  ...['atom:link', 'feedburner:origlink'],
]);

/** Reads an item of RSS 0.9x, 1.0 (RDF) or 2.0, within its feed. */
export function readRssItem(item: XmlElement, feed: XmlElement | undefined): FeedEntry {
  const { media, leftOut } = listMedia(item);
  const title = textIn(item, 'title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title');
  const url = addressOf(item);
  const named = authors.flatMap((name) =>
    list(item, name).map((each) => textIn(each, 'name') ?? textOf(each)),
  );
  const [source] = list(item, 'source');
  const keywords = ['itunes:keywords', 'media:keywords', 'keywords'].flatMap(
    (name) => textIn(item, name)?.split(',') ?? [],
  );
  return {
    skipped: /#comment-\d+$/.test(url ?? textIn(item, 'guid') ?? '') ? 'a reader’s comment' : undefined,
    lines: {
      title: readHtmlLine(title ?? ''),
      language:
        item.attributes.get('lang') ??
        textIn(item, 'dc:language', 'dcterms:language', 'language') ??
        textIn(feed, 'language', 'dc:language', 'dcterms:language') ??
        item.language,
      publisher: readHtmlLine((source && textOf(source)) || (textIn(feed, 'title') ?? '')),
      url,
      // Not HTML (RSS 2.0, Dublin Core), though the sign is often written as in it.
      rights: toLine(
        textIn(item, 'dc:rights', 'dcterms:rights', 'copyright') ??
          textIn(feed, 'copyright', 'dc:rights', 'dcterms:rights'),
      ).replaceAll('&copy;', '©'),
    },
    dates: chooseDates(datesOf(item, published), datesOf(item, updated)),
    byline: named.some((name) => name.trim() !== '') ? named : [textIn(item, 'itunes:author')],
    terms: [...list(item, 'category', 'dc:subject', 'dcterms:subject').map(textOf), ...keywords],
    texts: textsOr(
      [
        ...list(item, ...fullTexts).map((each) => readText(each, false)),
        ...list(item, ...summaries).map((each) => readText(each, true)),
      ],
      '<content:encoded>',
      '<description>',
    ),
    media,
    leftOut: [
      ...leftOut,
      ...list(item, 'link', 'atom:link').flatMap((each) =>
        listLeftOut('another address of the item', each, [url]),
      ),
      ...listUnknown(item, known, url),
    ],
  };
}

function readText(element: XmlElement, summary: boolean): FeedText {
  const where = `<${element.name}>`;
  return { value: markupOf(element), html: true, summary, where, base: element.base };
}

/** The address of the article: not that of the service that counts its readers. */
function addressOf(item: XmlElement): string | undefined {
  const [guid] = list(item, 'guid');
  const [link] = list(item, 'link');
  const about = item.attributes.get('about');
  const permalink =
    guid?.attributes.get('isPermaLink') === 'false' ? about : ((guid && textOf(guid)) ?? about);
  const atomLink = list(item, 'atom:link').find(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate',
  );
  const written =
    textIn(item, 'feedburner:origlink') ??
    (link && (textOf(link) || link.attributes.get('href'))) ??
    atomLink?.attributes.get('href');
  return written === undefined
    ? resolveAddress((permalink ?? '').trim())
    : resolveAddress(written.trim(), (link ?? atomLink ?? item).base);
}

function datesOf(item: XmlElement, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(
    names.map((name) => [`<${name === 'pubdate' ? 'pubDate' : name}>`, textIn(item, name)?.trim()]),
  );
}
