import type { Element, ElementContent } from 'hast';

import { isRelativeStandIn, relativeStandIn } from '../../drafts/draft-media.ts';
import { toLine } from '../lines.ts';
import {
  fileNameOf,
  fragmentOf,
  isAbsolute,
  isPictureAddress,
  isSamePicture,
  resolveLink,
  resolveWebAddress,
} from './addresses.ts';
import type { Context } from './context.ts';
import { wrapRuns } from './flow.ts';
import { attribute, isBlank, isElement, listElements, makeElement, makeText, wordsOf } from './nodes.ts';
import { indexOfPicture, isPictureLink, joinToPicture, makePictureLink, mediaOf } from './pictures.ts';

/** Converts a link. Its words stay in any case; where its address cannot stay, that is left out. */
export function convertLink(node: Element, context: Context): ElementContent[] {
  const { base, notes, leaveOut } = context;
  const href = attribute(node, 'href');
  const label = notes.labels.get(node);
  if (label !== undefined) return [makeText(`[${label}]`)];
  if (notes.backlinks.has(node)) {
    const words = wordsOf(node);
    if (/\p{L}{2}/u.test(words)) leaveOut('a link from a note back to the text', { text: words });
    return [];
  }
  const children = context.clean(node.children, context);
  if (href === '') return children;
  const text = wordsOf(node);
  const fragment = fragmentOf(href, base);
  if (fragment !== undefined) {
    if (fragment !== '' && !notes.targets.has(fragment))
      leaveOut('the address of a link within the page, whose words were kept', { text, address: href });
    return children;
  }
  const url = resolveLink(href, base);
  const larger = url ? undefined : onlyPicture(children);
  if (larger && isPictureAddress(href) && context.hasFile?.(href))
    return [enlarge(larger, relativeStandIn(href), href, context)];
  if (!url) {
    const kind = isAbsolute(href) ? 'an invalid link' : 'a link with a relative address';
    leaveOut(`the address of ${kind}, whose words were kept`, { text, address: href });
  } else if (!/^(?:https?|mailto):$/.test(url.protocol))
    leaveOut(`a link to ${url.protocol}`, { text, address: href });
  else
    return linkTo(
      resolveWebAddress(href, base) ?? url.href,
      href,
      toLine(attribute(node, 'title')),
      children,
      context,
    );
  return children;
}

function linkTo(
  address: string,
  written: string,
  title: string,
  children: readonly ElementContent[],
  context: Context,
): ElementContent[] {
  const picture = onlyPicture(children);
  if (picture?.tagName === 'a' && isPictureAddress(address))
    return [enlarge(picture, address, written, context)];
  let isLinked = false;
  const linked = wrapRuns(
    children,
    (run) => {
      isLinked = true;
      return makeElement('a', run, { href: address, ...(title && { title }) });
    },
    ({ tagName }) => tagName === 'a',
  );
  const holdsLink = linked.some(
    (node) =>
      isElement(node) && (node.tagName === 'a' || listElements(node).some(({ tagName }) => tagName === 'a')),
  );
  if (isLinked) return linked;
  if (!holdsLink) {
    context.leaveOut('a link without words', { text: title, address });
    return [...children];
  }
  // A picture that leads somewhere: Markdown of the archive has no link within a link, so both stand beside each other.
  const other = makeElement('a', [makeText(title || address)], { href: address });
  return picture ? [joinToPicture(picture, other)] : [...linked, makeText(' '), other];
}

/** The picture, perhaps with the address that it leads to, that nodes consist of. */
function onlyPicture(nodes: readonly ElementContent[]): Element | undefined {
  const [picture, another] = nodes.filter((node) => !isBlank(node));
  return picture && !another && isElement(picture) && isPictureLink(picture) ? picture : undefined;
}

/**
 * A picture that is linked to a larger one, which is taken instead.
 *
 * @param address of the larger one in the text
 * @param written as the source has it
 */
function enlarge(picture: Element, address: string, written: string, context: Context): Element {
  const media = mediaOf(picture, context);
  const small = attribute(picture, 'href');
  const words = wordsOf(picture);
  if (!isSamePicture(small, address))
    context.leaveOut('the smaller picture of one that is linked to a larger', {
      text: words,
      address: isRelativeStandIn(small) ? (media?.written[0] ?? small) : small,
    });
  if (media) {
    media.written = [...new Set([written, address, ...media.written])];
    media.place = address;
  }
  const label = words === fileNameOf(small) ? fileNameOf(address) : words;
  return makePictureLink(address, label, indexOfPicture(picture));
}
