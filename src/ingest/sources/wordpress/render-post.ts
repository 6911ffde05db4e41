import type { LeftOut } from '../../drafts/draft.ts';

/** A post's text as WordPress shows it. */
export interface RenderedPost {
  html: string;
  leftOut: LeftOut[];
}

/** Shortcodes of WordPress itself. Others are recognized only by their form. */
const ownShortcodes = new Set(['audio', 'caption', 'embed', 'gallery', 'playlist', 'video', 'wp_caption']);
/** Shortcodes that add nothing to what they enclose. */
const enclosing = /^(?:caption|embed|wp_caption)$/;

/** Block elements. */
const block =
  /^(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|hr|html|legend|li|main|menu|nav|ol|optgroup|option|p|pre|script|section|select|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul)$/;
/** Block elements in which text is in paragraphs. */
const holdsParagraphs =
  /^(?:article|aside|blockquote|body|center|details|div|fieldset|figure|footer|form|header|html|main|nav|section)$/;
const isEmpty = /^(?:col|hr)$/;
/** Elements in which line ends are kept as they are. */
const verbatim = /^(?:pre|script|select|style|textarea)$/;
/** Elements that the next one of the same name closes. */
const closedByNext = /^(?:dd|dt|li|optgroup|option|td|th|tr)$/;

/**
 * Renders the content of a post as WordPress does: block comments are removed, and a post from before the block editor gets
 * its paragraphs (see {@link addParagraphs}). Of shortcodes, the enclosed text is kept; their output is unknown.
 * Typographic replacements are not made, since they would alter quotations.
 *
 * @param content as WordPress stores it (`post_content`, in an export `content:encoded`)
 */
export function renderPost(content: string): RenderedPost {
  const leftOut: LeftOut[] = [];
  const leaveOut = (what: string, text?: string) => void leftOut.push({ what, ...(text && { text }) });
  let inBlocks = false;
  const uncommented = replaceComments(content.replace(/\r\n?/g, '\n'), (comment) => {
    if (comment === 'nextpage') return '\n\n';
    if (comment.startsWith('wp:')) {
      inBlocks = true;
      const [, name = ''] = /^wp:(\S+)/.exec(comment) ?? [];
      // The content of a block without an end tag is stored elsewhere.
      if (comment.endsWith('/')) leaveOut(`the block "${name}", whose content is not in the post`, comment);
    }
    return '';
  });
  const expanded = replaceShortcodes(uncommented, leaveOut);
  const html = inBlocks ? expanded : addParagraphs(expanded);
  return {
    html: html.replace(/<p(?:\s[^<>]*)?>(?:\s|&nbsp;)*<\/p>/gi, ''),
    leftOut,
  };
}

/**
 * Adds paragraphs to a text in which empty lines separate paragraphs and line ends are line breaks (WordPress' `wpautop`).
 * HTML in it stays as it is.
 */
export function addParagraphs(html: string): string {
  const open: string[] = [];
  const openTimes = new Map<string, number>();
  let shown = '';
  let isOpen = false;
  let ending = '';
  /** What there is since the last block began or ended: nothing, text, or an explicit line break. */
  let line: 'none' | 'begun' | 'broken' = 'none';
  let gap: 'none' | 'line' | 'empty line' = 'none';

  const endParagraph = () => {
    if (isOpen) shown += '</p>\n';
    isOpen = false;
    line = gap = 'none';
  };
  /** Prepares for inline content. */
  const begin = () => {
    const parent = open.at(-1);
    const inParagraphs = parent === undefined || holdsParagraphs.test(parent);
    if (line !== 'none' && gap === 'empty line') {
      if (inParagraphs) endParagraph();
      else shown += /^h[1-6]$/.test(parent) ? '<br>\n' : '\n<p>';
    } else if (line === 'begun' && gap === 'line') shown += '<br>\n';
    else if (gap !== 'none' && line === 'broken') shown += '\n';
    if (inParagraphs && !isOpen) shown += '<p>';
    isOpen ||= inParagraphs;
    line = 'begun';
    gap = 'none';
  };
  const addText = (text: string) => {
    for (const [index, part] of text.split(/(\n\s*)/).entries()) {
      if (index % 2 === 1) {
        if (part.includes('\n', 1)) gap = 'empty line';
        else if (gap === 'none') gap = 'line';
      } else if (part.trim() !== '') {
        begin();
        shown += part;
      } else if (line !== 'none' && gap === 'none') shown += part;
    }
  };
  const addBlock = (tag: string, name: string, isEnd: boolean) => {
    endParagraph();
    shown += tag;
    if (isEnd) {
      for (let last = openTimes.get(name) ? open.pop() : undefined; last !== undefined; last = open.pop()) {
        openTimes.set(last, (openTimes.get(last) ?? 1) - 1);
        if (last === name) break;
      }
    } else if (!isEmpty.test(name)) {
      if (open.at(-1) === 'p' || (open.at(-1) === name && closedByNext.test(name))) {
        const last = open.pop() ?? '';
        openTimes.set(last, (openTimes.get(last) ?? 1) - 1);
      }
      open.push(name);
      openTimes.set(name, (openTimes.get(name) ?? 0) + 1);
      if (verbatim.test(name)) ending = name;
    }
  };

  let at = 0;
  const text = html.replace(/\r\n?/g, '\n').replace(/^(?:[^\S\n]|&nbsp;)+$/gm, '');
  for (const { 0: tag, 1: slash, 2: written = '', index } of text.matchAll(
    /<(\/?)([a-z][\w-]*)(?![\w-])[^<>]*>/gi,
  )) {
    const name = written.toLowerCase();
    const before = text.slice(at, index);
    at = index + tag.length;
    if (ending !== '') {
      shown += before;
      if (slash === '' || name !== ending) shown += tag;
      else {
        ending = '';
        addBlock(tag, name, true);
      }
      continue;
    }
    addText(before);
    if (block.test(name)) addBlock(tag, name, slash !== '');
    else {
      if (slash === '') begin();
      shown += tag;
      if (name === 'br') line = 'broken';
    }
  }
  if (ending === '') addText(text.slice(at));
  else shown += text.slice(at);
  endParagraph();
  return shown;
}

