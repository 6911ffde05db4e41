import type { LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { normalizeFieldName } from '../shared/field-names.ts';

/** A key of frontmatter. */
interface Key {
  name: string;
  value: unknown;
}

const pictureKey =
  /^(?:(?:featured|lead|main|top|cover|header|hero|teaser|social|og|preview|post)?(?:images?|pictures?|photos?|img)|cover|banner|hero|thumbnail|header|teaser|resources)$/;
const pictureEnd = /[^\s]\.(?:jpe?g|jpe|jfif|png|webp|avif|gif|tiff?)$/i;
const fileKey = /^(?:image|src|url|path|file|featured|feature|overlayimage|teaser|img)$/;

/**
 * Sets apart what frontmatter says of pictures: the picture of a text as Jekyll and Hugo themes have it, alone, in a list, or
 * with its words (`cover: {image, alt, caption}`). It is told only if no file is taken.
 *
 * @param leftOut what is told of the keys that are not used
 */
export function partPictures(
  keys: readonly Key[],
  leftOut: readonly LeftOut[],
): { media: DraftMedia[]; leftOut: LeftOut[] } {
  const media: DraftMedia[] = [];
  const used = new Set<LeftOut>();
  for (const { name, value } of keys) {
    if (!pictureKey.test(normalizeFieldName(name))) continue;
    const told = leftOut.find(({ what }) => what === `the frontmatter key "${name}"`);
    const found = [value].flat().map(readPicture);
    if (!told || found.length === 0 || !found.every((each) => each !== undefined)) continue;
    used.add(told);
    media.push(...found.map((each, index) => ({ ...each, untaken: index === 0 ? [told] : [] })));
  }
  return { media, leftOut: leftOut.filter((each) => !used.has(each)) };
}

/** Whether a text is the name or address of a picture: a query or fragment may follow. */
function isFileName(text: string): boolean {
  return (
    !/[\t\n\r]/.test(text) && (pictureEnd.test(text) || pictureEnd.test(text.replace(/[?#][^?#\s]*$/, '')))
  );
}

function readPicture(value: unknown): DraftMedia | undefined {
  if (typeof value === 'string') return isFileName(value.trim()) ? { written: [value.trim()] } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const texts = new Map<string, string>();
  for (const [key, each] of Object.entries(value))
    if (typeof each === 'string' && each.trim() !== '') texts.set(normalizeFieldName(key), each.trim());
  const written = [...texts].flatMap(([key, text]) => (fileKey.test(key) && isFileName(text) ? [text] : []));
  if (written.length === 0) return undefined;
  const said = {
    alt: texts.get('alt') ?? texts.get('imagealt'),
    title: texts.get('title'),
    caption: texts.get('caption'),
    credit: texts.get('credit') ?? texts.get('credits') ?? texts.get('attr'),
  };
  const isAll = [...texts.values()].every(
    (text) => written.includes(text) || Object.values(said).includes(text),
  );
  return isAll ? { written, ...said } : undefined;
}
