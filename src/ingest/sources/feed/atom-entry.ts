import { isUtf8 } from 'node:buffer';

import type { LeftOut } from '../../drafts/draft.ts';
import type { LinkedMedia } from '../../text/linked-media.ts';
import { toLine } from '../../text/lines.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { SourceError } from '../source-error.ts';
import { list, listLeftOut, listUnknown, textIn } from './elements.ts';
import { reasonToSkipEntry } from './no-article.ts';
import { chooseDates, lineOf, textsOr, type FeedEntry, type FeedText } from './feed-entry.ts';
import { listMedia, mediaNames } from './media-elements.ts';
import { elementsOf, textOf, toHtml, type XmlElement } from './xml-tree.ts';

const published = ['published', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:date', 'created'];
const updated = ['updated', 'modified', 'dcterms:modified'];
const known = new Set([
  ...[...published, ...updated, ...mediaNames],
  ...[
    'title',
    'content',
    'summary',
    'link',
    'author',
    'contributor',
    'category',
    'source',
    'rights',
    'copyright',
  ],
  ...[
    'dc:language',
    'dc:creator',
    'dcterms:creator',
    'dc:subject',
    'dc:rights',
    'dc:title',
    'dc:description',
  ],
  'content:encoded',
  'feedburner:origlink',
]);

/** Reads an entry of Atom (RFC 4287) or Atom 0.3, within its feed. */
export function readAtomEntry(entry: XmlElement, feed: XmlElement | undefined): FeedEntry {
  const [source] = list(entry, 'source');
  const [content] = list(entry, 'content');
  const line = (...texts: (XmlElement | undefined)[]) => {
    const text = texts.find((each) => each !== undefined);
    return text && lineOf(readText(text, true, `<${text.name}>`));
  };
  const link = linkOf(entry, 'alternate');
  const written = textIn(entry, 'feedburner:origlink') ?? link?.attributes.get('href') ?? '';
  const url = link && resolveAddress(written.trim(), link.base);
  const authors = list(entry, 'author', 'dc:creator', 'dcterms:creator');
  const isBlogger = list(entry, 'category').some(isKind) || list(entry, 'blogger:type').length > 0;
  const src = content?.attributes.get('src');
  const { media, leftOut } = listMedia(entry);
  return {
    skipped: reasonToSkipEntry(entry),
    lines: {
      title: line(...list(entry, 'title', 'dc:title', 'media:title')),
      language:
        content?.attributes.get('lang') ??
        entry.attributes.get('lang') ??
        textIn(entry, 'dc:language') ??
        entry.language ??
        textIn(feed, 'dc:language'),
      publisher: line(...list(source, 'title'), ...list(feed, 'title')),
      url,
      rights: line(
        ...list(entry, 'rights', 'copyright', 'dc:rights'),
        ...list(source, 'rights'),
        ...list(feed, 'rights', 'copyright'),
      ),
    },
    dates: chooseDates(datesOf(entry, published), datesOf(entry, updated)),
    // An entry without authors has those of its source or of the feed (RFC 4287, section 4.2.1).
    byline:
      [authors, list(source, 'author'), list(feed, 'author')]
        .find((authors) => authors.length > 0)
        ?.map((author) => (elementsOf(author).length > 0 ? textIn(author, 'name') : textOf(author))) ?? [],
    terms: termsOf(entry, isBlogger),
    texts: textsOr(
      [
        ...list(entry, 'content').map((each) =>
          readText(each, false, src === undefined ? '<content>' : `<content> (it is at ${src})`),
        ),
        ...list(entry, 'content:encoded').map((each) => ({
          ...readText(each, false, '<content:encoded>'),
          html: true,
        })),
        ...list(entry, 'summary', 'dc:description').map((each) => readText(each, true, `<${each.name}>`)),
      ],
      '<content>',
      '<summary>',
    ),
    media: [...media, ...enclosuresOf(entry)],
    leftOut: [
      ...leftOut,
      ...linksOf(entry, url),
      ...authors.flatMap((author) =>
        elementsOf(author)
          .filter(({ name }) => name !== 'name')
          .flatMap((each) => listLeftOut(`the author’s <${each.name}>`, each)),
      ),
      ...(src === undefined ? [] : [{ what: 'the full text, which is elsewhere', address: src }]),
      ...list(entry, 'contributor').flatMap((each) => toLeftOut('a contributor', textIn(each, 'name'))),
      ...listUnknown(entry, known, url),
    ],
  };
}

/** Blogger tells by such a category what an entry is. */
function isKind({ attributes }: XmlElement): boolean {
  return attributes.get('scheme')?.endsWith('#kind') ?? false;
}

/** @param isBlogger whether only categories of the label scheme are the author's own */
function termsOf(entry: XmlElement, isBlogger: boolean): (string | undefined)[] {
  const categories = list(entry, 'category').filter(
    (each) =>
      !isKind(each) && !(isBlogger && !/blogger\.com/.test(each.attributes.get('scheme') ?? 'blogger.com')),
  );
  const names = categories.map(
    (each) => each.attributes.get('label') ?? each.attributes.get('term') ?? textOf(each),
  );
  const keywords = textIn(entry, 'media:keywords')?.split(',') ?? [];
  return [...names, ...list(entry, 'dc:subject').map(textOf), ...keywords];
}

function linkOf(entry: XmlElement | undefined, wanted: string): XmlElement | undefined {
  const links = list(entry, 'link').filter(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === wanted,
  );
  return links.find(({ attributes }) => /html|^$/.test(attributes.get('type') ?? '')) ?? links[0];
}

/** The address of the page that a feed is of, or else its own: relative addresses start from it. */
export function homeOf(feed: XmlElement | undefined): string | undefined {
  const link = linkOf(feed, 'alternate') ?? linkOf(feed, 'self');
  return link && resolveAddress(link.attributes.get('href')?.trim() ?? '', link.base);
}

function enclosuresOf(entry: XmlElement): LinkedMedia[] {
  return list(entry, 'link').flatMap(({ attributes, base }) => {
    const address = resolveAddress(attributes.get('href')?.trim() ?? '', base);
    if (attributes.get('rel') !== 'enclosure' || address === undefined) return [];
    return { address, words: attributes.get('title') };
  });
}

/** The links of an entry besides its own address and what it encloses. */
function linksOf(entry: XmlElement, own: string | undefined): LeftOut[] {
  const told = new Set([own]);
  return list(entry, 'link').flatMap(({ attributes, base }) => {
    const rel = attributes.get('rel') ?? 'alternate';
    const href = attributes.get('href')?.trim() ?? '';
    const address = resolveAddress(href, base) ?? href;
    if (rel === 'enclosure' || told.has(address)) return [];
    told.add(address);
    return toLeftOut(`a link (${rel})`, attributes.get('title'), address);
  });
}

function toLeftOut(what: string, text = '', address = ''): LeftOut[] {
  const line = toLine(text);
  if (line === '' && address === '') return [];
  return [{ what, ...(line && { text: line }), ...(address && { address }) }];
}

/**
 * A text of Atom, by its type (RFC 4287, sections 3.1.1 and 4.1.3.3). Atom 0.3 has media types for all, and says in `mode`
 * how it is encoded.
 */
function readText(element: XmlElement, summary: boolean, where: string): FeedText {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? 'text';
  const text = { summary, where, base: element.base };
  const html = /^(?:text\/)?html\b|^(?:application\/)?xhtml\b/.test(type);
  const isXml = /[+/]xml\b/.test(type) && !html;
  const isText = html || /^text(?:\/|$)/.test(type);
  if (elementsOf(element).length > 0)
    return { ...text, value: isXml ? undefined : toHtml(element), html: true };
  const written = textOf(element);
  const isBinary = !isText && !isXml;
  if (element.attributes.get('mode') === 'base64' || (isBinary && written.trim() !== ''))
    return { ...text, value: decodeBase64(written, where), html };
  return { ...text, value: isText ? written : undefined, html };
}

/** @throws {SourceError} when it is no text */
function decodeBase64(written: string, where: string): string {
  const compact = written.replace(/\s/g, '');
  const bytes = Buffer.from(compact, 'base64');
  if (/^[\w+/-]+={0,2}$/.test(compact) && isUtf8(bytes) && !bytes.includes(0)) return bytes.toString();
  const fix = 'Decode it, and put the text in its place.';
  throw new SourceError(`base64 in ${where} that is not a text in UTF-8`, 'a text', fix);
}

function datesOf(entry: XmlElement, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [`<${name}>`, textIn(entry, name)?.trim()]));
}
