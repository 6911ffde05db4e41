import { parseJsonFeed } from 'feedsmith';

import { positionAt } from '../../../records/read/decode-text.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { checkElements } from '../shared/markup.ts';
import { homeOf, readAtomEntry } from './atom-entry.ts';
import { list, textIn } from './elements.ts';
import type { FeedEntry } from './feed-entry.ts';
import { readJsonItem } from './json-item.ts';
import { readRssItem } from './rss-item.ts';
import { malformed, splitFeed, type RawItem } from './split-feed.ts';
import { elementsOf, readXmlTree, type XmlElement } from './xml-tree.ts';

/** A feed, split into its items. */
interface Feed {
  /** What the format calls an item. */
  word: 'item' | 'entry';
  extension: 'xml.txt' | 'json';
  items: RawItem[];
  /** @throws {SourceError} when the item is malformed */
  readItem: (part: string) => FeedEntry;
  /** What is wrong with the feed as a whole: whole sentences. */
  notices: string[];
}

/** @throws {SourceError} when it is no XML feed */
export function openXmlFeed(text: string): Feed {
  const { kind, items, head, wrap } = splitFeed(text);
  const feed = readHead(wrap, head, kind);
  const home = feed && (kind === 'feed' ? homeOf(feed) : textIn(feed, 'link')?.trim());
  return {
    word: kind === 'feed' ? 'entry' : 'item',
    extension: 'xml.txt',
    items,
    readItem: (part) => {
      checkElements(part);
      const item = findItem(readPart(wrap, part, home));
      return kind === 'feed' ? readAtomEntry(item, feed) : readRssItem(item, feed);
    },
    notices: feed
      ? []
      : ['What the feed says about itself is malformed; its title and language were not read.'],
  };
}

/** What the feed says besides its items. Bare signs in it are read as what they are. */
function readHead(wrap: (part: string) => string, head: string, kind: string): XmlElement | undefined {
  const repaired = head
    .replace(/&(?!#?\w{1,40};)/g, '&amp;')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  for (const part of [head, repaired]) {
    try {
      const [root] = elementsOf(readXmlTree(wrap(part)));
      const [channel] = list(root, 'channel');
      return kind === 'feed' ? root : (channel ?? root);
    } catch {
      // The second attempt follows, or there is no head.
    }
  }
  return undefined;
}

function readPart(wrap: (part: string) => string, part: string, home: string | undefined): XmlElement {
  try {
    return readXmlTree(wrap(part), home);
  } catch (error) {
    const bare = findBareSign(part);
    if (bare !== undefined) throw malformed(new Error('a bare "&"'), positionAt(part, bare));
    const position = /^(\d+):(\d+): /.exec((error as Error).message);
    if (!position) throw error;
    const line = Number(position[1]);
    // The tags that are put around the item are on its first line.
    const before = line === 1 ? wrap(part).indexOf(part) : 0;
    const last = positionAt(part, part.length).line;
    throw malformed(error, { line: Math.min(line, last), column: Math.max(1, Number(position[2]) - before) });
  }
}

/** Where an ampersand begins no reference; parsers tell only where they noticed it. */
function findBareSign(part: string): number | undefined {
  const [section, end] = ['<![CDATA[', ']]>'];
  const sign = /&(?!#?\w{1,40};)|<!\[CDATA\[/g;
  for (let match = sign.exec(part); match; match = sign.exec(part)) {
    if (match[0] !== section) return match.index;
    const closed = part.indexOf(end, match.index);
    if (closed === -1) return undefined;
    sign.lastIndex = closed;
  }
  return undefined;
}

/** The item within the tags that are put around it. */
function findItem(root: XmlElement): XmlElement {
  let element = root;
  for (;;) {
    const [inner] = elementsOf(element);
    if (!inner) return element;
    element = inner;
    if (/^(?:[\w.-]+:)?(?:item|entry)$/.test(element.name)) return element;
  }
}

/** @throws {SourceError} when it is not JSON */
export function openJsonFeed(text: string): Feed {
  const error = findJsonError(text);
  if (error) throw error;
  const feed = Object(JSON.parse(text)) as Record<string, unknown>;
  const { title, home_page_url, language, author, authors } = feed;
  const version = 'https://jsonfeed.org/version/1.1';
  const head = { version, title, home_page_url, language, author, authors };
  return {
    word: 'item',
    extension: 'json',
    items: listJsonElements(text, 'items'),
    readItem: (part) => {
      const parsed = attempt(() => parseJsonFeed({ ...head, items: [JSON.parse(part)] }));
      return readJsonItem(parsed?.items?.[0], parsed);
    },
    notices: [],
  };
}

/** feedsmith throws an error for an empty feed; here that is an item without a text, which is reported later. */
function attempt<Parsed>(parse: () => Parsed): Parsed | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
