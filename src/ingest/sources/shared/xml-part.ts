import { SaxesParser } from 'saxes';

import { SourceError } from '../source-error.ts';
import { refuseEntities } from './xml-parser.ts';
import type { Zip } from './zip.ts';

/** Attributes of an element, by their local names, and as they are written. */
export type Attributes = ReadonlyMap<string, string>;

/** What is told of a part while it is read. Names are local ones: documents choose their prefixes. */
export interface PartHandlers {
  /** @param path the names of the elements that are open, this one last */
  open?(name: string, attributes: Attributes, path: readonly string[]): void;
  close?(name: string, path: readonly string[]): void;
  text?(text: string, path: readonly string[]): void;
}

/** How deep elements may be nested; tables within tables within text boxes have some fifty. */
const depthLimit = 400;

/**
 * Reads the XML of a part of a document as a stream. What is not there has no elements.
 *
 * @throws {SourceError} when it is malformed, declares entities or is nested too deeply
 */
export async function readXmlPart(
  zip: Zip,
  name: string,
  handlers: PartHandlers,
  limit?: number,
): Promise<void> {
  for await (const _ of readXmlPieces(zip, name, handlers, limit)) continue;
}

/** The same, piece by piece: after each, what was told of it can be taken further. */
export async function* readXmlPieces(
  zip: Zip,
  name: string,
  handlers: PartHandlers,
  limit?: number,
): AsyncGenerator<undefined, void> {
  if (!zip.entries.has(name)) return;
  const parser = new SaxesParser({ position: true });
  const path: string[] = [];
  const position = () => ({ line: parser.line, column: parser.column + 1 });
  const refuse = (found: string) =>
    new SourceError(
      `${found} in the part "${name}"`,
      'XML as word processors and spreadsheets write it',
      'Open the document, save it again, and ingest that.',
      position(),
    );
  parser.on('error', ({ message }) => {
    throw refuse(`malformed XML (${message.replace(/^\d+:\d+: /, '')})`);
  });
  parser.on('doctype', (doctype) => refuseEntities(doctype, position()));
  parser.on('opentag', ({ name: written, attributes }) => {
    const local = localName(written);
    path.push(local);
    if (path.length > depthLimit) throw refuse(`elements that are nested ${depthLimit} deep`);
    handlers.open?.(
      local,
      new Map(
        Object.entries(attributes).flatMap(([key, value]) => [
          [localName(key), value],
          [key, value],
        ]),
      ),
      path,
    );
  });
  parser.on('closetag', ({ name: written }) => {
    handlers.close?.(localName(written), path);
    path.pop();
  });
  const add = (text: string) => handlers.text?.(text, path);
  parser.on('text', add);
  parser.on('cdata', add);
  let decoder: TextDecoder | undefined;
  for await (const piece of zip.stream(name, limit)) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decode(decoder, piece, refuse));
    yield;
  }
  if (decoder) parser.write(decode(decoder, undefined, refuse));
  parser.close();
  yield;
}

function decode(
  decoder: TextDecoder,
  piece: Uint8Array | undefined,
  refuse: (found: string) => SourceError,
): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw refuse('bytes that are not in its encoding');
  }
}

/** Parts are in UTF-8, or in UTF-16 with a byte order mark (ECMA-376 part 2, 8.1). */
export function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An element of a part, as a tree. */
export interface PartNode {
  name: string;
  attributes: Attributes;
  children: (PartNode | string)[];
}

/** Reads a part into a tree: an element without a name, which has that of the part, if there is such a part. */
export async function readPartTree(zip: Zip, name: string): Promise<PartNode> {
  const root: PartNode = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  await readXmlPart(zip, name, {
    open(element, attributes) {
      const node: PartNode = { name: element, attributes, children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    text: (text) => void open.at(-1)?.children.push(text),
    close: () => void open.pop(),
  });
  return root;
}

/** The outermost elements of some names. */
export function findNodes(node: PartNode, names: RegExp): PartNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.test(child.name) ? [child] : findNodes(child, names);
  });
}
