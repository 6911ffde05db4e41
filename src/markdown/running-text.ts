import type { Nodes } from 'mdast';

import { markdownSyntax } from './syntax.ts';

/** A stretch of running text as a Markdown file holds it: the text of one paragraph or table cell. */
export interface RunningText {
  /** As readers see it: without mark-up, escapes resolved, links and images by their words. */
  text: string;
  /** Where a place in the text stands in the Markdown, as an offset in UTF-16 code units. */
  offsetOf(place: number): number;
}

/** A part of a running text that is one stretch of Markdown, or a part of one. */
interface Piece {
  /** Where in the text it begins. */
  start: number;
  /** Where in the text that stretch begins. */
  origin: number;
  /** The stretch, as offsets into the Markdown. */
  from: number;
  to: number;
}

/**
 * Reads an article's running text, which is what names are looked for in: paragraphs, lists, quotations and tables;
 * not headings and blocks of code or raw HTML, nor footnotes, which are the archive's own words. It is the
 * text that the rendering takes evidence from, but read from the Markdown, of which every part knows its place.
 */
export function readRunningText(markdown: string): RunningText[] {
  const texts: RunningText[] = [];
  for (const node of markdownSyntax.parse(markdown).children) if (node.type !== 'html') visit(node);
  return texts;

  function visit(node: Nodes): void {
    if (node.type === 'heading' || node.type === 'footnoteDefinition') return;
    // The rendering cannot tell raw HTML within a list or quotation from the text around it.
    if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'html')
      texts.push(readPieces(node, markdown));
    else if ('children' in node) node.children.forEach(visit);
  }
}

function readPieces(block: Nodes, markdown: string): RunningText {
  const pieces: Piece[] = [];
  let text = '';
  visit(block);
  return { text, offsetOf: (place) => offsetOf(place, text, pieces, markdown) };

  function visit(node: Nodes): void {
    const words = wordsOf(node);
    if (words !== undefined) {
      // A text that was cut up to make a link of a bare address has lost its place; its paragraph has not.
      const { start, end } = node.position ?? block.position ?? {};
      const origin = node.position ? text.length : 0;
      pieces.push({ start: text.length, origin, from: start?.offset ?? 0, to: end?.offset ?? 0 });
      text += words;
    } else if ('children' in node) node.children.forEach(visit);
  }
}

/** What a node without children says. */
function wordsOf(node: Nodes): string | undefined {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') return node.value;
  if (node.type === 'image') return node.alt || node.url;
  if (node.type === 'imageReference') return node.alt ?? '';
  return node.type === 'break' ? '\n' : undefined;
}

/**
 * The text differs from its Markdown by escapes, entities and what begins a line in a quotation or list: what is the
 * same is not the offset, but how often a word has stood before.
 */
function offsetOf(place: number, text: string, pieces: readonly Piece[], markdown: string): number {
  const index = pieces.findLastIndex(({ start }) => start <= place);
  const { origin = 0, from = 0, to = 0 } = pieces[index] ?? {};
  const end = pieces[index + 1]?.start ?? text.length;
  const [word = ''] = /^(?:[\p{L}\p{M}\p{N}]+|[^])/u.exec(text.slice(place, end)) ?? [];
  const source = markdown.slice(from, to);
  let at = source.indexOf(word);
  for (let seen = text.indexOf(word, origin); seen < place && at >= 0; seen = text.indexOf(word, seen + 1))
    at = source.indexOf(word, at + 1);
  return from + Math.max(at, 0);
}
