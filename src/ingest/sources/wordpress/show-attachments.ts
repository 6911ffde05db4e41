import { readHtmlLine } from '../../text/html-line.ts';
import {
  escapeHtml,
  figure,
  libraryAttributes,
  linkParagraph,
  markCredit,
  withCredit,
} from './html-strings.ts';
import type { Attachment } from './library.ts';
import type { PostContext } from './post-context.ts';

const picture = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** Whether an address is that of a picture. */
function isPicture(address: string): boolean {
  return picture.test(address.split(/[?#]/, 1)[0] ?? '');
}

/**
 * Shows a file of the media library: a picture with its caption and credit, anything else as a link with its title.
 *
 * @param what it is called when it is not in the file: `a recording`
 */
export function showAttachment(id: number, what: string, context: PostContext): string {
  const attachment = context.library.attachment(id);
  if (!attachment || !/^https?:/i.test(attachment.address)) {
    context.leaveOut(`${what} that is not in the export`, { text: `attachment ${id}` });
    return '';
  }
  if (context.shown.has(id)) return '';
  context.shown.add(id);
  tellDescription(attachment, context);
  if (isPicture(attachment.address)) return figure(attachment);
  const { address, title, caption, credit } = attachment;
  const below = withCredit(caption, credit);
  return linkParagraph(address, title) + (below === '' ? '' : `<p><em>${below}</em></p>\n\n`);
}

/** The pictures of a gallery: those that it names, else all that were uploaded to the post. */
export function showGallery(attributes: ReadonlyMap<string, string>, context: PostContext): string {
  const listOf = (key: string) =>
    (attributes.get(key) ?? '')
      .split(',')
      .map(Number)
      .filter((id) => id > 0);
  const excluded = new Set(listOf('exclude'));
  const named = [...listOf('ids'), ...listOf('include')];
  const own = context.library.attachmentsOf(Number(attributes.get('id') ?? 0) || context.post);
  const uploaded = own.filter(
    (id) => !excluded.has(id) && isPicture(context.library.attachment(id)?.address ?? ''),
  );
  const ids = [...new Set(named.length > 0 ? named : uploaded)];
  if (ids.length === 0) context.leaveOut('a gallery of pictures that are not in the export');
  return ids.map((id) => showAttachment(id, 'a picture of a gallery', context)).join('');
}

/** Tells what the media library says of a file besides what is shown with it. */
function tellDescription({ description, address }: Attachment, { leaveOut }: PostContext): void {
  const text = readHtmlLine(description);
  if (text !== '') leaveOut('the description of a file of the media library', { text, address });
}

/**
 * Completes the pictures of a text from the media library: alternative texts and credits that they lack. Captions of the
 * library that the text does not show are left out.
 */
export function completePictures(html: string, context: PostContext): string {
  let shown = '';
  let at = 0;
  let waiting: Attachment | undefined;
  let isInFigure = false;
  const settle = (place: 'caption' | 'figure' | 'nowhere', before: string) => {
    const attachment = waiting;
    waiting = undefined;
    if (!attachment) return '';
    const { credit, caption, address } = attachment;
    const said = readHtmlLine(before).toLowerCase();
    const other = readHtmlLine(caption);
    if (other !== '' && !said.includes(other.toLowerCase()))
      context.leaveOut('a caption of the media library, which the text does not show', {
        text: other,
        address,
      });
    if (credit === '' || said.includes(credit.toLowerCase())) return '';
    if (place === 'caption') return said === '' ? markCredit(credit) : ` ${markCredit(`(${credit})`)}`;
    if (place === 'figure') return `<figcaption>${markCredit(credit)}</figcaption>`;
    context.leaveOut('the credit of a picture', { text: credit, address });
    return '';
  };
  let captionStart = 0;
  for (const { 0: tag, 1: slash, 2: written = '', index } of html.matchAll(
    /<(\/?)(figure|figcaption|img)\b[^<>]*>/gi,
  )) {
    const name = written.toLowerCase();
    const before = html.slice(at, index);
    at = index + tag.length;
    if (name === 'img') {
      shown += settle('nowhere', '') + before;
      const id = Number(/(?:\bwp-image-|data-attachment=")(\d+)/.exec(tag)?.[1] ?? 0);
      const attachment = context.library.attachment(id);
      shown += attachment
        ? withAlt(tag, attachment.alt).replace(/^<img\b/i, (begin) => begin + libraryAttributes(attachment))
        : tag;
      if (attachment && !context.shown.has(id)) {
        tellDescription(attachment, context);
        waiting = attachment;
        if (!isInFigure) shown += settle('nowhere', '');
      }
      if (id > 0) context.shown.add(id);
      continue;
    }
    shown += before;
    if (name === 'figcaption' && slash === '') captionStart = at;
    if (slash === '/')
      shown += settle(
        name === 'figcaption' ? 'caption' : 'figure',
        name === 'figcaption' ? html.slice(captionStart, index) : '',
      );
    else if (name === 'figure') shown += settle('nowhere', '');
    if (name === 'figure') isInFigure = slash === '';
    shown += tag;
  }
  return shown + settle('nowhere', '') + html.slice(at);
}

/** A picture with the alternative text of the media library, when it has none itself. */
function withAlt(tag: string, alt: string): string {
  if (alt === '' || /\salt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s])/i.test(tag)) return tag;
  return tag
    .replace(/\salt\s*=\s*(?:"[^"]*"|'[^']*')/i, '')
    .replace(/^<img\b/i, `<img alt="${escapeHtml(alt)}"`);
}

/** Tells the files that were uploaded to a post and are not shown in its text. */
export function tellUnshown(html: string, context: PostContext): void {
  for (const id of context.library.attachmentsOf(context.post)) {
    const attachment = context.library.attachment(id);
    if (!attachment || context.shown.has(id)) continue;
    const stem = attachment.address.replace(/(?:-scaled)?\.\w{2,5}$/, '');
    const text = [
      attachment.alt,
      readHtmlLine(attachment.caption),
      attachment.credit,
      readHtmlLine(attachment.description),
    ]
      .filter((each) => each !== '' && !html.includes(each))
      .join(' / ');
    const isThere = stem !== '' && html.includes(stem);
    if (isThere && text === '') continue;
    const what = isThere
      ? 'what the media library says of a file in the text'
      : 'a file that was uploaded to the post, and is not in its text';
    context.leaveOut(what, { text: text || attachment.title, address: attachment.address });
  }
}
