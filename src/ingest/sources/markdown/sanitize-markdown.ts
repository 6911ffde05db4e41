import type { Nodes, Parents, Root, RootContent } from 'mdast';

import type { LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { markdownSyntax } from '../../../markdown/syntax.ts';
import { convertInlineHtml } from './inline-html.ts';
import { partPicture, replaceImage, shapeLink, takeLarger } from './markdown-pictures.ts';
import { partList } from './part-list.ts';
import { replaceSiteTags } from './site-tags.ts';
import { replaceWikiLinks } from './wiki-links.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { toLine } from '../../text/lines.ts';
import { checkLimits, countMatches, renderMarkdown, type Limit } from '../../text/markdown-text.ts';

/** Markdown in which the only active content is links to web and mail addresses. */
export interface MarkdownText {
  /** The first-level heading at the beginning of the text, which was removed from it. */
  title?: string;
  body: string;
  /** Its pictures, where their files are looked for. */
  media?: DraftMedia[];
  leftOut: LeftOut[];
  /** What was changed, in whole sentences. */
  notices: string[];
}

/** What is done with the parts of a text. */
export interface Cleaning {
  /** Says that the text is changed, and what the archivist should know of it: a whole sentence. */
  note: (change?: string) => void;
  leaveOut: (what: string, its?: Omit<LeftOut, 'what'>) => void;
  /** The text that is parsed. */
  source: string;
  /** Addresses by the names that links have for them. */
  definitions: Map<string, string>;
  media: DraftMedia[];
  /** Whether there is a file for a relative address. */
  hasFile: ((written: string) => boolean) | undefined;
}

/** How deeply the parts of a text may be nested. */
const deepest = 100;

/**
 * What is counted in a text before it is parsed, and how many of it an article may have. The time to parse grows with the
 * square of most of these numbers; a long report has a tenth of them.
 */
const measures: readonly Limit[] = [
  ['characters', 200_000, ({ length }) => length],
  ['lines', 10_000, (markdown) => countMatches(markdown, /\r\n?|\n/g)],
  ['emphasis characters', 4000, (markdown) => countMatches(markdown, /[*_~]/g)],
  ['other markup characters', 20_000, (markdown) => countMatches(markdown, /[[\]|`!<&\\]/g)],
  ['quotations and list items', 1500, (markdown) => countMatches(containerSigns(markdown), />|[-+*] |[.)]/g)],
];

/**
 * Makes Markdown (CommonMark 0.31 and GFM) safe and suitable for the archive. When nothing has to be changed it stays exactly
 * as it is.
 *
 * Raw HTML would be shown as text: blocks of it are converted to Markdown by {@link readHtmlText}, tags within a paragraph
 * are removed. Images become their alternative text, links to anything but web and mail addresses become plain text, and
 * footnotes become paragraphs, since the archive uses footnotes for its own notes. A first-level heading is the title when
 * it comes first, else it becomes a second-level heading.
 *
 * @param title the title, where it is known: a heading that repeats it is left out, another one stays
 * @param hasFile whether there is a file for a relative address; when left out, no pictures are listed
 * @throws {SourceError} when it is too large for one article
 * @throws {RangeError} when its parts are nested too deeply
 */
export function sanitizeMarkdown(
  markdown: string,
  title?: string,
  hasFile?: (written: string) => boolean,
): MarkdownText {
  const fix = 'Split it into single articles, or ingest it as plain text: --format text.';
  checkLimits(markdown, measures, 'Markdown with', fix);
  const notices = new Set<string>();
  const leftOut: LeftOut[] = [];
  let isChanged = false;
  const leaveOut: Cleaning['leaveOut'] = (what, { text, address } = {}) => {
    isChanged = true;
    leftOut.push({ what, ...(text && { text }), ...(address && { address }) });
  };
  const source = replaceSiteTags(markdown, leaveOut);
  isChanged ||= source !== markdown;
  const tree = markdownSyntax.parse(source);
  const cleaning: Cleaning = {
    source,
    note: (notice) => {
      isChanged = true;
      if (notice !== undefined) notices.add(notice);
    },
    leaveOut,
    definitions: listDefinitions(tree, new Map()),
    media: [],
    hasFile,
  };
  const heading = takeHeading(tree, title, cleaning);
  cleanChildren(tree, cleaning);
  const body = isChanged ? renderMarkdown(tree) : source.slice(heading?.end);
  return {
    ...(heading && { title: heading.words }),
    body,
    ...(hasFile && { media: cleaning.media }),
    leftOut,
    notices: [...notices],
  };
}

/** The markers of quotations and lists at the beginning of lines (CommonMark, section 5). */
function containerSigns(markdown: string): string {
  const prefixes = markdown.match(/^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t]))+/gm) ?? [];
  return prefixes.join('').replaceAll('\t', ' ');
}

/** @throws {RangeError} when later recursive functions would overflow the stack */
function listDefinitions(node: Nodes, definitions: Map<string, string>, depth = 0): Map<string, string> {
  if (depth > deepest) throw new RangeError();
  // Of two definitions with the same label the first counts (CommonMark, section 4.7).
  if (node.type === 'definition' && !definitions.has(node.identifier))
    definitions.set(node.identifier, node.url);
  if ('children' in node) for (const child of node.children) listDefinitions(child, definitions, depth + 1);
  return definitions;
}

/** Removes the heading at the beginning of the text when it is the title. */
function takeHeading(
  tree: Root,
  title: string | undefined,
  cleaning: Cleaning,
): { words: string; end: number } | undefined {
  const [first] = tree.children;
  if (first?.type !== 'heading' || first.depth !== 1) return undefined;
  cleanChildren(first, cleaning);
  const words = toLine(wordsOf(first));
  if (words === '' || (title !== undefined && words !== toLine(title))) return undefined;
  tree.children.shift();
  return { words, end: first.position?.end.offset ?? 0 };
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value : ' ';
}

function cleanChildren(parent: Parents, cleaning: Cleaning): void {
  const children: RootContent[] = [];
  const isPhrasing = /^(?:paragraph|heading|emphasis|strong|delete|link|linkReference|tableCell)$/.test(
    parent.type,
  );
  const source = isPhrasing ? convertInlineHtml(parent.children, cleaning) : parent.children;
  if (isPhrasing && parent.children.some(({ type }) => type === 'html')) cleaning.note();
  for (const node of source.flatMap((child) => cleanNode(child, cleaning))) {
    const before = children.at(-1);
    // Two adjacent text nodes might become markup where they meet.
    if (node.type === 'text' && before?.type === 'text') before.value += node.value;
    else children.push(node);
  }
  const [first, last] = [children[0], children.at(-1)];
  if (parent.type === 'paragraph' || parent.type === 'heading') {
    if (first?.type === 'text') first.value = first.value.replace(/^[ \t\n]+/, '');
    if (last?.type === 'text') last.value = trimEndBlanks(last.value);
  }
  parent.children = children.filter(
    (node) => node.type !== 'text' || node.value !== '',
  ) as typeof parent.children;
}

/** Removes spaces, tabs and line ends at the end of a text, and no other white space, which is not Markdown's. */
function trimEndBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function cleanNode(node: RootContent, cleaning: Cleaning): RootContent[] {
  const { note, leaveOut, definitions, hasFile } = cleaning;
  switch (node.type) {
    case 'html':
      return readBlock(node.value, cleaning);
    case 'text':
      return [{ ...node, value: replaceWikiLinks(node.value, cleaning) }];
    case 'image':
    case 'imageReference':
      return replaceImage(node, cleaning);
    case 'footnoteReference':
      return [{ type: 'text', value: `[${node.label ?? node.identifier}]` }];
    case 'definition':
      if (isAddress(node.url)) return [node];
      // The pictures that refer to it say the same.
      if (hasFile?.(node.url) && !node.title) {
        note();
        return [];
      }
      leaveOut(`a link reference definition: ${schemeOf(node.url)}`, {
        text: [node.label, node.title].filter(Boolean).join(': '),
        address: node.url,
      });
      return [];
  }
  if (!('children' in node)) return [node];
  const wasEmpty = node.children.length === 0;
  cleanChildren(node, cleaning);
  const isEmpty = node.children.length === 0 && !wasEmpty;
  switch (node.type) {
    case 'footnoteDefinition': {
      note(
        'Footnotes became paragraphs that begin with their labels: the archive uses footnotes for its own notes.',
      );
      const label = { type: 'text' as const, value: `[${node.label ?? node.identifier}] ` };
      const [first] = node.children;
      if (first?.type === 'paragraph') first.children.unshift(label);
      else node.children.unshift({ type: 'paragraph', children: [label] });
      return node.children;
    }
    case 'link':
    case 'linkReference': {
      const url = node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? '');
      if (isAddress(url)) return isEmpty ? [{ type: 'text', value: url }] : shapeLink(node, url, cleaning);
      const larger = takeLarger(node, url, cleaning);
      if (larger) return larger;
      leaveOut(`the address of a link to ${schemeOf(url)}, whose words were kept`, {
        text: toLine(wordsOf(node)),
        address: url,
      });
      return node.children;
    }
    case 'list':
      return node.ordered ? partList(node, cleaning) : [node];
    case 'heading':
      if (node.depth === 1) {
        note('First-level headings became second-level ones.');
        node.depth = 2;
      }
  }
  if (node.type === 'paragraph' && !isEmpty) return partPicture(node);
  return isEmpty && /^(?:paragraph|heading|emphasis|strong|delete)$/.test(node.type) ? [] : [node];
}

/** A block of raw HTML (CommonMark, section 4.6). */
function readBlock(html: string, { note, leaveOut, hasFile, media }: Cleaning): RootContent[] {
  const { body, leftOut, media: shown } = readHtmlText(html, undefined, { hasFile });
  media.push(...(shown ?? []));
  for (const { what, ...its } of leftOut) leaveOut(what, its);
  note();
  return markdownSyntax.parse(body).children;
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^(?:https?|mailto):$/.test(new URL(url).protocol);
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : 'a relative address';
}
