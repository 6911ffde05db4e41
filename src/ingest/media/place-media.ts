import type { Link, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';

import { markdownSyntax } from '../../markdown/syntax.ts';
import { isRelativeStandIn } from '../drafts/draft-media.ts';
import { toLine } from '../text/lines.ts';
import { renderMarkdown } from '../text/markdown-text.ts';

/** What a text has below the link to a picture. */
export interface Below {
  /** Its words on one line; '' when there are none. */
  words: string;
  /** The addresses of links in them. */
  addresses: string[];
  /** The words of the next paragraph, when all of it is in emphasis. */
  next: string;
}

/** A link of a text, by which it is decided what becomes of it. */
export interface PlacedLink {
  address: string;
  words: string;
  /** What stands below it, where it begins a paragraph of its own. */
  below: Below | undefined;
}

/**
 * What becomes of a link: an image with these words and this address, which may take the place of the next paragraph too; a
 * link to another address; or its words alone.
 */
export type Placing = PlacedImage | { leadsTo: string } | 'words' | undefined;

/** An image that takes the place of a link. */
interface PlacedImage {
  alt: string;
  address: string;
  /** Whether it takes the place of the next paragraph, too. */
  takesNext?: boolean;
  /** Whether the words below the link stay in the text, since the entry has other ones as the caption. */
  keepsWords?: boolean;
}

/**
 * Puts images in the places of links to pictures, and lets links to other files lead to these. A paragraph that begins with
 * one, and has its caption after a line break, becomes a paragraph with the image alone; where the picture leads elsewhere,
 * that link follows it. A caption that is to stay becomes a paragraph in emphasis. All else stays as it is.
 *
 * @param decide is asked about each link, in the order of the text
 */
export function placeMedia(body: string, decide: (link: PlacedLink) => Placing): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const edit = (first: Nodes, text: string, last = first) => {
    const [start, end] = [first.position?.start.offset, last.position?.end.offset];
    if (start !== undefined && end !== undefined) edits.push({ start, end, text });
  };
  const replaced = new Set<Nodes>();
  const sourceOf = ({ position }: Nodes) => body.slice(position?.start.offset, position?.end.offset);
  const visit = (node: Nodes, isNested: boolean, next?: Nodes): void => {
    if (node.type === 'link') return placeLink(node);
    if (node.type === 'paragraph' && placeParagraph(node, isNested, next)) return;
    if (!('children' in node)) return;
    for (const [index, child] of node.children.entries())
      if (!replaced.has(child)) visit(child, isNested || node.type !== 'root', node.children[index + 1]);
  };
  visit(markdownSyntax.parse(body), false);
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), body);

  function placeLink(node: Link): void {
    const placing = decide({ address: node.url, words: toLine(wordsOf(node)), below: undefined });
    if (placing === 'words') edit(node, node.children.map(sourceOf).join(''));
    else if (placing && 'leadsTo' in placing) edit(node, relink(node, placing.leadsTo));
    else if (placing) edit(node, renderImage(placing));
  }

  /** Gives a link another address. Its words stay as they are written, unless they are the address itself. */
  function relink(node: Link, address: string): string {
    const { children, title } = node;
    if (!sourceOf(node).startsWith('[')) return renderInline({ ...node, url: address });
    const added = title ? ` "${title.replace(/["\\|]/g, (sign) => `\\${sign}`)}"` : '';
    return `[${children.map(sourceOf).join('')}](${address}${added})`;
  }

  /** @returns whether it was a picture's paragraph */
  function placeParagraph(paragraph: Paragraph, isNested: boolean, following: Nodes | undefined): boolean {
    const [first, second, ...others] = paragraph.children;
    if (first?.type !== 'link' || (second !== undefined && second.type !== 'break')) return false;
    const [lead, gap, ...after] = others;
    const isLed =
      lead?.type === 'link' && !isRelativeStandIn(lead.url) && (gap === undefined || gap.type === 'break');
    const rest = isLed ? after : others;
    const words = toLine(rest.map(wordsOf).join(''));
    const addresses = rest.flatMap(linksOf);
    const placing = decide({
      address: first.url,
      words: toLine(wordsOf(first)),
      below: { words, addresses, next: emphasisIn(following) },
    });
    if (placing === 'words') {
      edit(first, first.children.map(sourceOf).join(''));
      return true;
    }
    if (!placing || 'leadsTo' in placing) return false;
    if (placing.keepsWords && rest.length > 0) {
      keepBelow(paragraph, rest, renderImage(placing) + (isLed ? ` ${sourceOf(lead)}` : ''), isNested);
      return true;
    }
    const link = isLed ? `${isNested ? ' ' : '\n\n'}${sourceOf(lead)}` : '';
    const last = placing.takesNext ? following : undefined;
    if (last) replaced.add(last);
    edit(paragraph, renderImage(placing) + link, last);
    return true;
  }

  /** Puts an image before the words of its paragraph, which become one of their own. */
  function keepBelow(paragraph: Paragraph, words: readonly Nodes[], image: string, isNested: boolean): void {
    const start = paragraph.position?.start.offset;
    const [from, to] = [words[0]?.position?.start.offset, words.at(-1)?.position?.end.offset];
    if (start === undefined || from === undefined || to === undefined) return;
    // Emphasis within emphasis is none, and a backslash would escape its end.
    const isPlain = !isNested && !words.some(holdsEmphasis) && body.charAt(to - 1) !== '\\';
    const sign = isPlain ? '*' : '';
    edits.push({ start, end: from, text: image + (isNested ? ' ' : '\n\n') + sign });
    edits.push({ start: to, end: to, text: sign });
    for (const each of words) visit(each, true);
  }
}

function emphasisIn(node: Nodes | undefined): string {
  if (node?.type !== 'paragraph') return '';
  const [only, another] = node.children;
  return only?.type === 'emphasis' && another === undefined ? toLine(wordsOf(only)) : '';
}

/** The links to files with one of these extensions, as the text has them. */
export function listFileLinks(body: string, extension: RegExp): { address: string; words: string }[] {
  const found: { address: string; words: string }[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link' && extension.test(node.url.split(/[?#]/, 1)[0] ?? ''))
      found.push({ address: node.url, words: toLine(wordsOf(node)) });
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownSyntax.parse(body));
  return found;
}

function holdsEmphasis(node: Nodes): boolean {
  return /^(?:emphasis|strong)$/.test(node.type) || ('children' in node && node.children.some(holdsEmphasis));
}

function renderImage({ alt, address }: PlacedImage): string {
  return renderInline({ type: 'image', url: address, alt });
}

function renderInline(node: PhrasingContent): string {
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children: [node] }] };
  return renderMarkdown(root).trimEnd();
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value : '';
}

function linksOf(node: Nodes): string[] {
  if (node.type === 'link') return isRelativeStandIn(node.url) ? [] : [node.url];
  return 'children' in node ? node.children.flatMap(linksOf) : [];
}
