import { SaxesParser } from 'saxes';

import type { Position } from '../../../records/problem.ts';
import { allowHtmlEntities, refuseEntities } from '../shared/xml-parser.ts';
import { malformedXml } from './malformed-xml.ts';
import type { TextWindow } from './text-window.ts';
import { replaceForbidden } from './control-characters.ts';
import { createElementNames } from './element-names.ts';
import {
  addToField,
  addToItem,
  createSiteReader,
  type WordpressItem,
  type WordpressSite,
} from './wordpress-export.ts';

const depthLimit = 100;

/** An item whose end tag has not been read yet. */
export interface OpenItem {
  item: WordpressItem;
  /** The offset of its start tag in the file. */
  start: number;
  /** The position of its start tag. */
  position: Position;
  /** Where readers' comments begin and end: offsets in the file. */
  comments: [from: number, to: number][];
}

/**
 * Parses an export and collects its items. It can be started again in the middle of the file, as it is after a malformed
 * item.
 *
 * What it is given to parse has to be in the window already, from which the XML of an item is taken.
 */
export class ExportParser {
  readonly site: WordpressSite = { authors: new Map(), terms: new Map() };
  /** The items that were read to their end, until they are taken. */
  items: WordpressItem[] = [];
  /** How many items have begun. */
  begun = 0;
  openItem: OpenItem | undefined;
  hasChannel = false;
  /** The offset after the last tag: what comes after it is not parsed completely. */
  parsed = 0;

  readonly #window: TextWindow;
  readonly #names = createElementNames();
  readonly #readSiteElement = createSiteReader(this.site);
  #parser: SaxesParser;
  /** Where the parser was started: a position and an offset, and what it was given before. */
  #start = { position: { line: 1, column: 1 }, offset: 0, prefix: '' };
  /** The names of the open elements, and what is known of the innermost one. */
  #path: string[] = [];
  #attributes: Readonly<Record<string, string>> = {};
  #text = '';
  #commentStart = 0;

  constructor(window: TextWindow) {
    this.#window = window;
    this.#parser = this.#createParser();
  }

  /** @throws {SourceError} when the text is malformed, or is not to be read */
  write(text: string): void {
    this.#parser.write(replaceForbidden(text));
  }

  /** @throws {SourceError} when the text is not complete */
  close(): void {
    this.#parser.close();
  }

  /** Continues within the channel at a later offset of the file. */
  restart(position: Position, offset: number): void {
    this.openItem = undefined;
    this.#path = [];
    this.#start = { position, offset, prefix: '<rss><channel>' };
    this.#parser = this.#createParser();
    this.#parser.write(this.#start.prefix);
  }

  /** The offset in the file after the character that was read last. */
  get offset(): number {
    return this.#start.offset - this.#start.prefix.length + this.#parser.position;
  }

  /** The position of the character that was read last. */
  get position(): Position {
    const { position, prefix } = this.#start;
    const { line, columnIndex } = this.#parser;
    const before = line === 1 ? position.column - prefix.length - 1 : 0;
    return { line: position.line + line - 1, column: Math.max(1, before + columnIndex) };
  }

  #createParser(): SaxesParser {
    const parser = new SaxesParser({ position: false });
    allowHtmlEntities(parser);
    parser.on('error', ({ message }) => this.#fail(message));
    parser.on('doctype', (doctype) => refuseEntities(doctype, this.position));
    parser.on('opentagstart', ({ name }) => this.#beginTag(this.#names.nameOf(name)));
    parser.on('opentag', ({ name, attributes }) =>
      this.#openElement(name, attributes as Record<string, string>),
    );
    parser.on('text', (text) => void (this.#text += text));
    parser.on('cdata', (text) => void (this.#text += text));
    parser.on('closetag', ({ name }) => this.#closeElement(this.#names.nameOf(name)));
    return parser;
  }

  #fail(message: string): void {
    // A reference to a character that XML forbids stays as it is written.
    if (message.startsWith('malformed character entity')) return;
    const cause = message.replace(/\.$/, '');
    throw malformedXml(cause, this.position);
  }

  #beginTag(name: string): void {
    const path = this.#path;
    const tagStart = () => this.#window.lastIndexOf('<', this.offset);
    if (this.openItem && name === 'wp:comment' && path.length === 3) this.#commentStart = tagStart();
    if (this.openItem || name !== 'item' || path.length !== 2 || path[1] !== 'channel') return;
    const start = tagStart();
    const { line, column } = this.position;
    const item = { number: ++this.begun, line, values: new Map(), terms: [], fields: [], hasComments: false };
    const position = { line, column: Math.max(1, column + 1 - (this.offset - start)) };
    this.openItem = { item, start, position, comments: [] };
  }

  #openElement(written: string, attributes: Readonly<Record<string, string>>): void {
    this.#names.declare(attributes);
    const name = this.#names.nameOf(written);
    if (this.#path.push(name) > depthLimit) throw malformedXml('elements nested too deeply', this.position);
    this.hasChannel ||= this.#path.length === 2 && name === 'channel';
    this.#attributes = attributes;
    this.#text = '';
    this.parsed = this.offset;
  }

  #closeElement(name: string): void {
    const element = { name, attributes: this.#attributes, text: this.#text };
    const depth = this.#path.length;
    if (this.openItem && depth === 3) this.#finishItem(this.openItem);
    else if (this.openItem && depth === 4) {
      addToItem(this.openItem.item, element);
      if (name === 'wp:comment') this.openItem.comments.push([this.#commentStart, this.offset]);
    } else if (this.openItem && depth === 5 && this.#path[3] === 'wp:postmeta') {
      addToField(this.openItem.item, element);
    } else if (!this.openItem && this.#path[1] === 'channel') this.#readSiteElement(element, depth);
    this.#path.pop();
    this.#text = '';
    this.parsed = this.offset;
  }

  #finishItem({ item, start, comments }: OpenItem): void {
    item.xml = this.#window.sliceWithout(comments, start, this.offset);
    this.items.push(item);
    this.openItem = undefined;
  }
}
