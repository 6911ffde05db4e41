import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';

import { SourceError } from '../source-error.ts';
import { readAtomEntry, readRssItem, type FeedEntry } from './feed-items.ts';
import { locateText } from '../../text/locate-text.ts';
import { allowHtmlEntities, blankDeclaration, refuseEntities } from '../shared/xml-parser.ts';

/** A feed, split into its items. */
export interface Feed {
  /** What the format calls an item. */
  word: 'item' | 'entry';
  extension: 'xml.txt' | 'json';
  items: RawItem[];
  readItem: (part: string) => FeedEntry;
  /** Where the rest of the file cannot be read. */
  broken?: SourceError | undefined;
}

/** An item's part of the file, exactly as received, and the 1-based line on which it begins. */
export interface RawItem {
  text: string;
  line: number;
}

/** Splits an XML feed into its items. Each is parsed separately, within the tags of the root and of the channel. */
export function openXmlFeed(text: string): Feed {
  const items: RawItem[] = [];
  const rest: string[] = [];
  /** Tags of the root and of the channel, which hold the items. */
  const frame: { name: string; tag: string }[] = [];
  let frames = 0;
  let depth = 0;
  let start = 0;
  let line = 1;
  let broken: SourceError | undefined;
  const parser = new SaxesParser();
  allowHtmlEntities(parser);
  parser.on('doctype', (doctype) => refuseEntities(doctype, locateText('<!DOCTYPE', text)));
  parser.on('opentagstart', () => {
    if (depth !== frames) return;
    start = text.lastIndexOf('<', parser.position - 1);
    line = parser.line - (text[parser.position - 1] === '\n' ? 1 : 0);
  });
  parser.on('opentag', ({ name, isSelfClosing }) => {
    const isFrame =
      depth === 0 || (depth === 1 && frames === 1 && localName(name) === 'channel' && kind() === 'rss');
    depth++;
    if (!isFrame) return;
    frames++;
    if (frame.length < frames && !isSelfClosing)
      frame.push({ name, tag: text.slice(start, parser.position) });
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    if (depth < frames) frames--;
    else if (depth === frames) {
      const slice = text.slice(start, parser.position);
      if (/^(?:item|entry)$/.test(localName(name))) items.push({ text: slice, line });
      else rest.push(slice);
    }
  });
  const kind = () => localName(frame[0]?.name ?? '');
  const wrap = (inner: string) => {
    const framed = kind() === 'rss' && frame.length === 1 ? `<channel>${inner}</channel>` : inner;
    return frame.reduceRight((whole, { name, tag }) => `${tag}${whole}</${name}>`, framed);
  };
  try {
    parser.write(blankDeclaration(text)).close();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const message = (error as Error).message.replace(/^\d+:\d+: |\.$/g, '');
    const position = { line: parser.line, column: Math.max(1, parser.columnIndex) };
    const fix = 'Correct the file there, or request it again: it may be truncated.';
    broken = new SourceError(`malformed XML (${message})`, 'well-formed XML', fix, position);
  }
  if (broken && kind() === '') throw broken;
  const readItem = readerOf(kind(), wrap, rest.join(''));
  return { word: kind() === 'feed' ? 'entry' : 'item', extension: 'xml.txt', items, readItem, broken };
}

function readerOf(kind: string, wrap: (inner: string) => string, head: string): Feed['readItem'] {
  if (kind === 'rss') {
    const feed = readParsed(() => parseRssFeed(wrap(head)));
    return (part) => readRssItem(readParsed(() => parseRssFeed(wrap(part)))?.items?.[0], feed);
  }
  if (kind === 'rdf') {
    const feed = readParsed(() => parseRdfFeed(wrap(head)));
    return (part) => readRssItem(readParsed(() => parseRdfFeed(wrap(part)))?.items?.[0], feed);
  }
  if (kind === 'feed') {
    const feed = readParsed(() => parseAtomFeed(wrap(head)));
    return (part) => readAtomEntry(readParsed(() => parseAtomFeed(wrap(part)))?.entries?.[0], feed);
  }
  throw new SourceError(
    `<${kind}>`,
    'a feed: <rss>, <feed> or <rdf:RDF>',
    'Say what the file is with --format.',
  );
}

/** feedsmith throws an error for an empty feed; here that is an item without a text, which is reported later. */
export function readParsed<Parsed>(parse: () => Parsed): Parsed | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
