import type { LeftOut } from '../../drafts/draft.ts';
import { escapeHtml } from './escape-html.ts';
import { renderLine } from './render-line.ts';
import { isBeforeAddress, resolveSiteTag, resolveSiteTags } from './site-address.ts';

type LeaveOut = (what: string, its?: Omit<LeftOut, 'what'>) => void;

/** The longest tag, in characters. */
const longestTag = 2000;

/** Tags of site generators: how they begin and end. */
const forms = [
  ['{%', '%}'],
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{', '}}'],
  ['{:', '}'],
] as const;

/** The parameters that hold the address of a picture, the surest first. */
const pictureKeys = ['src', 'url', 'file', 'image', 'path', 'image_path'];
/** Parameters that say how a picture is shown, and nothing of it. */
const layoutKey =
  /^(?:align|class|command|float|height|id|lightbox|loading|max-?width|options|popup|position|rel|size|sizes|style|target|width|zoom)$/;

/** Players for which Hugo has a shortcode, and the addresses that their ids stand for. */
const players: Readonly<Record<string, (id: string, second: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  gist: (user, id) => `https://gist.github.com/${user}/${id}`,
};

/**
 * Replaces the tags of site generators (Liquid in Jekyll and Eleventy, shortcodes in Hugo, attribute lists) in Markdown. What
 * they enclose stays; those that show a picture become a figure in HTML, players an address. Others are left out, with what
 * they say. Code between fences stays as it is.
 */
