import type { Nodes } from 'mdast';

import { isAttribution, isByline, isPictureAddress } from './not-prose.ts';
import { markdownSyntax } from './syntax.ts';

/** The running text of one paragraph or table cell of a Markdown file. */
export interface RunningText {
  /** As readers see it: without markup, with escapes resolved, and with the text of links and images. */
  text: string;
  /** Maps a position in the text to its offset in the Markdown, both in UTF-16 code units. */
  offsetOf(position: number): number;
}

/** A part of a running text whose source is a known range of the Markdown. */
interface Piece {
  /** The position in the text at which it begins. */
  start: number;
  /** The position in the text at which the text of that range begins. */
  origin: number;
  /** The range, as offsets in the Markdown. */
  from: number;
  to: number;
}

/**
 * Reads an article's running text, in which names are looked for: paragraphs, lists, quotations and tables, but not
 * headings, code blocks, raw HTML, pictures with their captions, bylines, the attributions of quotations, or footnotes, which
 * are the archive's own. It is the text that the rendering takes evidence from, but with its positions in the Markdown.
 */
export function readRunningText(markdown: string): RunningText[] {
  const texts: RunningText[] = [];
  for (const node of markdownSyntax.parse(markdown).children) if (node.type !== 'html') visit(node);
  return texts;

  function visit(node: Nodes): void {
    if (node.type === 'heading' || node.type === 'footnoteDefinition') return;
    // The rendering cannot distinguish raw HTML in a list or quotation from the text around it.
    if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'html') {
      const text = readPieces(node, markdown);
      if (!isPicture(node) && !isByline(text.text)) texts.push(text);
    } else if ('children' in node) {
      node.children.forEach(visit);
      const last = texts.at(-1);
      const isQuotation = node.type === 'blockquote' && node.children.length > 1;
      if (isQuotation && node.children.at(-1)?.type === 'paragraph' && last && isAttribution(last.text))
        texts.pop();
    }
  }
}

/** Whether a paragraph is a picture with its caption. */
function isPicture(node: Nodes): boolean {
  const [first] = 'children' in node ? node.children : [];
  return (first?.type === 'link' || first?.type === 'image') && isPictureAddress(first.url);
}

function readPieces(block: Nodes, markdown: string): RunningText {
  const pieces: Piece[] = [];
  let text = '';
  visit(block);
  return { text, offsetOf: (position) => offsetOf(position, text, pieces, markdown) };

  function visit(node: Nodes): void {
    const ownText = textOf(node);
    if (ownText !== undefined) {
      // A text node that was split to link a bare address has no position; its paragraph has.
      const { start, end } = node.position ?? block.position ?? {};
      const origin = node.position ? text.length : 0;
      pieces.push({ start: text.length, origin, from: start?.offset ?? 0, to: end?.offset ?? 0 });
      text += ownText;
    } else if ('children' in node) node.children.forEach(visit);
  }
}

/** The text of a node without children. */
function textOf(node: Nodes): string | undefined {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') return node.value;
  if (node.type === 'image') return node.alt || node.url;
  if (node.type === 'imageReference') return node.alt ?? '';
  return node.type === 'break' ? '\n' : undefined;
}

/**
 * The text differs from its Markdown in escapes, entities and the markers of quotations and lists, so that offsets differ;
 * but the n-th occurrence of a word in one is also the n-th occurrence in the other.
 */
function offsetOf(position: number, text: string, pieces: readonly Piece[], markdown: string): number {
  const index = pieces.findLastIndex(({ start }) => start <= position);
  const { origin = 0, from = 0, to = 0 } = pieces[index] ?? {};
  const end = pieces[index + 1]?.start ?? text.length;
  const [word = ''] = /^(?:[\p{L}\p{M}\p{N}]+|[^])/u.exec(text.slice(position, end)) ?? [];
  const source = markdown.slice(from, to);
  let at = source.indexOf(word);
  for (let seen = text.indexOf(word, origin); seen < position && at >= 0; seen = text.indexOf(word, seen + 1))
    at = source.indexOf(word, at + 1);
  return from + Math.max(at, 0);
}
