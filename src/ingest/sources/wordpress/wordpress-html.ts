/** A post's text as WordPress shows it. */
export interface ShownPost {
  html: string;
  /** What was left out, in whole sentences. */
  notices: string[];
}

/** Shortcodes of WordPress itself. Of the others only their form tells that they are some. */
const ownShortcodes = new Set(['audio', 'caption', 'embed', 'gallery', 'playlist', 'video', 'wp_caption']);
/** They stand for nothing but what they enclose. */
const enclosing = /^(?:caption|embed|wp_caption)$/;

/** Elements that stand on their own, not within a line of text. */
const block =
  /^(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|hr|html|legend|li|main|menu|nav|ol|optgroup|option|p|pre|script|section|select|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul)$/;
/** Those among them in which text stands in paragraphs. */
const holdsParagraphs =
  /^(?:article|aside|blockquote|body|center|details|div|fieldset|figure|footer|form|header|html|main|nav|section)$/;
const isEmpty = /^(?:col|hr)$/;
/** In these line ends mean what they say, or nothing. */
const verbatim = /^(?:pre|script|select|style|textarea)$/;
/** Elements that the next of their kind closes. */
const closedByNext = /^(?:dd|dt|li|optgroup|option|td|th|tr)$/;

/**
 * Does with a post's text what WordPress does before it shows it: a text in blocks loses the comments that mark them,
 * one written before there were blocks gets its paragraphs (see {@link addParagraphs}). Shortcodes are programs: what
 * they enclose is kept, their own product is not known. Typographic changes are not made, for they would alter quotations.
 *
 * @param content as WordPress keeps it (`post_content`, in an export `content:encoded`)
 */
export function showPost(content: string): ShownPost {
  const left = new Map<string, number>();
  const leaveOut = (what: string) => void left.set(what, (left.get(what) ?? 0) + 1);
  let inBlocks = false;
  const uncommented = replaceComments(content.replace(/\r\n?/g, '\n'), (comment) => {
    if (comment === 'nextpage') return '\n\n';
    if (comment.startsWith('wp:')) {
      inBlocks = true;
      const [, name = ''] = /^wp:(\S+)/.exec(comment) ?? [];
      // A block without an end has its text elsewhere; a page break has none.
      if (comment.endsWith('/')) leaveOut(`the block "${name}", of which the post has no text`);
    }
    return '';
  });
  const expanded = replaceShortcodes(uncommented, leaveOut);
  const html = inBlocks ? expanded : addParagraphs(expanded);
  return {
    html: html.replace(/<p(?:\s[^<>]*)?>(?:\s|&nbsp;)*<\/p>/gi, ''),
    notices: Array.from(left, ([what, times]) => `${times} × ${what}, left out.`),
  };
}

/**
 * Makes paragraphs of a text whose paragraphs are parted by empty lines and in which a line end is a line end
 * (WordPress' `wpautop`). HTML that stands in it stays as it is.
 */
export function addParagraphs(html: string): string {
  const open: string[] = [];
  const openTimes = new Map<string, number>();
  let shown = '';
  let isOpen = false;
  let ending = '';
  /** Since the last block began or ended: something, or a line break that is one already. */
  let line: 'none' | 'begun' | 'broken' = 'none';
  let gap: 'none' | 'line' | 'empty line' = 'none';

  const endParagraph = () => {
    if (isOpen) shown += '</p>\n';
    isOpen = false;
    line = gap = 'none';
  };
  /** Makes ready for something that stands in a line. */
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
  for (const { 0: tag, 1: slash, 2: written = '', index } of text.matchAll(/<(\/?)([a-z][\w-]*)[^<>]*>/gi)) {
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

/** @param replace gets what stands within a comment, without the white space around it */
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
 * Takes shortcodes out (https://developer.wordpress.org/plugins/shortcodes/). Brackets are common in texts ("[sic]"):
 * only those are shortcodes that are WordPress' own, have attributes, or have an end. In code they are what is shown.
 */
function replaceShortcodes(html: string, leaveOut: (what: string) => void): string {
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
        // Written twice, the brackets are letters.
        if (before !== '' && after !== '') return whole.slice(1, -1);
        const [prefix, suffix] = [before, after];
        if (name.endsWith('caption')) return prefix + showCaption(slash, attributes) + suffix;
        if (slash === '' && !enclosing.test(name)) leaveOut(`the shortcode [${name}]`);
        return prefix + suffix;
      },
    );
  return parts.map((part, index) => (index % 2 === 0 ? replace(part) : part)).join('');
}

/** Parts a text into what is not code and what is, by turns. */
function splitCode(html: string): string[] {
  const parts: string[] = [];
  const begin = /<(pre|code)\b[^<>]*>/gi;
  let at = 0;
  for (let match = begin.exec(html); match; match = begin.exec(html)) {
    const end = new RegExp(`</${match[1]}\\s*>`, 'gi');
    end.lastIndex = begin.lastIndex;
    // Without an end it is only a sign.
    if (!end.test(html)) break;
    parts.push(html.slice(at, match.index), html.slice(match.index, end.lastIndex));
    at = begin.lastIndex = end.lastIndex;
  }
  return [...parts, html.slice(at)];
}

/** A caption is what is enclosed beside the picture; up to WordPress 3.3 it was an attribute. */
function showCaption(slash: string, attributes: string): string {
  if (slash !== '') return '</figure>\n\n';
  const [, , caption = ''] = /\bcaption=(["'])([^]*?)\1/.exec(attributes) ?? [];
  return `\n\n<figure>${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}`;
}