export function replaceSiteTags(markdown: string, leaveOut: LeaveOut): string {
  if (!/\{[{%:]|^:::|\{[#.]/m.test(markdown)) return markdown;
  let isCode = false;
  const parts: string[] = [];
  let text = '';
  for (const line of markdown.split(/(?<=\n)/)) {
    const isFence = /^ {0,3}(?:```|~~~)/.test(line);
    if (isFence) {
      if (!isCode) {
        parts.push(replaceIn(text, leaveOut));
        text = '';
      }
      isCode = !isCode;
      parts.push(line);
    } else if (isCode) parts.push(line);
    else text += line;
  }
  return parts.join('') + replaceIn(text, leaveOut);
}

function replaceIn(text: string, leaveOut: LeaveOut): string {
  let shown = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('{', at);
    if (start === -1) break;
    const form = forms.find(([open]) => text.startsWith(open, start));
    const end = form ? text.slice(start, start + longestTag).indexOf(form[1], form[0].length) : -1;
    if (!form || end === -1) {
      shown += text.slice(at, start + 1);
      at = start + 1;
      continue;
    }
    shown += text.slice(at, start);
    const inner = text.slice(start + form[0].length, start + end).trim();
    at = start + end + form[1].length;
    const written = text.slice(start, at);
    const path = isBeforeAddress(shown) ? resolveSiteTag(form[0], withoutDashes(inner)) : undefined;
    // The address of the site alone leads to no file.
    if (path !== undefined && (path !== '' || /^(?:\/|\{)/.test(text.slice(at, at + 1)))) {
      shown += path;
      continue;
    }
    // The address of a link that the site would make.
    if (/\]\(\s{0,3}$/.test(shown.slice(-5)) && /^\s{0,3}\)/.test(text.slice(at, at + 4))) {
      const opened = shown.lastIndexOf('[');
      const words = shown.slice(opened + 1, shown.lastIndexOf(']('));
      const isPicture = opened > 0 && shown.charAt(opened - 1) === '!';
      leaveOut(`the address of a ${isPicture ? 'picture' : 'link'} that the site generator makes`, {
        address: written,
      });
      shown = (opened === -1 ? shown : shown.slice(0, isPicture ? opened - 1 : opened)) + words;
      at = text.indexOf(')', at) + 1;
    } else {
      const instead = replaceTag(form[0], inner, written, leaveOut);
      shown += instead;
      // Of the spaces around what is left out, one stays.
      if (instead === '' && shown.endsWith(' ') && text.startsWith(' ', at)) at++;
    }
  }
  return (shown + text.slice(at)).replace(/[ \t]\{[#.][^{}\n]{1,200}\}[ \t]{0,9}$/gm, (written) => {
    leaveOut('an attribute list', { text: written.trim() });
    return '';
  });
}

function replaceTag(open: string, written: string, whole: string, leaveOut: LeaveOut): string {
  if (open === '{:') {
    leaveOut('an attribute list', { text: whole });
    return '';
  }
  const inner = withoutDashes(written);
  if (inner.startsWith('/') || /^end\w/.test(inner)) return inner === 'endhighlight' ? '\n```\n' : '';
  const [name = '', first = '', second = ''] = inner
    .split(/\s+/)
    .map((word) => word.replace(/^["']|["']$/g, ''));
  if (name === 'highlight' && open !== '{{') return '```';
  if (name === 'raw') return '';
  const values = readValues(inner);
  const key = pictureKeys.find((each) => values[each] !== undefined);
  const isPicture = /figure|image|img|picture|photo/i.test(`${name} ${name === 'include' ? first : ''}`);
  if (isPicture && key !== undefined) {
    const { [key]: address = '', ...said } = values;
    return `\n\n${renderFigure(resolveSiteTags(address), said, leaveOut)}\n\n`;
  }
  const player = open === '{{<' || open === '{{%' ? players[name] : undefined;
  const id = values.id ?? first;
  if (player && /^[\w-]+$/.test(id)) return `<${player(id, second)}>`;
  const kind =
    open === '{%' ? 'a Liquid tag' : open === '{{' ? 'a variable of the site generator' : 'a shortcode';
  leaveOut(open === '{{' ? kind : `${kind} (${name})`, { text: whole });
  return '';
}

/** What is in a tag, without the signs that have the spaces around it removed. */
function withoutDashes(inner: string): string {
  return inner.replace(/^-|[-/]$/g, '').trim();
}

/** A value from its first sign on, by the quotation mark before it. */
const valueAfter: Readonly<Record<string, RegExp>> = {
  '"': /^((?:[^"\\]|\\[^])*)"/,
  "'": /^([^']*)'/,
  '`': /^([^`]*)`/,
  '': /^([^\s"'`]+)/,
};

/** The most characters of a value. */
const longestValue = 1000;

/** The values that a tag gives by name: `caption="The mole"`. */
function readValues(text: string): Partial<Record<string, string>> {
  const values: Partial<Record<string, string>> = {};
  let end = 0;
  for (const match of text.matchAll(/(?<![\w-])([a-z][\w-]{1,30})=(["'`]?)/gi)) {
    const [{ length }, name = '', quote = ''] = match;
    const start = match.index + length;
    // What is within a value is no name.
    if (match.index < end) continue;
    const rest = text.slice(start, start + longestValue + 1);
    const [whole, value] = valueAfter[quote]?.exec(rest) ?? [];
    if (whole === undefined || value === undefined) continue;
    end = start + whole.length;
    values[name.toLowerCase()] = quote === '"' ? value.replace(/\\(["\\])/g, '$1') : value;
  }
  return values;
}

/**
 * Renders a tag that shows a picture as HTML. Title, caption and credit are Markdown, as in Hugo's `figure`; nothing is put
 * between them that the tag does not have.
 */
function renderFigure(
  address: string,
  { title, caption, attr, credit, attrlink, alt, link, ...others }: Partial<Record<string, string>>,
  leaveOut: LeaveOut,
): string {
  const credits = [...new Set([attr, credit])].filter(isFilled).map(renderLine).join('<br>');
  const isLinked = attrlink !== undefined && credits !== '' && !/<a\s/i.test(credits);
  const linked = isLinked ? `<a href="${escapeHtml(attrlink)}">${credits}</a>` : credits;
  if (attrlink !== undefined && !isLinked) leaveOut('the address of a credit', { address: attrlink });
  for (const [name, text = ''] of Object.entries(others))
    if (!layoutKey.test(name)) leaveOut(`the parameter "${name}" of a picture`, { text });
  const lines = [title, caption].filter(isFilled).map(renderLine);
  if (linked !== '') lines.push(`<span class="credit">${linked}</span>`);
  const image = `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt ?? '')}">`;
  const shown = link === undefined ? image : `<a href="${escapeHtml(link)}">${image}</a>`;
  return `<figure>${shown}${lines.length > 0 ? `<figcaption>${lines.join('<br>')}</figcaption>` : ''}</figure>`;
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
