import type { Root } from 'hast';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

import { checkElements, checkReferences } from '../shared/markup.ts';

const toPage = unified().use(rehypeParse).use(rehypeStringify).freeze();

/**
 * Parses a web page.
 *
 * @throws {SourceError} when that would take more than a few seconds
 */
export function parsePage(text: string): Document {
  checkElements(text);
  // Readability needs the tags that HTML allows a page to omit.
  const page = toPage.stringify(toPage.parse(text) as Root);
  checkReferences(page);
  return parseHTML(page).document;
}
