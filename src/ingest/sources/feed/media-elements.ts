import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import type { LinkedMedia } from '../../text/linked-media.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { list, textIn } from './elements.ts';
import { elementsOf, textOf, type XmlElement } from './xml-tree.ts';

/** The elements that are read here. */
export const mediaNames = [
  ...[
    'enclosure',
    'image',
    'media:content',
    'media:group',
    'media:thumbnail',
    'media:title',
    'media:description',
  ],
  ...['media:text', 'media:credit', 'media:copyright', 'media:keywords', 'media:category', 'media:player'],
  'itunes:image',
];

/** Pictures of accounts, which services add to items. */
const avatar = /\bgravatar\.com\/avatar\/|\/avatars?\//i;

/**
 * The pictures, sounds and films of an item: in Media RSS (https://www.rssboard.org/media-rss), where what is said about a
 * group or the item holds for each of them, as enclosures, or as its picture.
 */
export function listMedia(item: XmlElement): { media: LinkedMedia[]; leftOut: LeftOut[] } {
  const media: LinkedMedia[] = [];
  const leftOut: LeftOut[] = [];
  const outside = (what: string, address: string | undefined, text = '') => {
    if (address || text) leftOut.push({ what, ...(text && { text }), ...(address && { address }) });
  };
  const inItem = list(item, 'media:content', 'media:group');
  for (const each of inItem) {
    const [first, ...others] = each.name === 'media:group' ? bySize(each) : [each];
    if (!first) continue;
    const address = addressOf(first);
    const said = [first, ...(first === each ? [] : [each]), item];
    if (address === undefined)
      outside('a media file without a web address', undefined, lineIn(said, 'media:title'));
    else if (avatar.test(address))
      outside('the picture of an account', address, lineIn([first], 'media:title'));
    else media.push({ address, ...wordsOf(said) });
    for (const other of others) outside('a media file in another size', addressOf(other));
    for (const text of said.slice(0, -1).flatMap((one) => textIn(one, 'media:text') ?? []))
      outside('a transcript', undefined, readHtmlLine(text));
  }
  for (const thumbnail of [item, ...inItem].flatMap((one) => list(one, 'media:thumbnail'))) {
    const address = addressOf(thumbnail);
    if (inItem.length > 0 || address === undefined) outside('a thumbnail', address);
    else media.push({ address, ...wordsOf([item]) });
  }
  if (inItem.length === 0 && media.length === 0) {
    for (const [what, ...names] of [
      ['a caption of media', 'media:description', 'media:text'],
      ['a credit of media', 'media:credit', 'media:copyright'],
    ])
      outside(what ?? '', undefined, lineIn([item], ...names));
  }
  for (const enclosure of list(item, 'enclosure')) {
    const address = addressOf(enclosure);
    if (address === undefined) outside('an enclosure', enclosure.attributes.get('url'));
    else media.push({ address });
  }
  for (const image of list(item, 'image')) {
    const written = (textIn(image, 'url') ?? textOf(image)).trim();
    const address = written === '' ? undefined : resolveAddress(written, image.base);
    if (address !== undefined) media.push({ address, words: textIn(image, 'title') });
  }
  for (const cover of list(item, 'itunes:image', 'media:player'))
    outside('a cover picture or player', addressOf(cover));
  return { media, leftOut };
}

/** The files of a group, the largest picture first. */
function bySize(group: XmlElement): XmlElement[] {
  const width = ({ attributes }: XmlElement) => Number(attributes.get('width') ?? 0) || 0;
  return elementsOf(group)
    .filter(({ name }) => name === 'media:content')
    .toSorted((a, b) => width(b) - width(a));
}

function addressOf({ attributes, base }: XmlElement): string | undefined {
  const written = (attributes.get('url') ?? attributes.get('href') ?? '').trim();
  return written === '' ? undefined : resolveAddress(written, base);
}

function wordsOf(said: readonly XmlElement[]): Omit<LinkedMedia, 'address'> {
  const inMedia = said.slice(0, -1);
  return {
    words: lineIn(inMedia, 'media:title'),
    caption: lineIn(said, 'media:description'),
    credit:
      said.flatMap((one) => list(one, 'media:credit')).length > 0
        ? creditsIn(said)
        : lineIn(said, 'media:copyright'),
  };
}

/** Everyone who is named with a picture, as the innermost element that has names says it. */
function creditsIn(said: readonly XmlElement[]): string {
  const credits = said.map((one) => list(one, 'media:credit')).find((found) => found.length > 0) ?? [];
  return [
    ...new Set(
      credits.map((credit) =>
        readHtmlLine(credit.children.filter((each) => typeof each === 'string').join('')),
      ),
    ),
  ].join(', ');
}

/** The first of these texts that the innermost element has. */
function lineIn(said: readonly XmlElement[], ...names: string[]): string {
  return readHtmlLine(said.map((one) => textIn(one, ...names)).find((text) => text !== undefined) ?? '');
}
