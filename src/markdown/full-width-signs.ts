import type { Link, Nodes, Parent, Root, RootContent } from 'mdast';

/** A sign of Chinese, Japanese or Korean print (CJK Symbols and Punctuation, Fullwidth Forms, quotation marks). */
const sign = /[“”‘\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;
const addressAfterSign = /(?<![a-z<])https?:\/\/[^\s<>“”‘\u3000-\u303f\uff01-\uff65]+/gi;

/**
 * Ends web addresses that are written without brackets at the first full-width sign: without spaces, GFM's autolinks go on
 * to the end of a sentence. What follows the sign is parsed as the Markdown that it is.
 *
 * @param parse parses Markdown without finding addresses
 *
 * @example
 * // 详情见https://example.org/port。请注意时间。
 * // → 详情见, a link to https://example.org/port, 。请注意时间。
 */
export function endAddresses(tree: Root, parse: (markdown: string) => Root): void {
  visit(tree);

  function visit(parent: Parent): void {
    parent.children.forEach((node) => {
      if ('children' in node && node.type !== 'link') visit(node);
    });
    if (parent.children.some(goesTooFar))
      parent.children = parent.children.flatMap((node) => (goesTooFar(node) ? part(node) : [node]));
  }

  function part(link: Link): RootContent[] {
    const [text] = link.children;
    const written = text?.type === 'text' ? text.value : '';
    const end = written.search(sign);
    const kept = written.slice(0, end);
    const rest = written.slice(end).replace(addressAfterSign, '<$&>');
    const [paragraph] = parse(rest).children;
    const after = paragraph?.type === 'paragraph' ? paragraph.children : [];
    after.forEach(removePositions);
    const url = link.url.slice(0, link.url.length - (written.length - end));
    return [{ type: 'link', title: null, url, children: [{ type: 'text', value: kept }] }, ...after];
  }
}

/** Whether a node is an address without brackets that goes on after a full-width sign. */
function goesTooFar(node: Nodes): node is Link {
  if (node.type !== 'link' || node.children.length !== 1) return false;
  const [text] = node.children;
  if (text?.type !== 'text' || !sign.test(text.value) || !node.url.endsWith(text.value)) return false;
  // In brackets, an address is as its writer wants it: the text begins after the bracket.
  return text.position?.start.offset === node.position?.start.offset;
}

/** The positions in what was parsed by itself are none in the text. */
function removePositions(node: Nodes): void {
  delete node.position;
  if ('children' in node) node.children.forEach(removePositions);
}
