import { readHtmlLine, resolveEntities } from '../../text/html-line.ts';
import {
  escapeHtml,
  figure,
  libraryAttributes,
  linkParagraph,
  markCredit,
  withCredit,
} from './html-strings.ts';
import { toLine } from '../../text/lines.ts';
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
 * Completes the pictures of a text from the media library: alternative texts and credits that they lack. Where the text
 * has others than the library, those of the library are left out.
 */
export function completePictures(html: string, context: PostContext): string {
  let shown = '';
  let at = 0;
  /** The picture whose caption is yet to come, with the alternative text that it is shown with. */
  let waiting: { attachment: Attachment; shownAlt: string } | undefined;
  let isInFigure = false;
  const settle = (place: 'caption' | 'figure' | 'nowhere', before: string) => {
    if (!waiting) return '';
    const { attachment, shownAlt } = waiting;
    waiting = undefined;
    const { alt, credit, caption, address } = attachment;
    const said = readHtmlLine(before).toLowerCase();
    const other = readHtmlLine(caption);
    if (alt !== '' && ![shownAlt.toLowerCase(), said].some((words) => words.includes(alt.toLowerCase())))
      context.leaveOut('a description of the media library, which the text does not show', {
        text: alt,
        address,
      });
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
      const id = attachmentIn(tag, context);
      const attachment = context.library.attachment(id);
      const completed = attachment ? withAlt(tag, attachment.alt) : tag;
      shown += attachment
        ? completed.replace(/^<img\b/i, (begin) => begin + libraryAttributes(attachment))
        : tag;
      if (attachment && !context.shown.has(id)) {
        tellDescription(attachment, context);
        waiting = { attachment, shownAlt: altOf(completed) };
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

/** The id of the attachment that a picture says it is; 0 when it says none. */
function attachmentIn(tag: string, { library }: PostContext): number {
  const id = Number(/(?:\bwp-image-|data-attachment=")(\d+)/.exec(tag)?.[1] ?? 0);
  if (id > 0) return id;
  // Galleries write it so, but any plugin may have ids of its own: the file's name has to be that of the attachment.
  const written = Number(/\sdata-id=["']?(\d{1,10})\b/.exec(tag)?.[1] ?? 0);
  const stem =
    stemOf(library.attachment(written)?.address ?? '')
      .split('/')
      .at(-1) ?? '';
  return stem !== '' && tag.includes(`/${stem}`) ? written : 0;
}

/** An address without what distinguishes the sizes and formats of a file. */
function stemOf(address: string): string {
  return address.replace(/(?:-scaled)?\.\w{2,5}$/, '');
}

/** The alternative text of a picture; '' when it has none. */
function altOf(tag: string): string {
  const [, double, single] = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) ?? [];
  return toLine(resolveEntities(double ?? single ?? ''));
}

/** A picture with the alternative text of the media library, when it has none itself. */
function withAlt(tag: string, alt: string): string {
  if (alt === '' || /\salt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s])/i.test(tag)) return tag;
  return tag
    .replace(/\salt\s*=\s*(?:"[^"]*"|'[^']*')/i, '')
    .replace(/^<img\b/i, `<img alt="${escapeHtml(alt)}"`);
}

/**
 * Tells the files that were uploaded to a post and are not shown in its text, and what the library says of those that are in
 * the text without saying which attachment they are.
 */
export function tellUnshown(html: string, context: PostContext): void {
  const uploaded = new Set(context.library.attachmentsOf(context.post));
  for (const id of new Set([...uploaded, ...context.named])) {
    const attachment = context.library.attachment(id);
    if (!attachment || context.shown.has(id)) continue;
    const stem = stemOf(attachment.address);
    const text = [
      attachment.alt,
      readHtmlLine(attachment.caption),
      attachment.credit,
      readHtmlLine(attachment.description),
    ]
      .filter((each) => each !== '' && !html.includes(each))
      .join(' / ');
    const isThere = stem !== '' && html.includes(stem);
    if ((isThere || !uploaded.has(id)) && text === '') continue;
    const what = isThere
      ? 'what the media library says of a file in the text'
      : uploaded.has(id)
        ? 'a file that was uploaded to the post, and is not in its text'
        : 'what the media library says of a file that a block names';
    context.leaveOut(what, { text: text || attachment.title, address: attachment.address });
  }
}
