import type { Element, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Reads HTML as a browser does. */
export function readHtml(html: string): Root {
  return parser.parse(html);
}

/** All elements of a tree, in their order. */
export function listElements(tree: Root | Element): Element[] {
  return (tree.children as RootContent[]).flatMap((node) =>
    node.type === 'element' ? [node, ...listElements(node)] : [],
  );
}
