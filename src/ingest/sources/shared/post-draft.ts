import { readFirstDate, type DateCandidate } from '../../dates/first-date.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { readHtmlText } from '../../text/html-text.ts';
import { addMedia, type LinkedMedia } from '../../text/linked-media.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { resolveAddress } from '../../text/web-address.ts';
import { sanitizeMarkdown } from '../markdown/sanitize-markdown.ts';
import { SourceError } from '../source-error.ts';
import type { SourceOptions } from '../source.ts';
import { checkElements } from './markup.ts';

/** A post as the export of a publishing system has it. */
export interface Post extends Pick<
  Draft,
  'origin' | 'received' | 'byline' | 'terms' | 'leftOut' | 'notices'
> {
  title?: string | undefined;
  subtitle?: string | undefined;
  summary?: string | undefined;
  language?: string | undefined;
  url?: string | undefined;
  publisher?: string | undefined;
  rights?: string | undefined;
  dates: readonly DateCandidate[];
  /** The text, in one of two forms. */
  html?: string | undefined;
  markdown?: string | undefined;
  /** Whether empty lines part paragraphs. */
  breaksPartParagraphs?: boolean;
  /** Pictures, sounds and films beside the text; addresses may be relative. */
  media?: readonly LinkedMedia[];
}

/**
 * Makes a draft of a post.
 *
 * @param source what it was read from, in which an unreadable date is looked up
 * @throws {SourceError} when it has no text, or a date that cannot be read
 */
export function draftPost(post: Post, source: string, options: SourceOptions): Draft {
  const { origin, received, byline, terms, html = '', markdown, media = [], language } = post;
  checkElements(html);
  const reading = { hasFile: options.hasFile, breaksPartParagraphs: post.breaksPartParagraphs ?? false };
  const text =
    markdown === undefined
      ? { notices: [], ...readHtmlText(html, post.url, reading) }
      : sanitizeMarkdown(markdown, post.title, options.hasFile);
  const onWeb = media.filter(({ address }) => resolveAddress(address) !== undefined);
  const added = addMedia(text.body, onWeb, text.leftOut, options.hasFile !== undefined);
  const others = media.filter((each) => !onWeb.includes(each)).map(describeRelative);
  if (added.body.trim() === '')
    throw new SourceError('a post without text', 'a text', 'Leave it out, or export it again.');
  const date = readFirstDate(post.dates, options, language, source);
  const lines = {
    title: post.title,
    subtitle: post.subtitle,
    summary: post.summary,
    language,
    url: post.url,
    publisher: post.publisher,
    rights: post.rights,
    date: date.date,
  };
  return {
    origin,
    ...presentLines(lines),
    byline: byline.flatMap((name) => toLine(name) || []),
    terms,
    body: added.body,
    ...(options.hasFile && { media: [...others, ...(text.media ?? []), ...added.media] }),
    received,
    leftOut: [
      ...post.leftOut,
      ...text.leftOut,
      ...added.leftOut,
      ...(options.hasFile ? [] : others.flatMap(({ untaken }) => untaken ?? [])),
    ],
    notices: [...post.notices, ...text.notices, ...date.notices],
  };
}

/** A picture with an address within the export, or on a site whose address is not known: it has no place in the text. */
function describeRelative({ address, words = '', caption = '', credit = '' }: LinkedMedia): DraftMedia {
  const said = [words, caption, credit].map(toLine).filter(Boolean).join(' ');
  const untaken: LeftOut[] = [{ what: 'a picture with a relative address', text: said, address }];
  return {
    written: [address],
    ...{ alt: toLine(words) || undefined, caption: toLine(caption) || undefined },
    ...{ credit: toLine(credit) || undefined, untaken },
  };
}
