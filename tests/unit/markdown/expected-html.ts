import type { Element, ElementContent, Root, RootContent } from 'hast';

import { readHtml } from './read-html.ts';

/**
 * What the archive makes of the HTML that a specification gives for an example: the differences that `createRenderer`
 * documents, each as a rule.
 *
 * @param rawHtml the pieces of the example that are raw HTML, in their order; each has to stand in the HTML as it is
 */
export function expectHtml(html: string, rawHtml: readonly string[]): Root {
  const tree = readHtml(escapePieces(html, rawHtml));
  const ranks: number[] = [];
  tree.children = tree.children.flatMap((node) => change(node, ranks)) as RootContent[];
  return tidy(tree);
}

/** Raw HTML is shown as a text. */
function escapePieces(html: string, pieces: readonly string[]): string {
  let [escaped, rest] = ['', html];
  for (const piece of pieces) {
    const at = rest.indexOf(piece);
    if (at < 0) throw new Error(`${JSON.stringify(piece)} is no raw HTML in ${JSON.stringify(html)}.`);
    escaped += rest.slice(0, at) + piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    rest = rest.slice(at + piece.length);
  }
  return escaped + rest;
}

/** A tree in which what readers cannot see is the same: white space around blocks, texts in pieces. */
export function tidy<Parent extends Root | Element>(parent: Parent): Parent {
  const children: RootContent[] = [];
  for (const node of parent.children as RootContent[]) {
    const last = children.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type === 'text') children.push({ type: 'text', value: node.value });
    else if (node.type === 'element') children.push(tidy({ ...node, position: undefined } as Element));
  }
  const isBlock = (node: RootContent | undefined) => node?.type === 'element' && blocks.test(node.tagName);
  for (const [index, node] of children.entries()) {
    if (node.type !== 'text' || ('tagName' in parent && parent.tagName === 'code')) continue;
    const edge = parent.type === 'root' || blocks.test((parent as Element).tagName);
    if (isBlock(children[index - 1]) || (index === 0 && edge)) node.value = node.value.trimStart();
    if (isBlock(children[index + 1]) || (index === children.length - 1 && edge))
      node.value = node.value.trimEnd();
  }
  const kept = children.filter((node) => node.type !== 'text' || node.value !== '');
  const { type } = parent;
  if (type === 'root') return { type, children: kept } as Parent;
  const { tagName, properties } = parent as Element;
  return { type, tagName, properties, children: kept } as unknown as Parent;
}

const blocks = /^(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|th|td|div|section)$/;

function change(node: RootContent | ElementContent, ranks: number[]): ElementContent[] {
  if (node.type !== 'element') return [node as ElementContent];
  const { tagName, properties } = node;
  const rank = /^h([1-6])$/.exec(tagName)?.[1];
  if (rank) node.tagName = `h${rankBelowTitle(ranks, Number(rank))}`;
  node.children = node.children.flatMap((child) => change(child, ranks));
  if (tagName === 'img') return [linkToImage(String(properties.src), String(properties.alt))];
  if (tagName === 'a') return [changeLink(node)];
  if (tagName === 'input') return [{ type: 'text', value: properties.checked ? '☑' : '☐' }];
  if (properties.align) {
    properties.className = [`align-${String(properties.align)}`];
    delete properties.align;
  }
  if (tagName !== 'table') return [node];
  const scroller = { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  return [{ type: 'element', tagName: 'div', properties: scroller, children: [node] }];
}

/** Headings begin at 2 and skip no rank. */
function rankBelowTitle(open: number[], written: number): number {
  while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop();
  return Math.min(open.push(written) + 1, 6);
}

/** An image is a link to it, by its description; its text alone where it is not on the web. */
function linkToImage(src: string, alt: string): ElementContent {
  const text = { type: 'text', value: alt || src } as const;
  if (!/^https?:/i.test(src)) return text;
  return { type: 'element', tagName: 'a', properties: { href: src }, children: [text] };
}

/** Links lead to the web, to mail, and within the site; of others the words stay. */
function changeLink(link: Element): Element {
  const { href, ...others } = link.properties;
  const [scheme] = /^[^/?#]*:/.exec(String(href)) ?? [];
  const isOfSite = /^(?:\/(?!\/)|#)/.test(String(href));
  if (scheme ? !/^(?:https?|mailto):$/i.test(scheme) : !isOfSite)
    return { ...link, tagName: 'span', properties: others };
  return {
    ...link,
    properties: { ...others, href: String(href).replace(scheme ?? '', (scheme ?? '').toLowerCase()) },
  };
}
