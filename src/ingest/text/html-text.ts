import type { ElementContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';

import type { LeftOut } from '../drafts/draft.ts';
import type { DraftMedia } from '../drafts/draft-media.ts';
import { convertElement } from './html/convert-element.ts';
import type { Context, HtmlReading } from './html/context.ts';
import { arrangeBlock } from './html/flow.ts';
import { findNotes } from './html/notes.ts';
import { isElement } from './html/nodes.ts';
import { listPictureAddresses } from './html/pictures.ts';
import { checkLength, checkCharacters, renderMarkdown } from './markdown-text.ts';

/** A text in HTML as Markdown. */
export interface HtmlText {
  body: string;
  leftOut: LeftOut[];
  /** Its pictures, where their files are looked for. */
  media?: DraftMedia[];
}

const toHtmlTree = unified().use(rehypeParse, { fragment: true }).freeze();
const toMarkdownTree = unified().use(rehypeRemark).freeze();

/**
 * Converts HTML to Markdown: paragraphs, headings, lists, tables, quotations, emphasis and links. Whatever the HTML says is
 * in the text or is listed as left out.
 *
 * - A picture becomes a paragraph that begins with a link to it, whose words are the alternative text or else the file's name;
 *   its caption and credit follow after a line break. Within running text it is a link.
 * - A player or an embedded page becomes a link with its title.
 * - The captions of anything else follow it in emphasis.
 * - Links of footnotes become `[1]`, with which the note begins.
 * - Active content and form fields are left out.
 * - A first-level heading becomes a second-level one, since the title is the first-level heading of an article's page.
 *
 * @param base the address that relative links start from; without it they become plain text
 * @throws {SourceError} when it is too large for one article
 * @throws {RangeError} when elements are nested too deeply
 */
export function readHtmlText(html: string, base?: string, reading: HtmlReading = {}): HtmlText {
  checkLength(html);
  const leftOut: LeftOut[] = [];
  const tree = toHtmlTree.parse(html);
  const nodes = tree.children as ElementContent[];
  const context: Context = {
    ...reading,
    base,
    marks: [],
    notes: findNotes(tree, base),
    pictures: listPictureAddresses(nodes),
    embedded: new Set(),
    media: [],
    leaveOut: (what, { text, address } = {}) =>
      void leftOut.push({ what, ...(text && { text }), ...(address && { address }) }),
    clean,
  };
  tree.children = arrangeBlock(clean(nodes, context), undefined, reading.breaksPartParagraphs);
  const body = renderMarkdown(toMarkdownTree.runSync(tree) as MarkdownRoot);
  checkCharacters(body);
  return { body, leftOut, ...(reading.hasFile && context.media.length > 0 && { media: context.media }) };
}

function clean(nodes: readonly ElementContent[], context: Context): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    return isElement(node) ? convertElement(node, context) : leaveOutComment(node, context);
  });
}

/** Comments hold no words of a text, unless someone has taken a part of it out in this way. */
function leaveOutComment(node: ElementContent, { leaveOut }: Context): ElementContent[] {
  if (node.type === 'comment' && node.value.trim() !== '')
    leaveOut('an HTML comment', { text: node.value.trim() });
  return [];
}
