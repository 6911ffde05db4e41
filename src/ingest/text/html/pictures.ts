import type { Element, ElementContent } from 'hast';

import { relativeStandIn, type DraftMedia } from '../../drafts/draft-media.ts';
import { toLine } from '../lines.ts';
import { fileNameOf, isAbsolute, resolveWebAddress } from './addresses.ts';
import type { Context } from './context.ts';
import { addressesOf, embedElement } from './embeds.ts';
import { attribute, isElement, labelsOf, listElements, makeElement, makeText, wordsOf } from './nodes.ts';
import { listPictureSizes } from './picture-sizes.ts';

/** Elements that show one picture. */
export const pictureElement = /^(?:img|image|amp-img|amp-anim|picture)$/;

/** The property of a link that stands for a picture. */
const mark = 'dataPicture';

/** Where pages keep the address of a picture that is loaded late, the surest first. */
const lazyAttributes = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile', 'dataLarge', 'dataFullUrl'];
const setAttributes = ['srcSet', 'dataSrcset', 'dataSrcSet', 'dataLazySrcset'];

/** A picture that stands where another one will be loaded. */
const placeholder =
  /^(?:data:|about:)|(?:^|[/_-])(?:blank|placeholder|spacer|transparent|1x1|pixel)\.(?:gif|png|svg)/i;

/** A link that stands for a picture. */
export function isPictureLink(node: ElementContent): boolean {
  return isElement(node) && node.properties[mark] !== undefined;
}

/** Makes a link that stands for a picture. @param index of the picture among those of the text */
export function makePictureLink(address: string, words: string, index: string): Element {
  return makeElement('a', [makeText(words)], { href: address, [mark]: index });
}

/** The index of the picture that a link stands for. */
export function indexOfPicture(link: Element): string {
  return attribute(
    link.tagName === 'span' && isElement(link.children[0] ?? link) ? (link.children[0] as Element) : link,
    mark,
  );
}

/** What is known of the picture that a link stands for. */
export function mediaOf(link: Element, { media }: Context): DraftMedia | undefined {
  const index = indexOfPicture(link);
  return index === '' ? undefined : media[Number(index)];
}

/** Puts the address that a picture leads to beside it. */
export function joinToPicture(picture: Element, link: Element): Element {
  return makeElement('span', [picture, makeText(' '), link], { [mark]: '' });
}

/** What a paragraph has of a picture, or of a picture and the address that it leads to. */
export function partsOfPicture(picture: Element): ElementContent[] {
  const [first, , link] = picture.children;
  return picture.tagName === 'span' && first && link ? [first, makeElement('br'), link] : [picture];
}

/**
 * Converts an element that shows a picture to a link to it, whose words are the alternative text, or else the file's name.
 * The sizes in which a page offers the same picture are one picture.
 */
export function convertPicture(node: Element, context: Context): ElementContent[] {
  const { base, leaveOut } = context;
  const shown = node.tagName === 'picture' ? (listElements(node).find(isImage) ?? node) : node;
  const words = toLine(attribute(shown, 'alt')) || toLine(attribute(shown, 'title'));
  const written = addressOf(node);
  const source = attribute(shown, 'src');
  if (isSmiley(shown, written)) {
    leaveOut('the picture of a smiley, which became its words', { text: words, address: written });
    return words === '' ? [] : [makeText(words)];
  }
  if (isTrackingPixel(shown)) {
    leaveOut('a tracking pixel', { text: words, address: written || source });
    return [];
  }
  if (written === '') {
    if (source !== '') leaveOut('a picture that is part of the page itself', { text: words });
    else if (words !== '') leaveOut('a picture without an address', { text: words });
    return [];
  }
  const address = resolveWebAddress(written, base) ?? standInOf(node, written, context);
  if (address === undefined) {
    const what = isAbsolute(written)
      ? 'a picture that is not of the web'
      : 'a picture with a relative address';
    leaveOut(what, { text: words, address: written });
    return [];
  }
  const title = toLine(attribute(shown, 'title'));
  if (title !== '' && title !== words && !fileNameOf(address).startsWith(title))
    leaveOut('the title of a picture', { text: title, address });
  context.media.push(describePicture(node, shown, written, address, base));
  return [makePictureLink(address, words || fileNameOf(address), String(context.media.length - 1))];
}

/** Stands in for the address of a picture that has no web address, when there is a file of it. */
function standInOf(node: Element, written: string, { hasFile }: Context): string | undefined {
  const local = [written, ...addressesOfPicture(node)].find((each) => !isAbsolute(each) && hasFile?.(each));
  return local === undefined ? undefined : relativeStandIn(local);
}