/** @param replace is given the content of a comment, trimmed */
function replaceComments(html: string, replace: (comment: string) => string): string {
  let [text, at] = ['', 0];
  for (;;) {
    const start = html.indexOf('<!--', at);
    const end = start === -1 ? -1 : html.indexOf('-->', start + 4);
    if (end === -1) return text + html.slice(at);
    text += html.slice(at, start) + replace(html.slice(start + 4, end).trim());
    at = end + 3;
  }
}

/**
 * Removes shortcodes (https://developer.wordpress.org/plugins/shortcodes/). Brackets are common in texts ("[sic]"): only
 * WordPress' own shortcodes, and those with attributes or an end tag, are recognized, and none in code.
 */
function replaceShortcodes(html: string, leaveOut: (what: string, text?: string) => void): string {
  const parts = splitCode(html);
  const text = parts.filter((_, index) => index % 2 === 0).join('\n');
  const bracket = /(\[?)\[(\/?)([a-z][\w-]*)(\s[^[\]]*|\/)?\](\]?)/gi;
  const names = (slash: string) =>
    new Set(Array.from(text.matchAll(bracket), (match) => (match[2] === slash ? match[3] : '')));
  const [begun, ended] = [names(''), names('/')];
  const replace = (part: string) =>
    part.replace(
      bracket,
      (whole, before: string, slash: string, name: string, attributes = '', after: string) => {
        const hasEnd = begun.has(name) && ended.has(name);
        if (!hasEnd && !ownShortcodes.has(name) && !/[\w-]=["'\w]/.test(attributes)) return whole;
        // Doubled brackets are an escape.
        if (before !== '' && after !== '') return whole.slice(1, -1);
        const [prefix, suffix] = [before, after];
        if (name.endsWith('caption')) return prefix + renderCaption(slash, attributes) + suffix;
        if (slash === '' && !enclosing.test(name)) leaveOut(`the shortcode [${name}]`, whole);
        return prefix + suffix;
      },
    );
  return parts.map((part, index) => (index % 2 === 0 ? replace(part) : part)).join('');
}

/** Splits a text alternately into what is not code and what is. */
function splitCode(html: string): string[] {
  const parts: string[] = [];
  const begin = /<(pre|code)\b[^<>]*>/gi;
  let at = 0;
  for (let match = begin.exec(html); match; match = begin.exec(html)) {
    const end = match[1]?.toLowerCase() === 'pre' ? /<\/pre\s*>/gi : /<\/code\s*>/gi;
    end.lastIndex = begin.lastIndex;
    // Without an end tag it is not an element.
    if (!end.test(html)) break;
    parts.push(html.slice(at, match.index), html.slice(match.index, end.lastIndex));
    at = begin.lastIndex = end.lastIndex;
  }
  return [...parts, html.slice(at)];
}

/** The caption is what is enclosed besides the picture; up to WordPress 3.3 it was an attribute. */
function renderCaption(slash: string, attributes: string): string {
  if (slash !== '') return '</figure>\n\n';
  const [, , caption = ''] = /\bcaption=(["'])([^]*?)\1/.exec(attributes) ?? [];
  return `\n\n<figure>${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}`;
}
