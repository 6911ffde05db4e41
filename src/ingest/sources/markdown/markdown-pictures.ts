import type {
  Image,
  ImageReference,
  Link,
  LinkReference,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';

import { relativeStandIn } from '../../drafts/draft-media.ts';
import { fileNameOf, isPictureAddress, isSamePicture, resolveWebAddress } from '../../text/html/addresses.ts';
import { toLine } from '../../text/lines.ts';
import type { Cleaning } from './sanitize-markdown.ts';

/** Links that stand for a picture. */
const pictures = new WeakSet<object>();
/** The titles of pictures, which are shown as captions. */
const titles = new WeakMap<object, string>();

/**
 * Replaces an image with a link to it, whose words are its alternative text or its file's name. Without an address on the web,
 * its alternative text stays as text.
 */
export function replaceImage(
  node: Image | ImageReference,
  { note, leaveOut, definitions, media, hasFile }: Cleaning,
): PhrasingContent[] {
  const written = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '');
  const isLocal = () => hasFile?.(written) === true;
  const url = resolveWebAddress(written, undefined) ?? (isLocal() ? relativeStandIn(written) : undefined);
  const alt = toLine(node.alt ?? '');
  const title = node.type === 'image' ? toLine(node.title ?? '') : '';
  if (url === undefined) {
    leaveOut('a picture without an address on the web, whose alternative text was kept', {
      text: [alt, title].filter(Boolean).join(' '),
      address: written.startsWith('data:') ? '' : written,
    });
    return [{ type: 'text', value: node.alt ?? '' }];
  }
  note();
  media.push({
    place: url,
    written: [written],
    alt: alt || undefined,
    caption: title === alt ? undefined : title,
  });
  const name = url.endsWith(written) ? fileNameOf(url) : (written.split('/').at(-1) ?? written);
  const link: Link = { type: 'link', url, children: [{ type: 'text', value: alt || name }] };
  pictures.add(link);
  if (title !== '' && title !== alt) titles.set(link, title);
  return [link];
}

/**
 * Shapes a link to the web. A picture in a link stands before it, since there is no link within a link; a larger picture
 * replaces it.
 */
export function shapeLink(node: Link | LinkReference, url: string, cleaning: Cleaning): PhrasingContent[] {
  const children = node.children as PhrasingContent[];
  const picture = children.find((child) => pictures.has(child));
  if (picture?.type === 'link') {
    cleaning.note();
    const others = children.filter((child) => !pictures.has(child));
    if (others.length === 0 && children.length === 1 && isPictureAddress(url))
      return [enlarge(picture, url, url, cleaning)];
    const words: PhrasingContent[] = others.length > 0 ? others.filter(({ type }) => type !== 'link') : [];
    const rest: Link = {
      type: 'link',
      url,
      children: words.length > 0 ? words : [{ type: 'text', value: url }],
    };
    return [...children.filter((child) => pictures.has(child)), { type: 'text', value: ' ' }, rest];
  }
  return [node];
}

/** Takes the larger picture that a relative link around one leads to, if there is a file of it. */
export function takeLarger(
  node: Link | LinkReference,
  written: string,
  cleaning: Cleaning,
): PhrasingContent[] | undefined {
  const [picture, another] = node.children as PhrasingContent[];
  if (picture?.type !== 'link' || another || !pictures.has(picture)) return undefined;
  if (!isPictureAddress(written) || !cleaning.hasFile?.(written)) return undefined;
  cleaning.note();
  return [enlarge(picture, relativeStandIn(written), written, cleaning)];
}

/** Has a link stand for a larger picture. @param written the address of that as the source has it */
function enlarge(picture: Link, url: string, written: string, { media, leaveOut }: Cleaning): Link {
  const larger = media.findLast(({ place }) => place === picture.url);
  const small = larger?.written[0] ?? picture.url;
  if (!isSamePicture(small, written))
    leaveOut('the smaller picture of one that is linked to a larger', {
      text: larger?.alt ?? '',
      address: small,
    });
  larger?.written.unshift(written);
  if (larger) larger.place = url;
  picture.url = url;
  return picture;
}

/**
 * Parts a paragraph that begins with a picture: the picture has a paragraph of its own, with its title or a line in emphasis
 * below it as the caption.
 */
export function partPicture(node: Paragraph): RootContent[] {
  const [first, ...others] = node.children;
  if (!first || !pictures.has(first)) return [node];
  const title = titles.get(first);
  const rest = trimStart(others);
  const [only] = rest;
  // Another picture is no link of this one.
  const link = only?.type === 'link' && !pictures.has(only) ? only : undefined;
  const below = link ? trimStart(rest.slice(1)) : rest;
  const [emphasized] = below;
  const line: PhrasingContent[] = title === undefined ? [] : [{ type: 'text', value: title }];
  const isCaption = below.length === 1 && emphasized?.type === 'emphasis';
  const isLinked = link !== undefined && (others.length === 2 || isCaption);
  const caption = isCaption
    ? [...line, ...(line.length > 0 ? [{ type: 'text', value: ' ' } as const] : []), ...emphasized.children]
    : line;
  const parts = [first, ...(isLinked ? [{ type: 'break' } as const, link] : [])];
  const picture: Paragraph = {
    type: 'paragraph',
    children: caption.length > 0 ? [...parts, { type: 'break' }, ...caption] : parts,
  };
  if (isCaption || isLinked || rest.length === 0) return [picture];
  return [picture, ...partPicture({ type: 'paragraph', children: rest })];
}

function trimStart(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = children;
  if (first?.type === 'break') return trimStart(others);
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(/^[ \t\n]+/, '');
  return value === '' ? trimStart(others) : [{ ...first, value }, ...others];
}
