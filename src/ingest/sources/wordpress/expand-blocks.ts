import { readHtmlLine } from '../../text/html-line.ts';
import { linkParagraph } from './html-strings.ts';
import { showAttachment, showGallery } from './show-attachments.ts';
import type { PostContext } from './post-context.ts';

/** How deep reusable blocks may be in one another. */
const deepest = 5;
/** The most characters that reusable blocks add to a post. */
const mostAdded = 1_000_000;

/** Blocks that only say where something of the page is, which is told by other means. */
const placeholders =
  /^(?:post-(?:title|featured-image|date|author|author-name|content|excerpt|terms)|more|nextpage|spacer|separator)$/;

/**
 * Removes the comments of blocks (https://developer.wordpress.org/block-editor/), and puts in what they stand for: reusable
 * blocks, embeds whose address is only in the comment, footnotes.
 *
 * @param footnotes HTML
 */
export function expandBlocks(
  content: string,
  footnotes: string,
  context: PostContext,
): { html: string; inBlocks: boolean; hasFootnotes: boolean } {
  let [inBlocks, hasFootnotes, added] = [false, false, 0];
  const expand = (html: string, depth: number): string =>
    replaceComments(html, (comment, rest) => {
      if (comment === 'nextpage') return '\n\n';
      if (!comment.startsWith('wp:')) {
        tellComment(comment, context);
        return '';
      }
      inBlocks = true;
      const { name, attributes, isSingle } = readComment(comment);
      for (const id of attachmentsIn(name, attributes)) context.named.add(id);
      if (name === 'block') {
        const id = Number(attributes.ref);
        const inner = depth < deepest ? context.library.block(id) : undefined;
        added += inner?.length ?? 0;
        if (inner !== undefined && added <= mostAdded) return expand(inner, depth + 1);
        context.leaveOut('a reusable block that is not in the export', { text: `item with the id ${id}` });
        return '';
      }
      if (name === 'footnotes' && isSingle) {
        hasFootnotes = true;
        if (footnotes === '') context.leaveOut('footnotes that are not in the export');
        return footnotes;
      }
      return isSingle
        ? renderSingle(name, attributes, comment, context)
        : missingAddress(name, attributes, rest);
    });
  return { html: expand(content, 0), inBlocks, hasFootnotes };
}

interface BlockComment {
  /** Without the prefix of WordPress' own (`core/`). */
  name: string;
  attributes: Readonly<Record<string, unknown>>;
  /** Whether the block has no end, so that its content is elsewhere. */
  isSingle: boolean;
}

function readComment(comment: string): BlockComment {
  const isSingle = comment.endsWith('/');
  const [, name = '', json = ''] =
    /^wp:([^\s{]+)\s*([^]*)$/.exec(isSingle ? comment.slice(0, -1) : comment) ?? [];
  let attributes: Record<string, unknown> = {};
  try {
    attributes = Object(JSON.parse(json || '{}')) as Record<string, unknown>;
  } catch {
    // It is told as it is written.
  }
  return { name: name.replace(/^core\//, ''), attributes, isSingle };
}

/** The attachments that a block says it shows. */
function attachmentsIn(name: string, { id, ids, mediaId }: BlockComment['attributes']): number[] {
  if (!/^(?:audio|cover|file|gallery|image|media-text|video)$/.test(name)) return [];
  return [id, mediaId, ids]
    .flat()
    .map(Number)
    .filter((each) => each > 0);
}

function addressIn(attributes: BlockComment['attributes']): string | undefined {
  const values = ['url', 'href', 'src', 'mediaUrl', 'feedURL', 'link'].map((key) => attributes[key]);
  return values.find(
    (value): value is string => typeof value === 'string' && /^https?:\/\/\S+$/i.test(value),
  );
}

function renderSingle(
  name: string,
  attributes: BlockComment['attributes'],
  comment: string,
  context: PostContext,
): string {
  if (placeholders.test(name)) return '';
  if (name === 'gallery' && Array.isArray(attributes.ids))
    return showGallery(new Map([['ids', attributes.ids.join(',')]]), context);
  const address = addressIn(attributes);
  const id = Number(attributes.id);
  if (address === undefined && /^(?:image|audio|video|file)$/.test(name) && id > 0)
    return showAttachment(id, `a file of the block "${name}"`, context);
  const [title = '', ...others] = ['title', 'label', 'caption', 'text', 'alt'].flatMap((key) => {
    const value = attributes[key];
    return typeof value === 'string' ? readHtmlLine(value) || [] : [];
  });
  if (address !== undefined) {
    for (const text of new Set(others))
      if (text !== title) context.leaveOut(`further words of the block "${name}"`, { text, address });
    return linkParagraph(address, title);
  }
  context.leaveOut(`the block "${name}", whose content is not in the post`, { text: comment });
  return '';
}

/** The address of an embed, when what follows in the block does not have it. */
function missingAddress(name: string, attributes: BlockComment['attributes'], rest: string): string {
  if (!/^(?:embed$|core-embed\/|video$|audio$|file$)/.test(name)) return '';
  const address = addressIn(attributes);
  if (address === undefined) return '';
  const end = rest.indexOf(`<!-- /wp:${name}`);
  const inner = end === -1 ? rest : rest.slice(0, end);
  const isThere = inner.replaceAll('&amp;', '&').includes(address);
  return isThere ? '' : linkParagraph(address);
}

/** A comment that someone has written, or with which someone has taken a part of the text out. */
function tellComment(comment: string, { leaveOut }: PostContext): void {
  if (comment === '' || /^(?:\/wp:|noteaser$|\/?(?:Start|End)Fragment$|\[(?:if|endif))/.test(comment)) return;
  if (comment === 'more') return;
  if (/^more\s/.test(comment))
    leaveOut('the words of a link to the rest of the text', { text: comment.slice(5) });
  else leaveOut('an HTML comment', { text: comment });
}

/** @param replace is given the content of a comment, trimmed, and the beginning of what follows it */
function replaceComments(html: string, replace: (comment: string, rest: string) => string): string {
  let [text, at] = ['', 0];
  for (;;) {
    const start = html.indexOf('<!--', at);
    const end = start === -1 ? -1 : html.indexOf('-->', start + 4);
    if (end === -1) return text + html.slice(at);
    const rest = html.slice(end + 3, end + 3 + 10_000);
    text += html.slice(at, start) + replace(html.slice(start + 4, end).trim(), rest);
    at = end + 3;
  }
}
