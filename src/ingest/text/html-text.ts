import type { Element, Root, RootContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';

import type { LeftOut } from '../drafts/draft.ts';
import { toLine } from './lines.ts';
import { shapeTable } from './html-table.ts';
import { checkLength, checkCharacters, renderMarkdown } from './markdown-text.ts';
import { toUnicodeScript } from './superscripts.ts';

/** A text in HTML as Markdown. */
export interface HtmlText {
  body: string;
  leftOut: LeftOut[];
}

/** Elements that are never text, or that are executed. */
const active =
  /^(?:script|style|template|noscript|iframe|frame|object|embed|applet|input|button|select|textarea|label|link|meta|base|canvas|svg|math|dialog)$/;
/** A line break opportunity, which has no meaning in a text. */
const wordBreak = 'wbr';
const media = /^(?:img|picture|video|audio|source|track)$/;

const toHtmlTree = unified().use(rehypeParse, { fragment: true }).freeze();
const toMarkdownTree = unified().use(rehypeRemark).freeze();

/**
 * Converts HTML to Markdown: paragraphs, headings, lists, tables, quotations, emphasis and links. Active content is left
 * out, and so are pictures, of which the archive has no copy: both are listed. A first-level heading becomes a
 * second-level one, since the title is the first-level heading of an article's page.
 *
 * @param base the address that relative links start from; without it they become plain text
 * @throws {SourceError} when it is too large for one article
 * @throws {RangeError} when elements are nested too deeply
 */
export function readHtmlText(html: string, base?: string): HtmlText {
  checkLength(html);
  const leftOut: LeftOut[] = [];
  const context: Context = {
    base,
    marks: [],
    leaveOut: (what, { text, address } = {}) =>
      void leftOut.push({ what, ...(text && { text }), ...(address && { address }) }),
  };
  const tree = toHtmlTree.parse(html);
  tree.children = clean(tree.children, context);
  const body = renderMarkdown(toMarkdownTree.runSync(tree) as MarkdownRoot);
  checkCharacters(body);
  return { body, leftOut };
}

/** What applies to the elements within an element. */
interface Context {
  base: string | undefined;
  /** The kinds of emphasis that are open. */
  marks: readonly string[];
  leaveOut(what: string, its?: Omit<LeftOut, 'what'>): void;
}

/** Kinds of emphasis, by their elements. */
const marks: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 'del',
  strike: 'del',
  del: 'del',
};

function clean<Node extends Root['children'][number] | RootContent>(
  nodes: readonly Node[],
  context: Context,
): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'comment' || node.type === 'doctype') return [];
    if (node.type === 'element' && node.tagName === wordBreak) return [];
    if (node.type !== 'element') return [node];
    return cleanElement(node, context) as Node[];
  });
}

function cleanElement(node: Element, context: Context): Element['children'] {
  const { leaveOut } = context;
  if (active.test(node.tagName)) {
    leaveOut(`an element <${node.tagName}>`, describe(node));
    return [];
  }
  if (media.test(node.tagName)) {
    if (node.tagName !== 'source' && node.tagName !== 'track')
      leaveOut(`an image, audio or video (<${node.tagName}>)`, describe(node));
    return [];
  }
  for (const key of Object.keys(node.properties)) {
    if (/^on/i.test(key)) leaveOut(`an event handler (${key.toLowerCase()})`);
  }
  const mark = marks[node.tagName];
  // Emphasis within the same emphasis has no meaning, and Markdown would need more and more characters for it.
  const isOpen = mark !== undefined && context.marks.includes(mark);
  const inner = mark === undefined || isOpen ? context : { ...context, marks: [...context.marks, mark] };
  const children = clean(node.children, inner);
  if (isOpen) return children;
  if (node.tagName === 'a') return cleanLink(node, children, context);
  if (node.tagName === 'sup' || node.tagName === 'sub') {
    const placed = toUnicodeScript(node.tagName, children);
    if (!placed) leaveOut(`superscript or subscript formatting (<${node.tagName}>)`);
    return placed ?? children;
  }
  const tagName = node.tagName === 'h1' ? 'h2' : node.tagName;
  const element = { ...node, tagName, properties: keepProperties(node), children };
  return tagName === 'table' ? shapeTable(element) : [element];
}

/** What an element that is left out says and names. */
function describe(node: Element): Omit<LeftOut, 'what'> {
  const { alt, title, src, href, data } = node.properties;
  const isCode = node.tagName === 'script' || node.tagName === 'style';
  const text = toLine([alt, title, isCode ? '' : wordsOf(node)].filter(Boolean).join(' '));
  return { text, address: String(src ?? href ?? data ?? '') };
}

function wordsOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join(' ');
}

/** The properties that matter for the form of the text. */
function keepProperties({ properties: { start, align, colSpan, rowSpan } }: Element): Element['properties'] {
  return { start, align, colSpan, rowSpan };
}

function cleanLink(
  { properties }: Element,
  children: Element['children'],
  { base, leaveOut }: Context,
): Element['children'] {
  const href = typeof properties.href === 'string' ? properties.href.trim() : '';
  const url = href !== '' && URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (url && !/^(?:https?|mailto):$/.test(url.protocol))
    leaveOut(`a link to ${url.protocol}`, { address: href });
  else if (url && children.length > 0) {
    return [{ type: 'element', tagName: 'a', properties: { href: url.href }, children }];
  }
  return children;
}
