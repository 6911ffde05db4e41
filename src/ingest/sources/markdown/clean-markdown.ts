import type { Nodes, Parents, Root, RootContent } from 'mdast';

import { markdownSyntax } from '../../../markdown/syntax.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { toLine } from '../../text/lines.ts';
import { checkMeasures, countMatches, writeMarkdown, type Measure } from '../../text/markdown-text.ts';

/** A text in Markdown in which nothing is live but links to the web and to mail addresses. */
export interface MarkdownText {
  /** The heading of the first rank that the text began with; it is no longer in the text. */
  title?: string;
  body: string;
  /** What was changed and left out, in whole sentences. */
  notices: string[];
}

interface Cleaning {
  /** What is changed. */
  note: (change: string, times?: number) => void;
  /** Addresses by the names that links have for them. */
  definitions: Map<string, string>;
}

/** How many parts of a text may lie within each other. */
const deepest = 100;

/**
 * What is counted in a text before it is read, and how much of it an article may have. The time that reading takes grows
 * with the square of most of these; a long report has a tenth of them.
 */
const measures: readonly Measure[] = [
  ['letters', 200_000, ({ length }) => length],
  ['lines', 10_000, (markdown) => countMatches(markdown, /\r\n?|\n/g)],
  ['signs of emphasis', 4000, (markdown) => countMatches(markdown, /[*_~]/g)],
  ['other signs of mark-up', 20_000, (markdown) => countMatches(markdown, /[[\]|`!<&\\]/g)],
  ['quotations and list items', 1500, (markdown) => countMatches(containerSigns(markdown), />|[-+*] |[.)]/g)],
];

/**
 * Makes a text in Markdown one that the archive can show as its own (CommonMark 0.31 and GFM). Where nothing has to be
 * changed it stays as it is, letter for letter.
 *
 * Of raw HTML the words are kept and the tags are not, for a page would show them as letters: a block of it becomes
 * Markdown by {@link readHtmlText}; of tags within a paragraph only what stands between them stays. Images become their
 * alternative text, links to anything but the web and mail their words, and footnotes paragraphs, for the archive's own
 * notes are set as footnotes. A heading of the first rank is the title where it comes first, else it gets the second.
 *
 * @param title the title, where it is known: a heading that repeats it is left out, another one stays
 * @throws {SourceError} when it is too much for one article
 * @throws {RangeError} when its parts lie within each other too deeply
 */
export function readMarkdownText(markdown: string, title?: string): MarkdownText {
  const fix = 'Split it into its articles, or take it as a plain text: --format text.';
  checkMeasures(markdown, measures, 'Markdown with', fix);
  const tree = markdownSyntax.parse(markdown);
  const changes = new Map<string, number>();
  const note = (change: string, times = 1) => void changes.set(change, (changes.get(change) ?? 0) + times);
  const cleaning = { note, definitions: listDefinitions(tree, new Map()) };
  const heading = takeHeading(tree, title, cleaning);
  cleanChildren(tree, cleaning);
  const notices = Array.from(changes, ([change, times]) => `${times} × ${change}.`);
  const body = notices.length > 0 ? writeMarkdown(tree) : markdown.slice(heading?.end);
  return { ...(heading && { title: heading.words }), body, notices };
}

/** The signs of quotations and lists that lines begin with (CommonMark, section 5). */
function containerSigns(markdown: string): string {
  const prefixes = markdown.match(/^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t]))+/gm) ?? [];
  return prefixes.join('').replaceAll('\t', ' ');
}

/** @throws {RangeError} when what reads the text later would fill the stack */
function listDefinitions(node: Nodes, definitions: Map<string, string>, depth = 0): Map<string, string> {
  if (depth > deepest) throw new RangeError();
  // Of two with one name the first counts (CommonMark, section 4.7).
  if (node.type === 'definition' && !definitions.has(node.identifier))
    definitions.set(node.identifier, node.url);
  if ('children' in node) for (const child of node.children) listDefinitions(child, definitions, depth + 1);
  return definitions;
}

/** Takes out the heading that the text begins with, when it is its title. */
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
  for (const node of parent.children.flatMap((child) => cleanNode(child, parent, cleaning))) {
    const before = children.at(-1);
    // Apart, two texts might become mark-up where they meet.
    if (node.type === 'text' && before?.type === 'text') before.value += node.value;
    else children.push(node);
  }
  const [first, last] = [children[0], children.at(-1)];
  if (parent.type === 'paragraph' || parent.type === 'heading') {
    if (first?.type === 'text') first.value = first.value.replace(/^[ \t\n]+/, '');
    if (last?.type === 'text') last.value = last.value.replace(/[ \t\n]+$/, '');
  }
  parent.children = children.filter(
    (node) => node.type !== 'text' || node.value !== '',
  ) as typeof parent.children;
}

function cleanNode(node: RootContent, parent: Parents, cleaning: Cleaning): RootContent[] {
  const { note, definitions } = cleaning;
  switch (node.type) {
    case 'html':
      return /^(?:root|blockquote|listItem|footnoteDefinition)$/.test(parent.type)
        ? readBlock(node.value, note)
        : readTag(node.value, note);
    case 'image':
    case 'imageReference':
      note('an image left out; its alternative text stays');
      return [{ type: 'text', value: node.alt ?? '' }];
    case 'footnoteReference':
      return [{ type: 'text', value: `[${node.label ?? node.identifier}]` }];
    case 'definition':
      if (isAddress(node.url)) return [node];
      note(`the address of links by name left out: ${schemeOf(node.url)}`);
      return [];
  }
  if (!('children' in node)) return [node];
  const wasEmpty = node.children.length === 0;
  cleanChildren(node, cleaning);
  const isEmpty = node.children.length === 0 && !wasEmpty;
  switch (node.type) {
    case 'footnoteDefinition': {
      note('a footnote made a paragraph: as footnotes the archive sets its own notes');
      const label = { type: 'text' as const, value: `[${node.label ?? node.identifier}] ` };
      const [first] = node.children;
      if (first?.type === 'paragraph') first.children.unshift(label);
      else node.children.unshift({ type: 'paragraph', children: [label] });
      return node.children;
    }
    case 'link':
    case 'linkReference': {
      const url = node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? '');
      if (isAddress(url)) return isEmpty ? [{ type: 'text', value: url }] : [node];
      note(`a link to ${schemeOf(url)} made plain text`);
      return node.children;
    }
    case 'heading':
      if (node.depth === 1) {
        note('a heading of the first rank made one of the second');
        node.depth = 2;
      }
  }
  return isEmpty && /^(?:paragraph|heading|emphasis|strong|delete)$/.test(node.type) ? [] : [node];
}

/** A block of raw HTML (CommonMark, section 4.6). */
function readBlock(html: string, note: Cleaning['note']): RootContent[] {
  const { body, notices } = readHtmlText(html);
  for (const notice of notices) {
    const [, times, what] = /^(\d+) × (.*)\.$/s.exec(notice) ?? [];
    note(what ?? notice, Number(times ?? 1));
  }
  const { children } = markdownSyntax.parse(body);
  if (children.length > 0) note('a block of HTML made Markdown');
  else if (notices.length === 0) readTag(html.trim(), note);
  return children;
}

/** Raw HTML within a paragraph (CommonMark, section 6.6): one tag, or a comment. */
function readTag(html: string, note: Cleaning['note']): RootContent[] {
  const tag = /^<\/?([a-z][\w-]*)/i.exec(html)?.[1]?.toLowerCase();
  if (tag === 'br') {
    note('a <br> made the end of a line');
    return [{ type: 'break' }];
  }
  note(tag === undefined ? 'a comment in HTML left out' : `a tag of HTML left out (${tag})`);
  return [];
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^(?:https?|mailto):$/.test(new URL(url).protocol);
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : 'a place on its own site';
}