function describePicture(
  node: Element,
  shown: Element,
  written: string,
  place: string,
  base: string | undefined,
): DraftMedia {
  const alt = toLine(attribute(shown, 'alt'));
  const title = toLine(attribute(shown, 'title'));
  const original = attribute(shown, 'dataAttachmentFile');
  const isSaid = shown.properties.alt !== undefined;
  const addresses = [original, ...largerThanShown(node), written, place, ...addressesOfPicture(node)];
  const both = addresses.flatMap((each) => [each, resolveWebAddress(each, base) ?? '']);
  return {
    place,
    written: [...new Set(both)].filter((each) => each !== '' && !placeholder.test(each)),
    alt: alt || title || (isSaid ? '' : undefined),
    credit: toLine(attribute(shown, 'dataCredit')) || undefined,
    rights: toLine(attribute(shown, 'dataRights')) || undefined,
  };
}

/**
 * The files that a page shows where there is room for them, the largest first: an archive keeps those rather than the one for
 * browsers that read no lists of sizes. What is for some screens only may be another detail, and is no better.
 */
function largerThanShown(node: Element): string[] {
  return [node, ...listElements(node)]
    .filter((part) => part.tagName !== 'noscript' && attribute(part, 'media') === '')
    .flatMap((part) => setAttributes.flatMap((name) => listPictureSizes(attribute(part, name))))
    .filter(({ size }) => size > 1)
    .sort((one, other) => other.size - one.size)
    .map(({ address }) => address);
}

/** All addresses at which a page has a picture, the largest of each list of sizes first. */
function addressesOfPicture(node: Element): string[] {
  const parts = [node, ...listElements(node)].filter(({ tagName }) => tagName !== 'noscript');
  return parts.flatMap((part) => [
    ...setAttributes.flatMap((name) => listPictureSizes(attribute(part, name)).map(({ address }) => address)),
    ...[...lazyAttributes, 'src', 'href', 'xLinkHref'].map((name) => attribute(part, name)),
  ]);
}

function isImage({ tagName }: Element): boolean {
  return tagName === 'img' || tagName === 'image';
}

/** The address of a picture as written; '' when it has none of its own. */
function addressOf(node: Element): string {
  const parts = [node, ...listElements(node)].filter(({ tagName }) => tagName !== 'noscript');
  const images = parts.filter((part) => part.tagName !== 'source' && part.tagName !== 'picture');
  const candidates = [
    ...images.flatMap((image) => lazyAttributes.map((name) => attribute(image, name))),
    ...images.map(
      (image) => attribute(image, 'src') || attribute(image, 'href') || attribute(image, 'xLinkHref'),
    ),
    ...[...images, ...parts].flatMap((part) => setAttributes.map((name) => largestOf(attribute(part, name)))),
  ];
  return candidates.find((candidate) => candidate !== '' && !placeholder.test(candidate)) ?? '';
}

/** The largest picture of a list of sizes (`srcset`). */
function largestOf(set: string): string {
  return listPictureSizes(set)[0]?.address ?? '';
}

function isSmiley(node: Element, address: string): boolean {
  return (
    /(?:^|[\s_-])(?:emoji|smil(?:ey|ies|e)|emoticon)(?:$|[\s_-])/i.test(labelsOf(node)) ||
    /\/(?:emoji|smil(?:ey|ies|eys)|emoticons)\//i.test(address)
  );
}

function isTrackingPixel(node: Element): boolean {
  const [width, height] = [attribute(node, 'width'), attribute(node, 'height')];
  return /^[01](?:px)?$/.test(width) && /^[01](?:px)?$/.test(height);
}

/**
 * Converts what a page shows where no script runs: the pictures that it does not show anyway.
 */
export function convertNoscript(node: Element, context: Context): ElementContent[] {
  const pictures = listElements(node).filter(({ tagName }) => pictureElement.test(tagName));
  const outer = pictures.filter((each) => !pictures.some((other) => listElements(other).includes(each)));
  const text = wordsOf(node);
  if (text !== '') context.leaveOut('a text for browsers without scripts', { text });
  for (const each of listElements(node)) {
    const shown = embedElement.test(each.tagName) ? addressesOf(each) : [];
    for (const address of [attribute(each, 'href'), ...shown].filter((found) => found !== ''))
      context.leaveOut('an address for browsers without scripts', { text: wordsOf(each), address });
  }
  return outer.flatMap((each) =>
    context.pictures.has(addressOf(each)) ? [] : convertPicture(each, context),
  );
}

/**
 * The addresses of all pictures that stand outside of `<noscript>`, as written. Removes those that have no address of their
 * own and are followed by a `<noscript>` with the picture.
 */
export function listPictureAddresses(nodes: ElementContent[]): Set<string> {
  const addresses = new Set<string>();
  const visit = (children: ElementContent[]): void => {
    for (const [index, child] of children.entries()) {
      if (!isElement(child) || child.tagName === 'noscript') continue;
      if (!pictureElement.test(child.tagName)) visit(child.children);
      else if (addressOf(child) !== '') addresses.add(addressOf(child));
      else if (isRepeated(children.slice(index + 1))) child.properties = { dataRepeated: '' };
    }
  };
  visit(nodes);
  return addresses;
}

function isRepeated(following: readonly ElementContent[]): boolean {
  const next = following.find((node) => isElement(node));
  if (next?.tagName !== 'noscript') return false;
  return listElements(next).some((each) => pictureElement.test(each.tagName) && addressOf(each) !== '');
}
