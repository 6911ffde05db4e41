import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import type { LinkedMedia } from '../../text/linked-media.ts';
import { toLine } from '../../text/lines.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { listNinjsTexts } from './ninjs-texts.ts';
import { listProperties, propertiesOf, textOf, type NinjsProperties } from './ninjs-properties.ts';

/** What belongs to an item: pictures, sounds and films with their files, and other items, which are only named. */
export function readAssociations(item: NinjsProperties): { media: LinkedMedia[]; leftOut: LeftOut[] } {
  const media: LinkedMedia[] = [];
  const leftOut: LeftOut[] = [];
  for (const each of listAssociated(item)) {
    const address = addressOf(each);
    const words = (singular: string, plural: string) => {
      const [text] = listNinjsTexts(each, singular, plural);
      return text ? readHtmlLine(text.value) : '';
    };
    const headline = words('headline', 'headlines') || lineOf(each, 'title');
    if (/^(?:picture|graphic|audio|video)$/i.test(textOf(each.get('type'))) && address !== undefined) {
      media.push({
        address,
        words: words('body', 'bodies') || headline,
        caption: words('description', 'descriptions'),
        credit: lineOf(each, 'by', 'byline', 'creditline', 'copyrightholder', 'copyrightnotice'),
      });
      continue;
    }
    const where = address ?? lineOf(each, 'uri', 'guid', 'href');
    leftOut.push({
      what: 'an associated item',
      ...(headline && { text: headline }),
      ...(where && { address: where }),
    });
  }
  return { media, leftOut };
}

/** An array (ninjs 2 and 3), or an object by names (ninjs 1). */
function listAssociated(item: NinjsProperties): NinjsProperties[] {
  const value = item.get('associations');
  if (Array.isArray(value)) return listProperties(item, 'associations');
  return [...(propertiesOf(value)?.values() ?? [])].flatMap((each) => propertiesOf(each) ?? []);
}

/** Of the original file, or else of the largest. */
function addressOf(item: NinjsProperties): string | undefined {
  const value = item.get('renditions');
  const byName = propertiesOf(value);
  const renditions = byName
    ? Array.from(byName, ([name, each]) => ({ name, each: propertiesOf(each) }))
    : listProperties(item, 'renditions').map((each) => ({ name: textOf(each.get('name')), each }));
  const width = (each: NinjsProperties | undefined) => Number(each?.get('width') ?? 0) || 0;
  const [best] = renditions.toSorted(
    (a, b) =>
      Number(b.name.startsWith('original')) - Number(a.name.startsWith('original')) ||
      width(b.each) - width(a.each),
  );
  return resolveAddress(textOf(best?.each?.get('href')).trim());
}

function lineOf(item: NinjsProperties, ...keys: string[]): string {
  return keys.map((key) => toLine(textOf(item.get(key)))).find((line) => line !== '') ?? '';
}
