import { SaxesParser } from 'saxes';

import { locateText } from '../../text/locate-text.ts';
import { SourceError } from '../source-error.ts';
import { blankDeclaration, refuseEntities } from './xml-parser.ts';

/** The attributes of an element, by their names without prefixes. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is called while XML is parsed. Names have no prefixes; offsets are those of UTF-16 code units in the text. */
export interface XmlHandlers {
  /**
   * @param start the offset at which the element begins
   * @param line 1-based, where it begins
   */
  open(name: string, attributes: XmlAttributes, start: number, line: number): void;
  /** @param end the offset after the element */
  close(name: string, end: number): void;
  text?(text: string): void;
}

/** The most elements of a file; a page of a newspaper has some ten thousand. */
const elementLimit = 2_000_000;

/**
 * Parses XML as a stream of events, without a tree.
 *
 * @throws {SourceError} at its place when it is malformed or truncated, when it declares entities, whatever they are, and when it
 *   has too many elements
 */
export function parseXml(text: string, handlers: XmlHandlers): void {
  const xml = blankDeclaration(text);
  const parser = new SaxesParser();
  parser.on('doctype', (doctype) => refuseEntities(doctype, locateText('<!DOCTYPE', text)));
  let [line, lineEnd, elements] = [1, xml.indexOf('\n'), 0];
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > elementLimit) refuseMore(line);
    // In well-formed XML no attribute has this sign.
    const start = xml.lastIndexOf('<', parser.position - 1);
    for (; lineEnd !== -1 && lineEnd < start; lineEnd = xml.indexOf('\n', lineEnd + 1)) line++;
    handlers.open(localName(name), withoutPrefixes(attributes), start, line);
  });
  parser.on('closetag', ({ name }) => handlers.close(localName(name), parser.position));
  if (handlers.text) parser.on('text', handlers.text.bind(handlers));
  if (handlers.text) parser.on('cdata', handlers.text.bind(handlers));
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const message = (error as Error).message.replace(/^\d+:\d+: |\.$/g, '');
    const position = { line: parser.line, column: Math.max(1, parser.columnIndex) };
    const fix = 'Correct the file there, or request it again: it may be truncated.';
    throw new SourceError(`malformed XML (${message})`, 'well-formed XML', fix, position);
  }
}

function refuseMore(line: number): never {
  const limit = elementLimit.toLocaleString('en');
  throw new SourceError(`more than ${limit} elements`, `at most ${limit}`, 'Split it into pages.', {
    line,
    column: 1,
  });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withoutPrefixes(attributes: XmlAttributes): XmlAttributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}
