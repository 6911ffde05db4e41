import type { Html, Nodes, PhrasingContent, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

import { markdownSyntax } from '../../../markdown/syntax.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlText } from '../../text/html-text.ts';
import type { Cleaning } from './sanitize-markdown.ts';

/** What is told, and gathered, while HTML is converted. */
type Reading = Pick<Cleaning, 'hasFile' | 'leaveOut' | 'media'>;
type LeaveOut = (what: string, its?: Omit<LeftOut, 'what'>) => void;

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Elements that Markdown has a mark for. */
const marks: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'delete',
  del: 'delete',
  strike: 'delete',
};

/** Elements that show something of another address. */
const showing = /^(?:img|iframe|video|audio|embed|object|amp-img)$/;
/** Elements that add nothing that Markdown has: their words stay. */
const transparent =
  /^(?:abbr|bdi|bdo|big|center|cite|code|data|dfn|div|figcaption|figure|font|ins|kbd|mark|p|q|rp|rt|ruby|samp|small|span|sub|sup|time|tt|u|var|wbr)$/;

/**
 * Converts raw HTML within a paragraph (CommonMark 0.31, section 6.6) to Markdown: links, emphasis, line breaks and pictures.
 * Each tag stands by itself; an element is what is between two of them.
 */
export function convertInlineHtml(children: readonly RootContent[], reading: Reading): RootContent[] {
  const { leaveOut } = reading;
  if (!children.some(({ type }) => type === 'html')) return [...children];
  const converted: RootContent[] = [];
  /** What is open: its name, its tag, and where in `converted` its content begins. */
  const open: { name: string; tag: string; start: number }[] = [];
  for (const child of children) {
    if (child.type !== 'html') {
      converted.push(child);
      continue;
    }
    const [, slash = '', tagName = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(child.value) ?? [];
    const name = tagName.toLowerCase();
    if (name === '') leaveOut('an HTML comment', { text: child.value });
    else if (name === 'br') converted.push({ type: 'break' });
    else if (slash === '' && showing.test(name)) converted.push(...readShown(child, name, reading));
    else if (slash === '') open.push({ name, tag: child.value, start: converted.length });
    else {
      const index = open.findLastIndex((each) => each.name === name);
      const [begun] = index === -1 ? [] : open.splice(index);
      if (begun) converted.push(...wrap(begun, converted.splice(begun.start), leaveOut));
    }
  }
  for (const { name, tag } of open)
    if (!transparent.test(name) && !marks[name]) leaveTag(name, tag, leaveOut);
  return converted;
}

function wrap(begun: { name: string; tag: string }, inner: RootContent[], leaveOut: LeaveOut): RootContent[] {
  const { name, tag } = begun;
  const mark = marks[name];
  const content = inner as PhrasingContent[];
  const hasWords = inner.some((node) => !(node.type === 'text' && node.value.trim() === ''));
  // Emphasis that begins or ends with a space is none in Markdown, nor is one within itself.
  const first = inner[0];
  const last = inner.at(-1);
  const isTight =
    !(first?.type === 'text' && /^\s/.test(first.value)) &&
    !(last?.type === 'text' && /\s$/.test(last.value));
  if (mark !== undefined && hasWords && isTight && !inner.some((node) => holds(node, mark)))
    return [{ type: mark, children: content }];
  if (name === 'a') {
    const url = hrefOf(tag);
    if (url !== '' && hasWords && !inner.some((node) => holds(node, 'link')))
      return [{ type: 'link', url, children: content }];
    if (url !== '') leaveOut('the address of a link, whose words were kept', { address: url });
    return inner;
  }
  if (name === 'q') return [{ type: 'text', value: '"' }, ...inner, { type: 'text', value: '"' }];
  if (mark === undefined && !transparent.test(name)) leaveTag(name, tag, leaveOut);
  return inner;
}

function holds(node: Nodes, type: string): boolean {
  return node.type === type || ('children' in node && node.children.some((child) => holds(child, type)));
}

function leaveTag(name: string, tag: string, leaveOut: LeaveOut): void {
  leaveOut(`an HTML tag (${name})`, { text: tag });
}

function hrefOf(tag: string): string {
  const [element] = parser.parse(tag).children;
  return element?.type === 'element' && typeof element.properties.href === 'string'
    ? element.properties.href.trim()
    : '';
}

function readShown({ value }: Html, name: string, { hasFile, leaveOut, media }: Reading): RootContent[] {
  const { body, leftOut, media: shown } = readHtmlText(`${value}</${name}>`, undefined, { hasFile });
  media.push(...(shown ?? []));
  for (const { what, ...its } of leftOut) leaveOut(what, its);
  return markdownSyntax
    .parse(body)
    .children.flatMap((node): RootContent[] => (node.type === 'paragraph' ? node.children : [node]));
}
