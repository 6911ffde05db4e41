import type { SaxesParser } from 'saxes';

import type { Position } from '../../../records/problem.ts';
import { SourceError } from '../source-error.ts';
import { resolveEntities } from '../../text/html-line.ts';

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

/** Replaces the XML declaration with blanks: it is useless once the text is decoded, and often preceded by white space. */
export function blankDeclaration(xml: string): string {
  return xml.replace(/^\s*<\?xml\b[^>]*>/, (declaration) => declaration.replace(/[^\r\n]/g, ' '));
}

function readEntity(name: string): string | undefined {
  const text = resolveEntities(`&${name};`);
  return text === `&${name};` ? undefined : text;
}
