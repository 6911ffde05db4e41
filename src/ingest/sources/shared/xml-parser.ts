import type { SaxesParser } from 'saxes';

import type { Place } from '../../../records/problem.ts';
import { SourceError } from '../../drafts/draft.ts';
import { resolveEntities } from '../web-page/json-ld.ts';

/** Lets a parser know the named entities of HTML: sources are full of them, though XML has but five. */
export function allowHtmlEntities(parser: Pick<SaxesParser, 'ENTITIES'>): void {
  parser.ENTITIES = new Proxy(parser.ENTITIES, { get: (_, name) => readEntity(String(name)) });
}

/**
 * Refuses what would be loaded from elsewhere, or grow without end (XML 1.0, section 4.2).
 *
 * @param doctype what stands in a document type declaration
 * @throws {SourceError} when it declares entities
 */
export function refuseEntities(doctype: string, place: Place): void {
  if (!/<!ENTITY/i.test(doctype)) return;
  const fix =
    'Write what the entities stand for into the text, and take the declarations out. Nothing that they name was read.';
  throw new SourceError('declarations of entities in <!DOCTYPE>', 'XML without them', fix, place);
}

/** Makes blank the declaration at the start of XML: of no use once it is decoded, and often not where it has to be. */
export function blankDeclaration(xml: string): string {
  return xml.replace(/^\s*<\?xml\b[^>]*>/, (declaration) => declaration.replace(/[^\r\n]/g, ' '));
}

function readEntity(name: string): string | undefined {
  const text = resolveEntities(`&${name};`);
  return text === `&${name};` ? undefined : text;
}
