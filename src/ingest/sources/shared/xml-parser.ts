import type { SaxesParser } from 'saxes';

import type { Position } from '../../../records/problem.ts';
import { SourceError } from '../source-error.ts';
import { resolveEntities } from '../../text/html-line.ts';
import { splitBetween } from '../../text/split-between.ts';

/** Makes a parser accept the named entities of HTML: many sources use them, though XML has only five. */
export function allowHtmlEntities(parser: Pick<SaxesParser, 'ENTITIES'>): void {
  parser.ENTITIES = new Proxy(parser.ENTITIES, { get: (_, name) => readEntity(String(name)) });
}

/**
 * Rejects entity declarations, which could load other files or expand without limit (XML 1.0, section 4.2).
 *
 * @param doctype the content of a document type declaration
 * @throws {SourceError} when it declares entities
 */
export function refuseEntities(doctype: string, position: Position): void {
  if (!/<!ENTITY/i.test(doctype)) return;
  const fix =
    'Replace the entities with their text, and remove the declarations. Nothing that they refer to was read.';
  throw new SourceError('entity declarations in <!DOCTYPE>', 'XML without them', fix, position);
}

/**
 * Replaces the XML declaration with blanks: it is useless once the text is decoded, and often preceded by white space or a
 * comment, where a parser does not allow it.
 */
export function blankDeclaration(xml: string): string {
  const start = xml.search(/<\?xml\s/);
  const end = xml.indexOf('>', start) + 1;
  if (start === -1 || end === 0 || !isBlank(xml.slice(0, start))) return xml;
  return xml.slice(0, start) + xml.slice(start, end).replace(/[^\r\n]/g, ' ') + xml.slice(end);
}

/** Whether there is nothing but white space and comments. */
function isBlank(text: string): boolean {
  const outside = splitBetween(text, '<!--', '-->').filter((_part, number) => number % 2 === 0);
  return outside.join('').trim() === '';
}

function readEntity(name: string): string | undefined {
  const text = resolveEntities(`&${name};`);
  return text === `&${name};` ? undefined : text;
}
