import type { Element, ElementContent } from 'hast';

import { toLine } from '../lines.ts';
import { resolveWebAddress } from './addresses.ts';
import type { Context } from './context.ts';
import { embedMark } from './flow.ts';
import { attribute, isElement, listElements, makeElement, makeText, wordsOf } from './nodes.ts';

/** Elements that show a page, a player or a file of another address. */
export const embedElement =
  /^(?:iframe|frame|embed|object|applet|video|audio|amp-iframe|amp-video|amp-audio|amp-youtube)$/;

/** What a reader would call it. */
const names: Readonly<Record<string, string>> = {
  video: 'a video',
  'amp-video': 'a video',
  audio: 'a sound recording',
  'amp-audio': 'a sound recording',
  object: 'an embedded object',
  embed: 'an embedded object',
  applet: 'an embedded object',
};

/**
 * Converts a player or an embedded page to a link with its title, or else its address as words. An address stands in the
 * text once; what else belongs to it is left out.
 */
export function convertEmbed(node: Element, context: Context): ElementContent[] {
  const { leaveOut, base } = context;
  const name = names[node.tagName] ?? 'an embedded page';
  const [written = '', ...others] = addressesOf(node);
  const title = toLine(
    attribute(node, 'title') || attribute(node, 'ariaLabel') || attribute(node, 'dataTitle'),
  );
  const address = /^about:/.test(written) ? undefined : resolveWebAddress(written, base);
  for (const other of others)
    leaveOut(`a further source of ${name}`, { address: resolveWebAddress(other, base) ?? other });
  const poster = attribute(node, 'poster');
  if (poster !== '')
    leaveOut(`the picture before ${name}`, { address: resolveWebAddress(poster, base) ?? poster });
  for (const track of listElements(node).filter(({ tagName }) => tagName === 'track')) {
    const src = attribute(track, 'src');
    leaveOut(`a text track of ${name}`, {
      text: attribute(track, 'label'),
      address: resolveWebAddress(src, base) ?? src,
    });
  }
  const inner = node.children.filter(
    (child) => !isElement(child) || !/^(?:source|track|param)$/.test(child.tagName),
  );
  // An object without an address shows what is in it.
  if (written === '' && /^(?:object|applet)$/.test(node.tagName)) return context.clean(inner, context);
  leaveOutAlternative(inner, name, written, context);
  if (attribute(node, 'srcDoc') !== '')
    leaveOut(name, { text: title || 'a page written into its own attribute' });
  if (address === undefined || isHidden(node)) {
    if (written !== '' || title !== '')
      leaveOut(isHidden(node) ? `${name} that is not visible` : name, { text: title, address: written });
    return [];
  }
  if (context.embedded.has(address)) return [];
  context.embedded.add(address);
  return [makeElement('a', [makeText(title || address)], { href: address, [embedMark]: '' })];
}

/** All addresses of what is shown, the first one first, as written. */
export function addressesOf(node: Element): string[] {
  const videoId = attribute(node, 'dataVideoid') || attribute(node, 'dataVideoId');
  const own = ['src', 'dataSrc', 'dataLazySrc', 'dataLitespeedSrc', 'data']
    .map((name) => attribute(node, name))
    .filter((address) => address !== '' && !/^about:blank$|^data:/.test(address));
  const inner = listElements(node).flatMap((each): string[] => {
    if (each.tagName === 'source' || each.tagName === 'embed') return [attribute(each, 'src')];
    const isMovie = each.tagName === 'param' && /^(?:movie|src|url|filename)$/i.test(attribute(each, 'name'));
    return isMovie ? [attribute(each, 'value')] : [];
  });
  const youTube =
    node.tagName === 'amp-youtube' && videoId !== '' ? [`https://www.youtube.com/watch?v=${videoId}`] : [];
  return [...new Set([...youTube, ...own, ...inner])].filter((address) => address !== '');
}

/** What is shown where a browser cannot show it. */
function leaveOutAlternative(
  children: readonly ElementContent[],
  name: string,
  shown: string,
  { leaveOut, base }: Context,
): void {
  const whole = makeElement('div', [...children]);
  const text = wordsOf(whole);
  if (text !== '') leaveOut(`the alternative to ${name}`, { text });
  for (const each of listElements(whole)) {
    const address = attribute(each, 'href') || (each.tagName === 'embed' ? '' : attribute(each, 'src'));
    if (address === '' || address === shown) continue;
    leaveOut(`an address in the alternative to ${name}`, {
      text: wordsOf(each) || attribute(each, 'alt'),
      address: resolveWebAddress(address, base) ?? address,
    });
  }
}

function isHidden(node: Element): boolean {
  const isSmall = ['width', 'height'].every((name) => /^[01](?:px)?$/.test(attribute(node, name)));
  return isSmall || /display\s*:\s*none/i.test(attribute(node, 'style'));
}
