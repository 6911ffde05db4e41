import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

import { toLine } from './lines.ts';

const htmlParser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Reads a piece of HTML that is one line of text: tags are removed, character references resolved. */
export function readHtmlLine(html: string): string {
  const text = html.replace(/<\/?(?:br|p|div|li|h\d)\b[^<>]*>/gi, ' ').replace(/<[a-z/!][^<>]*>/gi, '');
  return toLine(resolveEntities(text));
}

/** Resolves the character references of HTML (section 13.5) in a text without tags. */
export function resolveEntities(text: string): string {
  return text.replace(/&(?:#\d{1,9}|#x[\da-f]{1,8}|[a-z][\da-z]{1,40});/gi, (entity) => {
    const [node] = htmlParser.parse(entity).children;
    return node?.type === 'text' ? node.value : entity;
  });
}
