import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import { addParagraphs } from './add-paragraphs.ts';
import { expandBlocks } from './expand-blocks.ts';
import { expandShortcodes } from './expand-shortcodes.ts';
import { escapeHtml } from './html-strings.ts';
import type { Library } from './library.ts';
import type { PostContext } from './post-context.ts';
import { completePictures, showAttachment, tellUnshown } from './show-attachments.ts';

/** A post's text as WordPress shows it. */
export interface RenderedPost {
  html: string;
  leftOut: LeftOut[];
  notices: string[];
}

/** What belongs to a post's text besides its content. */
export interface PostParts {
  /** The id of the post. */
  post?: number;
  /** The id of the featured picture. */
  featured?: number;
  /** The notes of a post with footnotes, as JSON. */
  footnotes?: string;
}

const emptyLibrary: PostContext['library'] = {
  attachment: () => undefined,
  attachmentsOf: () => [],
  block: () => undefined,
};

/**
 * Renders the content of a post as WordPress does: comments of blocks are removed, shortcodes expanded, a post from before
 * the block editor gets its paragraphs (see {@link addParagraphs}), an address on a line of its own becomes a link. The
 * media library adds the pictures of galleries, the featured picture and credits.
 * Typographic replacements are not made, since they would alter quotations.
 *
 * @param content as WordPress stores it (`post_content`, in an export `content:encoded`)
 */
export function renderPost(
  content: string,
  parts: PostParts = {},
  library: Pick<Library, 'attachment' | 'attachmentsOf' | 'block'> = emptyLibrary,
): RenderedPost {
  const leftOut: LeftOut[] = [];
  const notices: string[] = [];
  const context: PostContext = {
    library,
    post: parts.post ?? 0,
    shown: new Set(),
    named: new Set(),
    leaveOut: (what, { text, address } = {}) =>
      void leftOut.push({ what, ...(text && { text }), ...(address && { address }) }),
    notice: (text) => void notices.push(text),
  };
  const notes = renderFootnotes(parts.footnotes ?? '', context);
  const blocks = expandBlocks(content.replace(/\r\n?/g, '\n'), notes, context);
  const linked = linkBareAddresses(expandShortcodes(blocks.html, context));
  const paragraphs = blocks.inBlocks ? linked : addParagraphs(linked);
  const text = dropDownloadButtons(completePictures(paragraphs, context), context)
    .replace(/<p(?:\s[^<>]*)?>(?:\s|&nbsp;)*<\/p>/gi, '')
    .concat(blocks.hasFootnotes ? '' : notes);
  const featured =
    parts.featured === undefined ? '' : showAttachment(parts.featured, 'a featured picture', context);
  const html = featured + text;
  tellUnshown(html, context);
  return { html, leftOut, notices };
}

/** An address on a line of its own is an embed; here it becomes a link. */
function linkBareAddresses(html: string): string {
  return html.replace(
    /^([ \t]*)(?:(<p(?:\s[^<>]*)?>)\s*)?(https?:\/\/[^\s<>"]+)(\s*<\/p>)?[ \t]*$/gim,
    (whole, space: string, begin: string | undefined, address: string, end: string | undefined) => {
      if ((begin === undefined) !== (end === undefined)) return whole;
      const target = address.replaceAll('&amp;', '&');
      return `${space}<p><a href="${escapeHtml(target)}">${escapeHtml(target)}</a></p>`;
    },
  );
}

/** The notes of the footnotes block (since WordPress 6.3), in the order of the text. */
function renderFootnotes(json: string, { leaveOut }: PostContext): string {
  if (json.trim() === '') return '';
  let notes: unknown;
  try {
    notes = JSON.parse(json);
  } catch {
    notes = undefined;
  }
  if (!Array.isArray(notes)) {
    leaveOut('footnotes that cannot be read', { text: json });
    return '';
  }
  const items = notes.map((note: unknown) => {
    const { id, content } = Object(note) as { id?: unknown; content?: unknown };
    return `<li id="${escapeHtml(typeof id === 'string' ? id : '')}">${typeof content === 'string' ? content : ''}</li>`;
  });
  return items.length === 0 ? '' : `\n\n<ol class="wp-block-footnotes">${items.join('')}</ol>\n\n`;
}

/** A file has a link, and a button that leads to the same address. */
function dropDownloadButtons(html: string, { leaveOut }: PostContext): string {
  return html.replace(/<a\b([^<>]*)>([^<>]*)<\/a>/gi, (whole, attributes: string, words: string) => {
    if (!attributes.includes('wp-block-file__button')) return whole;
    const [, address = ''] = /\shref="([^"]*)"/.exec(attributes) ?? [];
    if (html.split(`"${address}"`, 3).length < 3) return whole;
    leaveOut('a button to download a file that is linked', { text: readHtmlLine(words), address });
    return '';
  });
}
