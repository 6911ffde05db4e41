import { readHtmlLine } from '../../text/html-line.ts';
import { showAttachment, showGallery } from './show-attachments.ts';
import { escapeHtml, linkParagraph } from './html-strings.ts';
import type { PostContext } from './post-context.ts';
import type { ShortcodeTag } from './scan-shortcodes.ts';

type Render = (tag: ShortcodeTag, inner: string | undefined, context: PostContext) => string;

const renderers: Readonly<Record<string, Render>> = {
  caption: renderCaption,
  wp_caption: renderCaption,
  gallery: ({ attributes }, inner, context) => showGallery(attributes, context) + (inner ?? ''),
  playlist: renderPlaylist,
  embed: renderPlayer,
  audio: renderPlayer,
  video: renderPlayer,
};

const webAddress = /^https?:\/\/[^\s<>"]+$/i;

/**
 * Renders a shortcode as far as it is known what it shows: of WordPress' own, the pictures, players and captions; of others,
 * what they enclose, and their addresses as links. What else is written in them is left out by name.
 *
 * @param inner HTML; `undefined` when it has no end tag
 */
export function renderShortcode(tag: ShortcodeTag, inner: string | undefined, context: PostContext): string {
  const render = Object.hasOwn(renderers, tag.name) ? renderers[tag.name] : undefined;
  return (render ?? renderUnknown)(tag, inner, context);
}

function renderUnknown(tag: ShortcodeTag, inner: string | undefined, context: PostContext): string {
  const addresses = addressesIn(tag);
  const values = [...tag.attributes.values()];
  const words = readHtmlLine(inner ?? '');
  const citation = /quote/.test(tag.name) ? citationOf(tag) : '';
  const saysMore = values.some((value) => value !== citation && /\p{L}\s+\p{L}/u.test(value));
  if ((addresses.length === 0 && citation === '') || saysMore)
    context.leaveOut(`the shortcode [${tag.name}]`, { text: tag.text });
  const [first = '', ...others] = addresses;
  const rest = others.map((address) => linkParagraph(address)).join('');
  if (/quote/.test(tag.name) && words !== '') {
    const cite = citation === '' ? '' : `<cite>${escapeHtml(citation)}</cite>`;
    const links = addresses.map((address) => linkParagraph(address)).join('');
    return `\n\n<blockquote><p>${inner ?? ''}</p>${cite}</blockquote>\n\n${links}`;
  }
  if (first === '') return inner ?? '';
  const isRepeated = (inner ?? '').includes(escapeHtml(first)) || (inner ?? '').includes(first);
  if (words !== '' && !/<(?:a|p|div|h\d|ul|ol|figure|table)\b/i.test(inner ?? '') && !isRepeated)
    return `<a href="${escapeHtml(first)}">${inner ?? ''}</a>${rest}`;
  const title = ['title', 'caption', 'alt', 'text', 'label'].flatMap(
    (key) => tag.attributes.get(key) ?? [],
  )[0];
  return (isRepeated ? '' : linkParagraph(first, readHtmlLine(title ?? ''))) + (inner ?? '') + rest;
}

function citationOf({ attributes }: ShortcodeTag): string {
  const keys = ['cite', 'author', 'source', 'credit', 'name'];
  return readHtmlLine(keys.flatMap((key) => attributes.get(key) ?? [])[0] ?? '');
}

/** The web addresses among the attributes, each once. */
function addressesIn({ attributes }: ShortcodeTag): string[] {
  const values = Array.from(attributes.values(), (value) => value.trim().replaceAll('&amp;', '&'));
  return [...new Set(values.filter((value) => webAddress.test(value)))];
}

/** The caption is what is enclosed besides the picture; up to WordPress 3.3 it was an attribute. */
function renderCaption({ attributes }: ShortcodeTag, inner = '', { leaveOut }: PostContext): string {
  const picture = /<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(inner);
  const end = picture ? picture.index + picture[0].length : inner.length;
  const id = /^attachment_(\d+)$/.exec(attributes.get('id') ?? '')?.[1];
  const shown = inner
    .slice(0, end)
    .replace(/<img\b/i, id === undefined ? '$&' : `$& data-attachment="${id}"`);
  const captions = [attributes.get('caption') ?? '', inner.slice(end)].map((each) => each.trim());
  const caption = captions.filter((each) => each !== '').join(' ');
  if (shown.trim() === '') {
    if (caption !== '') leaveOut('a caption without a picture', { text: readHtmlLine(caption) });
    return '';
  }
  return `\n\n<figure>${shown}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>\n\n`;
}

function renderPlayer(tag: ShortcodeTag, inner = '', context: PostContext): string {
  const { attributes, name } = tag;
  const enclosed = readHtmlLine(inner.replace(/<a\b[^<>]*>/gi, ''));
  const isAddress = webAddress.test(enclosed);
  const poster = attributes.get('poster');
  const addresses = new Set([...(isAddress ? [enclosed] : []), ...addressesIn(tag)]);
  if (poster !== undefined && addresses.delete(poster))
    context.leaveOut('the preview picture of a video', { address: poster });
  const id = Number(attributes.get('id') ?? '');
  if (addresses.size === 0 && id > 0) return showAttachment(id, 'a recording', context);
  const [first, ...sameElsewhere] = addresses;
  const words = isAddress ? '' : inner;
  if (first === undefined) {
    context.leaveOut(`the shortcode [${name}]`, { text: tag.text });
    return inner;
  }
  for (const address of sameElsewhere) context.leaveOut('another file of the same recording', { address });
  return linkParagraph(first, readHtmlLine(attributes.get('title') ?? '')) + words;
}

function renderPlaylist({ attributes, text }: ShortcodeTag, inner = '', context: PostContext): string {
  const ids = (attributes.get('ids') ?? '')
    .split(',')
    .map(Number)
    .filter((id) => id > 0);
  if (ids.length === 0) context.leaveOut('the shortcode [playlist]', { text });
  return ids.map((id) => showAttachment(id, 'a recording of a playlist', context)).join('') + inner;
}
