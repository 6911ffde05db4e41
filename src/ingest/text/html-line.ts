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
  return text.replace(/&(?:#\d{1,9}|#x[\da-f]{1,8}|[a-z][\da-z]{1,40});/gi, resolveEntity);
}

/** What references stand for: a feed has two for each tag. Only short ones, of which there are not too many to be kept. */
const resolved = new Map<string, string>();
const longestKept = '&#x2019;'.length;

function resolveEntity(entity: string): string {
  const known = resolved.get(entity);
  if (known !== undefined) return known;
  const [node] = htmlParser.parse(entity).children;
  const text = node?.type === 'text' ? node.value : entity;
  if (entity.length <= longestKept) resolved.set(entity, text);
  return text;
}
