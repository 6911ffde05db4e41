import type { LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';

/** A node of what mammoth reads a document into. */
export interface DocxNode {
  type: string;
  children?: DocxNode[];
  value?: string;
  styleName?: string | null;
  styleId?: string | null;
  href?: string;
}

/** What a document prints above its text. */
export interface Heading {
  title?: string;
  subtitle?: string;
  /** The first lines of the text below it. */
  lines: string[];
  leftOut: LeftOut[];
}

/** How many lines are looked at. */
const headLines = 6;

/**
 * Takes the title out of a document: the first paragraph of the style "Title", else the heading that the text begins with;
 * and a subtitle that follows it. Word calls these styles by their English names in every language.
 *
 * @returns the document without them; pictures and marks of notes that stand in them stay
 */
export function takeTitle(document: DocxNode): { document: DocxNode; heading: Heading } {
  const blocks = document.children ?? [];
  const first = blocks.findIndex((block) => block.type !== 'paragraph' || wordsOf(block) !== '');
  const titled = blocks.findIndex((block) => isOf(block, /^title$/i) && wordsOf(block) !== '');
  const isHeaded = isOf(blocks[first], /^heading ?[1-6]?$/i);
  const at = titled >= 0 ? titled : isHeaded ? first : -1;
  const below = blocks.findIndex((block, index) => index > at && wordsOf(block) !== '');
  const second = at >= 0 && isOf(blocks[below], /^subtitle$/i) ? below : -1;
  const taken = [at, second].flatMap((index) => blocks[index] ?? []);
  const children = blocks.flatMap((block) => (taken.includes(block) ? withoutWords(block) : [block]));
  const [title, subtitle] = taken.map(wordsOf);
  return {
    document: { ...document, children },
    heading: {
      ...(title !== undefined && { title }),
      ...(subtitle !== undefined && { subtitle }),
      lines: children.map(wordsOf).filter(Boolean).slice(0, headLines),
      leftOut: taken.flatMap(listLinks),
    },
  };
}

function isOf(block: DocxNode | undefined, style: RegExp): boolean {
  if (block?.type !== 'paragraph') return false;
  return [block.styleName, block.styleId].some((name) => name != null && style.test(name));
}

function wordsOf(node: DocxNode): string {
  const join = ({ type, value = '', children = [] }: DocxNode): string => {
    if (type === 'text') return value;
    if (type === 'tab' || type === 'break') return ' ';
    return children.map(join).join(type === 'document' || /^table/.test(type) ? ' ' : '');
  };
  return toLine(join(node));
}

/** What a title has besides words, in a paragraph of its own. */
function withoutWords(block: DocxNode): DocxNode[] {
  const keep = (node: DocxNode): DocxNode[] =>
    /^(?:image|noteReference|bookmarkStart)$/.test(node.type) ? [node] : (node.children ?? []).flatMap(keep);
  const kept = keep(block);
  return kept.length > 0 ? [{ ...block, styleName: null, styleId: null, children: kept }] : [];
}

function listLinks(node: DocxNode): LeftOut[] {
  const own =
    node.type === 'hyperlink' && node.href
      ? [{ what: 'the address of a link in the title', text: wordsOf(node), address: node.href }]
      : [];
  return [...own, ...(node.children ?? []).flatMap(listLinks)];
}
