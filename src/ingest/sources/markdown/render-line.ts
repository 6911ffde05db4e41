import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

import { markdownSyntax } from '../../../markdown/syntax.ts';
import { toLine } from '../../text/lines.ts';
import { escapeHtml } from './escape-html.ts';

// HTML in it stays as it is: what comes of this is read like any other HTML of a source.
const renderer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/**
 * Renders one line of Markdown as HTML without a paragraph around it, as Hugo's `markdownify` does. What is no paragraph, such
 * as `1. Mai`, is text.
 */
export function renderLine(markdown: string): string {
  const line = toLine(markdown);
  const [only, another] = markdownSyntax.parse(line).children;
  if (only?.type !== 'paragraph' || another !== undefined) return escapeHtml(line);
  return renderer.stringify(renderer.runSync({ type: 'root', children: only.children }));
}
