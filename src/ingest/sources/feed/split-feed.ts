import { SaxesParser } from 'saxes';

import { locateText } from '../../text/locate-text.ts';
import { SourceError } from '../source-error.ts';
import { allowHtmlEntities, blankDeclaration, refuseEntities } from '../shared/xml-parser.ts';
import { cutItems } from './cut-items.ts';

/** An item's part of the file, exactly as received, and the 1-based line on which it begins. */
export interface RawItem {
  text: string;
  line: number;
}

/** An XML feed, cut into its items. */
interface FeedParts {
  kind: 'rss' | 'rdf' | 'feed';
  items: RawItem[];
  /** What the feed says besides its items. */
  head: string;
  /** Puts the tags of the root and of the channel around a part, on one line. */
  wrap: (part: string) => string;
}

/**
 * Cuts an XML feed into its items. Where it is malformed, they are found by their tags, so that a fault costs its own item
 * only.
 *
 * @throws {SourceError} when it is no feed, or malformed and without any whole item
 */
export function splitFeed(text: string): FeedParts {
  const items: RawItem[] = [];
  const rest: string[] = [];
  /** Tags of the root and of the channel, which hold the items. */
  const frame: { name: string; tag: string }[] = [];
  let [frames, depth, start, line] = [0, 0, 0, 1];
  let broken: SourceError | undefined;
  const kind = () => localName(frame[0]?.name ?? '');
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
  try {
    parser.write(blankDeclaration(text)).close();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    broken = malformed(error, { line: parser.line, column: Math.max(1, parser.columnIndex) });
  }
  const known = kind();
  if (known !== 'rss' && known !== 'rdf' && known !== 'feed') throw broken ?? noFeed(known);
  const wrap = (part: string) => {
    const framed = known === 'rss' && frame.length === 1 ? `<channel>${part}</channel>` : part;
    const onLine = (tag: string) => tag.replace(/[\r\n]+/g, ' ');
    return frame.reduceRight((whole, { name, tag }) => `${onLine(tag)}${whole}</${name}>`, framed);
  };
  if (!broken) return { kind: known, items, head: rest.join(''), wrap };
  const cut = cutItems(text);
  if (!cut.items.some(({ isWhole }) => isWhole)) throw broken;
  const [first = ''] = [frame.at(-1)?.tag];
  const head = text.slice(text.indexOf(first) + first.length, cut.start);
  return { kind: known, items: cut.items, head, wrap };
}

/** @param error of the parser, which begins with the position */
export function malformed(error: unknown, position: { line: number; column: number }): SourceError {
  const message = (error as Error).message.replace(/^\d+:\d+: |\.$/g, '');
  const fix = 'Correct the file there, or request it again: it may be truncated.';
  return new SourceError(`malformed XML (${message})`, 'well-formed XML', fix, position);
}

function noFeed(root: string): SourceError {
  return new SourceError(
    `<${root}>`,
    'a feed: <rss>, <feed> or <rdf:RDF>',
    'Say what the file is with --format.',
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
